package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.NameSet;
import org.memcensus.model.Role;

class FamiliesTest {
    @Test
    void a_source_and_its_headers_and_parts_are_one_family() {
        Map<String, String> ids = new Trees()
                .files("lib/ftp.c", "lib/ftp.h", "lib/ftp_internal.h", "lib/ftp-list.c", "lib/dict.c")
                .ids();
        assertEquals("family:lib/ftp", ids.get("lib/ftp.c"));
        assertEquals("family:lib/ftp", ids.get("lib/ftp.h"));
        assertEquals("family:lib/ftp", ids.get("lib/ftp_internal.h"));
        assertEquals("family:lib/ftp", ids.get("lib/ftp-list.c"));
        assertEquals("family:lib/dict", ids.get("lib/dict.c"));
    }

    @Test
    void a_number_behind_a_word_is_no_word() {
        Map<String, String> ids = new Trees()
                .files("lib/http.c", "lib/http2.c", "lib/x509.c", "lib/x25519.c")
                .ids();
        assertEquals(ids.get("lib/http.c"), ids.get("lib/http2.c"));
        assertNotEquals(ids.get("lib/x509.c"), ids.get("lib/x25519.c"));
    }

    @Test
    void a_number_that_all_names_of_a_family_have_is_part_of_its_name() {
        Map<String, String> ids = new Trees()
                .files("lib/dnp3.c", "lib/dnp3-objects.c", "lib/ipv4.c", "lib/ipv6.c", "lib/md.c", "lib/md4.c")
                .ids();
        assertEquals("family:lib/dnp3", ids.get("lib/dnp3-objects.c"));
        assertEquals("family:lib/ipv", ids.get("lib/ipv4.c"));
        assertEquals("family:lib/md", ids.get("lib/md.c"));
    }

    @Test
    void words_that_all_names_of_a_family_have_are_part_of_its_name() {
        Map<String, String> ids = new Trees()
                .files("lib/read-cache.c", "lib/read-cache-ll.h", "lib/fast-import.c", "lib/fast-export.c")
                .files("lib/tape-io.c", "lib/tape-io2.c", "lib/cut-a.c", "lib/cut-a-b.c", "lib/cut.c")
                .ids();
        assertEquals("family:lib/read-cache", ids.get("lib/read-cache-ll.h"));
        assertEquals("family:lib/fast", ids.get("lib/fast-import.c"));
        assertEquals("family:lib/tape", ids.get("lib/tape-io.c"));
        assertEquals("family:lib/cut", ids.get("lib/cut-a-b.c"));
    }

    @Test
    void names_that_differ_in_capitals_are_one_family() {
        Map<String, String> ids = new Trees()
                .files("lib/ParseHelper.c", "lib/parse-helper.h", "lib/parseTables.c", "lib/Link.c", "lib/LINK_x.c")
                .ids();
        assertEquals("family:lib/Parse", ids.get("lib/ParseHelper.c"));
        assertEquals("family:lib/Parse", ids.get("lib/parse-helper.h"));
        assertEquals("family:lib/Parse", ids.get("lib/parseTables.c"));
        assertEquals(ids.get("lib/Link.c"), ids.get("lib/LINK_x.c"));
    }

    @Test
    void shared_letters_do_not_bind_by_a_header_of_a_foundation() {
        Trees few = refs(20);
        assertEquals("family:lib/ref", few.ids().get("lib/refspec.c"));
        Trees many = refs(60);
        assertEquals("family:lib/refs", many.ids().get("lib/refs.c"));
        assertEquals("family:lib/refspec", many.ids().get("lib/refspec.c"));
        assertEquals("family:lib/ref-filter", many.ids().get("lib/ref-filter.c"));
    }

    private static Trees refs(int users) {
        Trees tree = new Trees()
                .file("lib/refs.c", "refs.h")
                .file("lib/refspec.c", "refs.h")
                .file("lib/ref-filter.c", "refs.h")
                .files("lib/refs.h");
        for (int i = 0; i < users; i++) {
            char first = (char) ('a' + i % 8);
            tree.file("lib/" + first + (char) ('a' + i / 8) + "x.c", "refs.h");
        }
        return tree;
    }

    @Test
    void generated_code_makes_no_directory_too_large_to_be_one_unit() {
        assertEquals("dir:gen/sums", sums(Role.GENERATED).ids().get("gen/sums/ax.c"));
        assertEquals("family:gen/sums/ax", sums(Role.CORE).ids().get("gen/sums/ax.c"));
    }

    private static Trees sums(Role role) {
        Trees tree = new Trees();
        for (char first = 'a'; first < 'z'; first++) {
            tree.file("gen/sums/" + first + "x.c", role, 1000).file("gen/sums/" + first + "y.c", role, 1000);
        }
        return tree;
    }

    @Test
    void a_family_of_one_stem_is_called_by_it() {
        assertEquals(
                "family:crc32", new Trees().files("crc32.c", "crc32.h").ids().get("crc32.c"));
    }

    @Test
    void shared_letters_bind_with_an_include_and_not_without() {
        Map<String, String> ids = new Trees()
                .file("inflate.c", "inftrees.h", "inflate.h")
                .files("inftrees.c", "inftrees.h", "inflate.h", "info.c")
                .ids();
        assertEquals("family:inf", ids.get("inflate.c"));
        assertEquals("family:inf", ids.get("inftrees.c"));
        assertEquals("family:info", ids.get("info.c"));
    }

    @Test
    void shared_letters_do_not_bind_what_all_include() {
        Trees tree = new Trees()
                .file("connect.c", "connect.h")
                .file("content.c", "connect.h")
                .files("connect.h");
        tree.file("url.c", "connect.h").file("ftp.c", "connect.h");
        Map<String, String> ids = tree.ids();
        assertEquals("family:connect", ids.get("connect.c"));
        assertEquals("family:content", ids.get("content.c"));
    }

    @Test
    void two_letters_bind_where_nearly_all_that_include_a_header_share_them() {
        Trees tree = new Trees().files("gzguts.h");
        tree.file("gzread.c", "gzguts.h").file("gzwrite.c", "gzguts.h").file("gzlib.c", "gzguts.h");
        tree.file("zutil.c", "gzguts.h").file("crc.c", "zutil.h").files("zutil.h");
        Map<String, String> ids = tree.ids();
        assertEquals("family:gz", ids.get("gzguts.h"));
        assertEquals("family:gz", ids.get("gzwrite.c"));
        assertEquals("family:zutil", ids.get("zutil.c"));
    }

    @Test
    void a_source_without_a_header_of_its_own_goes_where_its_private_header_is() {
        Map<String, String> ids = new Trees()
                .file("deflate.c", "deflate.h")
                .file("trees.c", "deflate.h", "trees.h")
                .files("deflate.h", "trees.h")
                .ids();
        assertEquals("family:deflate", ids.get("trees.c"));
        assertEquals("family:deflate", ids.get("trees.h"));
    }

    @Test
    void a_private_header_that_declares_functions_of_its_own_source_alone_binds_no_other() {
        Trees tree = new Trees()
                .calling("all.h", 1, List.of(), List.of(1, 2))
                .files("all.c")
                .file("b.c", "all.h")
                .file("d.c", "all.h")
                .file("e.c", "all.h")
                .calling("convert.c", 9, List.of(1), List.of(), "convert.h")
                .calling("convert.h", 1, List.of(), List.of(1));
        assertEquals(
                "family:unpack",
                tree.calling("unpack.c", 9, List.of(2), List.of(1), "convert.h", "all.h")
                        .ids()
                        .get("unpack.c"));
        tree.calling("convert.h", 1, List.of(), List.of(1, 2));
        assertEquals("family:convert", tree.ids().get("unpack.c"));
    }

    @Test
    void sources_that_one_file_joins_to_a_whole_library_are_no_parts_of_it() {
        String[] sources = IntStream.range(0, 13)
                .mapToObj(i -> "lib/" + (char) ('a' + i) + "part.c")
                .toArray(String[]::new);
        String[] joined = Arrays.stream(sources).map(TreePath::name).toArray(String[]::new);
        Trees tree = new Trees().files(sources).file("lib/whole.c", joined);
        assertEquals("family:lib/cpart", tree.ids().get("lib/cpart.c"));
        assertEquals(
                "family:lib/whole",
                new Trees()
                        .files(sources)
                        .file("lib/whole.c", Arrays.copyOf(joined, 3))
                        .ids()
                        .get("lib/cpart.c"));
    }

    @Test
    void a_family_is_called_by_most_of_its_code_where_next_to_nothing_has_its_name() {
        assertEquals("family:text", joined(30).get("text_write.c"));
        assertEquals("family:text", joined(30).get("glyph.c"));
        assertEquals("family:glyph", joined(300).get("text_write.c"));
    }

    /** Files that belong together by a private header, whose own source has so many lines. */
    private static Map<String, String> joined(int lines) {
        return new Trees()
                .file("glyph.c", lines, "glyph.h")
                .files("glyph.h")
                .file("text_write.c", 600, "glyph.h")
                .file("text_read.c", 400)
                .ids();
    }

    @Test
    void a_source_that_one_family_includes_is_a_part_of_that_family() {
        Trees tree = new Trees().file("xmlparse.c", "xcsinc.c").files("xcsinc.c", "xmlrole.c", "shared.c");
        tree.file("siphash.c", "shared.c").file("random.c", "shared.c");
        Map<String, String> ids = tree.ids();
        assertEquals("family:xmlparse", ids.get("xcsinc.c"));
        assertEquals("family:xmlrole", ids.get("xmlrole.c"));
        assertEquals("family:shared", ids.get("shared.c"));
    }

    @Test
    void a_program_does_not_belong_to_what_it_uses() {
        Map<String, String> ids = new Trees()
                .file("main.c", "codec.h")
                .file("codec.c", "codec.h")
                .files("codec.h")
                .ids();
        assertEquals("family:main", ids.get("main.c"));
    }

    @Test
    void a_header_that_all_include_binds_nothing() {
        Trees tree = new Trees().files("lib/setup.h");
        for (String name : new String[] {"alpha", "bravo", "charlie", "delta", "echo"}) {
            tree.file("lib/" + name + ".c", "setup.h");
        }
        assertEquals(6, tree.group().size());
    }

    @Test
    void a_prefix_of_too_many_files_is_no_family() {
        Trees tree = new Trees();
        for (char c = 'a'; c <= 'z'; c++) {
            tree.files("lib/curl_" + c + c + ".c");
        }
        tree.files("lib/curl_ntlm_core.c", "lib/curl_ntlm_wb.c");
        Map<String, String> ids = tree.ids();
        assertEquals("family:lib/curl_aa", ids.get("lib/curl_aa.c"));
        assertEquals("family:lib/curl_ntlm", ids.get("lib/curl_ntlm_wb.c"));
    }

    @Test
    void a_directory_with_a_name_of_its_own_stays_whole_until_it_is_large() {
        Trees tree = new Trees();
        for (int i = 0; i < FlatDirectory.MAX_FILES; i++) {
            tree.large("lib/vtls/" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "s.c", 450);
        }
        assertEquals(1, tree.group().size(), "18,000 lines in 40 files");
        tree.files("lib/vtls/zz.c");
        assertEquals(FlatDirectory.MAX_FILES + 1, tree.group().size());
    }

    @Test
    void few_large_files_are_many_units_and_very_few_are_one() {
        Trees tree = new Trees();
        for (int i = 0; i < FlatDirectory.FEW_FILES; i++) {
            tree.large("services/" + (char) ('a' + i) + (char) ('a' + i) + "s.c", 2000);
        }
        assertEquals(1, tree.group().size(), "30,000 lines in 15 files");
        tree.files("services/zz.c");
        assertEquals(FlatDirectory.FEW_FILES + 1, tree.group().size());
    }

    @Test
    void a_prefix_before_much_code_is_no_family() {
        Trees tree = new Trees()
                .large("src/web_request.c", 9000)
                .large("src/web_parse.c", 9000)
                .large("src/web_cache.c", 2000);
        assertEquals(1, tree.group().size());
        tree.large("src/web_cache_disk.c", 1);
        Map<String, String> ids = tree.ids();
        assertEquals("family:src/web_parse", ids.get("src/web_parse.c"));
        assertEquals("family:src/web_cache", ids.get("src/web_cache.c"));
        assertEquals("family:src/web_cache", ids.get("src/web_cache_disk.c"));
    }

    @Test
    void many_small_files_are_one_unit() {
        Trees tree = new Trees();
        for (int i = 0; i < 3 * FlatDirectory.MAX_FILES; i++) {
            tree.large("lib/compat/" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "s.c", 100);
        }
        assertEquals(1, tree.group().size());
    }

    @Test
    void headers_of_an_include_directory_stay_together() {
        Map<String, String> ids =
                new Trees().files("src/include/lib/a.h", "src/include/lib/b.h").ids();
        assertEquals("dir:src/include/lib", ids.get("src/include/lib/a.h"));
    }

    /** A large family, and a file of a few lines that only it includes. */
    private static Trees crumb() {
        return new Trees()
                .file("lib/parse.c", 1000, "endian.h", "write.h")
                .file("lib/write.h", 9)
                .file("lib/parse.h", 9)
                .file("lib/write.c", 1000, "parse.h")
                .file("lib/endian.c", 10)
                .file("lib/endian.h", 3)
                .file("lib/parse_url.c", 5);
    }

    @Test
    void what_is_too_little_for_a_unit_belongs_to_the_only_family_that_uses_it() {
        assertEquals("family:lib/parse", crumb().ids().get("lib/endian.c"));
        assertEquals(
                "family:lib/endian",
                crumb().file("lib/write.c", 1000, "parse.h", "endian.h").ids().get("lib/endian.c"),
                "two");
        assertEquals("family:lib/endian", crumb().file("lib/endian.c", 50).ids().get("lib/endian.c"), "a unit");
        assertEquals(
                "family:lib/endian",
                crumb().file("lib/parse.c", 90, "endian.h", "write.h").ids().get("lib/endian.c"),
                "small");
        Trees elsewhere = crumb().file("src/main.c", 9, "../lib/endian.h");
        assertEquals("family:lib/endian", elsewhere.ids().get("lib/endian.c"), "and another directory");
    }

    @Test
    void a_call_is_a_use_and_a_program_is_a_unit() {
        Trees tree = new Trees()
                .calling("lib/parse.c", 1000, List.of(1), List.of(2, 3, 6))
                .calling("lib/bits.c", 4, List.of(2), List.of(), "all.h")
                .calling("lib/both.c", 4, List.of(3), List.of(), "all.h")
                .calling("lib/write.c", 1000, List.of(4), List.of(3, 5))
                .calling("lib/tool.c", 4, List.of(5, NameSet.hash("main")), List.of(), "all.h")
                .calling("lib/abroad.c", 4, List.of(6), List.of())
                .calling("lib/all.h", 90, List.of(), List.of(2, 3, 5, 6));
        for (String user : List.of("list", "copy", "move")) {
            tree.file("lib/" + user + ".c", 100, "all.h");
        }
        assertEquals("family:lib/parse", tree.ids().get("lib/bits.c"));
        assertEquals("family:lib/both", tree.ids().get("lib/both.c"));
        assertEquals("family:lib/tool", tree.ids().get("lib/tool.c"));
        assertEquals("family:lib/abroad", tree.ids().get("lib/abroad.c"), "who declares it is not known");
        tree.file("src/main.c", 9, "../lib/all.h");
        assertEquals("family:lib/bits", tree.ids().get("lib/bits.c"), "others may call it");
    }

    @Test
    void what_nobody_uses_belongs_to_the_only_family_that_it_includes_if_it_is_next_to_nothing() {
        Trees tree = new Trees()
                .file("lib/rar5.c", 1000)
                .file("lib/rar5.h", 9)
                .file("lib/pch.c", 1, "rar5.h")
                .file("lib/start.c", 9, "rar5.h")
                .file("lib/list.c", 100, "rar5.h")
                .file("lib/unpack.c", 100, "rar5.h");
        assertEquals("family:lib/rar5", tree.ids().get("lib/pch.c"), "and its name stays");
        assertEquals("family:lib/start", tree.ids().get("lib/start.c"));
    }
}
