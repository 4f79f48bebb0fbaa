package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Role;
import org.memcensus.model.Ties;

class TieFinderTest {
    private static final ModuleMarks MARKS = new ModuleMarks(
            List.of(new ModuleMarks.Upstream("Squeeze", "squeeze.h", List.of("SQ_MAJOR", "SQ_MINOR"), "https://x")),
            List.of(new ModuleMarks.Choice(
                    "TLS", List.of("openssl", "gnutls", "rustls"), List.of("rustls"), "https://x")));

    private static Ties ties(Trees tree, String id) {
        Map<String, Ties> ties = new TreeMap<>();
        for (Grouping grouping : tree.group(MARKS)) {
            CodeModule module = grouping.module();
            ties.put(module.id(), module.ties());
        }
        Ties found = ties.get(id);
        assertNotNull(found, id + " among " + ties.keySet());
        return found;
    }

    @Test
    void a_module_depends_on_those_whose_headers_it_includes() {
        Trees tree = new Trees()
                .file("net/tcp.c", "tcp.h", "crypto/hash.h", "../crypto/aead.h", "stdio.h")
                .file("net/udp.c", "crypto/hash.h")
                .files("net/tcp.h", "crypto/hash.h", "crypto/aead.h", "crypto/hash.c");
        assertEquals(List.of("dir:crypto"), ties(tree, "dir:net").dependsOn());
        assertEquals(0, ties(tree, "dir:net").users());
        assertEquals(1, ties(tree, "dir:crypto").users());
        assertEquals(2, ties(tree, "dir:crypto").usedHeaders(), "headers, however often they are included");
    }

    @Test
    void functions_that_other_modules_call_are_the_width_of_an_interface() {
        Trees tree = new Trees()
                .calling("net/tcp.c", List.of(1), List.of(10, 11, 20))
                .calling("net/udp.c", List.of(2), List.of(10, 1))
                .calling("crypto/hash.c", List.of(10, 11, 12, 13), List.of(2))
                .calling("crypto/aead.c", List.of(20), List.of(12))
                .calling("other/aead.c", List.of(20), List.of())
                .calling("crypto/more.c", List.of(13), List.of());
        assertEquals(2, ties(tree, "dir:crypto").usedFunctions(), "10 and 11, once each; 20 may be that of other/");
        assertEquals(1, ties(tree, "dir:net").usedFunctions());
        assertEquals(0, ties(tree, "dir:other").usedFunctions());
    }

    @Test
    void a_function_that_one_module_defines_twice_is_its_own() {
        Trees tree = new Trees()
                .calling("net/tcp.c", List.of(), List.of(10))
                .calling("os/unix.c", List.of(10), List.of())
                .calling("os/win.c", List.of(10), List.of());
        assertEquals(1, ties(tree, "dir:os").usedFunctions());
    }

    @Test
    void the_copy_of_a_component_among_other_files_is_a_module_of_its_own() {
        ModuleMarks.Upstream squeeze = new ModuleMarks.Upstream(
                "Squeeze",
                "squeeze.h",
                List.of("SQ_VERSION"),
                "",
                List.of("squeeze.h", "sq_*.c"),
                Set.of(),
                false,
                "https://x");
        Trees tree = new Trees()
                .file("src/sq_a.c", Role.VENDORED)
                .file("src/squeeze.h", Role.VENDORED)
                .file("src/jquery.c", Role.VENDORED)
                .files("src/main.c", "src/sq.c");
        tree.texts.put("src/squeeze.h", "#define SQ_VERSION \"1.2\"\n");

        Map<String, CodeModule> modules = new TreeMap<>();
        for (Grouping grouping : tree.group(new ModuleMarks(List.of(squeeze), List.of()))) {
            modules.put(grouping.module().id(), grouping.module());
        }
        CodeModule copy = modules.get("vendored:src/Squeeze");
        assertNotNull(copy, modules.keySet().toString());
        assertEquals(
                List.of("src/sq_a.c", "src/squeeze.h"),
                copy.files().stream().map(CountedFile::path).toList());
        assertEquals(
                new Ties.Upstream("Squeeze", "1.2", "src/squeeze.h"),
                copy.ties().upstream());
        assertNotNull(modules.get("vendored:src"), "what no component is known for stays a unit by its directory");
    }

    @Test
    void a_header_that_could_be_two_ties_nothing() {
        Trees tree = new Trees().file("app/main.c", "io.h").files("arch/arm/io.h", "arch/x86/io.h");
        assertEquals(List.of(), ties(tree, "dir:app").dependsOn());
    }

    @Test
    void the_header_beside_the_includer_is_meant_before_any_other() {
        Trees tree = new Trees().file("app/main.c", "io.h").files("app/io.h", "include/io.h");
        assertEquals(List.of(), ties(tree, "dir:app").dependsOn());
    }

    @Test
    void a_header_in_a_directory_of_headers_is_the_interface_of_its_source() {
        Trees tree = new Trees()
                .file("xpath.c", "libxml/xpath.h")
                .file("valid.c", "libxml/xpath.h")
                .files("include/libxml/xpath.h", "include/libxml/xmlversion.h.in");
        assertEquals(List.of("family:xpath"), ties(tree, "family:valid").dependsOn());
        assertEquals(1, ties(tree, "family:xpath").usedHeaders());
        assertEquals(0, ties(tree, "dir:include/libxml").users());
    }

    @Test
    void what_a_target_links_it_depends_on() {
        Trees tree = new Trees()
                .build(
                        "CMakeLists.txt",
                        "add_library(core core/a.c)\nadd_executable(app app/m.c)\ntarget_link_libraries(app PRIVATE core m)")
                .files("core/a.c", "app/m.c");
        assertEquals(List.of("cmake:core"), ties(tree, "cmake:app").dependsOn());
        assertEquals(1, ties(tree, "cmake:core").users());
        assertEquals(List.of("app"), ties(tree, "cmake:app").directories());
        assertEquals(
                new Ties.Declared("cmake", "app", "CMakeLists.txt", 2, false),
                ties(tree, "cmake:app").declared());
    }

    @Test
    void a_module_of_a_target_taken_apart_names_it() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", "add_library(all net/a.c db/b.c)")
                .files("net/a.c", "db/b.c");
        assertEquals(
                new Ties.Declared("cmake", "all", "CMakeLists.txt", 1, true),
                ties(tree, "dir:net").declared());
        assertNull(ties(tree, "dir:.").declared());
    }

    @Test
    void installed_headers_are_found_in_each_kind_of_build_file() {
        Map<String, String> builds = Map.of(
                "CMakeLists.txt", "set(H include/a.h)\ninstall(FILES ${H} include/b.h DESTINATION include)",
                "meson.build", "h = files('include/a.h',\n 'include/b.h')\ninstall_headers(h)",
                "Makefile.am", "inc_HEADERS = include/a.h \\\n  include/b.h\nnoinst_HEADERS = include/c.h",
                "Makefile.in", "install:\n\tcp include/a.h $(srcdir)/include/b.h $(includedir)\n\techo include/c.h");
        builds.forEach((path, text) -> {
            Trees tree = new Trees().build(path, text).files("include/a.h", "include/b.h", "include/c.h", "lib.pc.in");
            Ties.Offer offer = ties(tree, "dir:include").offer();
            assertEquals(List.of("include/a.h", "include/b.h"), offer.headers(), path);
            assertEquals(List.of("lib.pc.in"), offer.pkgConfig(), path);
        });
    }

    @Test
    void what_automake_writes_is_not_read_beside_what_it_is_written_from() {
        Trees tree = new Trees()
                .build("Makefile.am", "inc_HEADERS = include/a.h\n")
                .build("Makefile.in", "inc_HEADERS = include/b.h\n" + "#\n".repeat(1 << 20))
                .files("include/a.h", "include/b.h");
        assertEquals(List.of("include/a.h"), ties(tree, "dir:include").offer().headers());
        assertEquals(List.of(), tree.notes);
    }

    @Test
    void a_vendored_component_is_named_by_its_macros_or_its_own_build() {
        Trees tree = new Trees()
                .text("deps/sq/src/squeeze.h", Role.VENDORED, "#define SQ_MAJOR 1\n# define\tSQ_MINOR 12 /* x */\n")
                .text("deps/other/configure.ac", Role.VENDORED, "AC_INIT([other lib], [2.0.1], [bugs])")
                .file("deps/none/a.c", Role.VENDORED)
                .text("squeeze.h", Role.CORE, "#define SQ_MAJOR 3\n#define SQ_MINOR 4");
        assertEquals(
                new Ties.Upstream("Squeeze", "1.12", "deps/sq/src/squeeze.h"),
                ties(tree, "vendored:deps/sq").upstream());
        assertEquals(
                new Ties.Upstream("other lib", "2.0.1", "deps/other/configure.ac"),
                ties(tree, "vendored:deps/other").upstream());
        assertNull(ties(tree, "vendored:deps/none").upstream());
        assertNull(ties(tree, "family:squeeze").upstream(), "the project itself is nobody's copy");
    }

    @Test
    void a_choice_between_implementations_is_a_switch_in_each_build_system() {
        Map<String, String> builds = Map.of(
                "CMakeLists.txt",
                        "\noption(APP_USE_OPENSSL \"x\" ON)\nwrapped_option(APP_USE_GNUTLS x ON)|APP_USE_GNUTLS:3",
                "meson_options.txt", "option('tls', type : 'combo',\n choices : ['openssl', 'gnutls'])|-Dtls:1",
                "configure.ac", "AC_ARG_WITH([openssl], x)\nAC_ARG_WITH(gnutls, x)|--with-gnutls:2",
                "Makefile", "ifeq ($(TLS),openssl)\nelse ifeq ($(TLS),gnutls)\nendif|TLS=gnutls:2");
        builds.forEach((path, text) -> {
            String[] parts = text.split("\\|", -1);
            Trees tree = new Trees().build(path, parts[0]).files("net/openssl.c", "net/gnutls.c", "db/table.c");
            Ties.BuildSwitch found = ties(tree, "dir:net").buildSwitch();
            assertNotNull(found, path);
            assertEquals(parts[1], found.name() + ":" + found.line(), path);
            assertNull(ties(tree, "dir:db").buildSwitch());
        });
    }

    @Test
    void a_memory_safe_implementation_is_named_first_and_suffices() {
        Trees tree = new Trees()
                .build("configure.ac", "AC_ARG_WITH(openssl, x)\nAC_ARG_WITH(rustls, x)")
                .files("net/openssl.c", "net/rustls.c");
        assertEquals(
                new Ties.BuildSwitch("configure.ac", 2, "--with-rustls"),
                ties(tree, "dir:net").buildSwitch());
    }

    @Test
    void to_leave_a_feature_out_is_no_choice_between_implementations() {
        Trees tree = new Trees()
                .build("configure.ac", "AC_ARG_ENABLE(openssl, x)\nAC_ARG_ENABLE(ftp, x)")
                .files("net/openssl.c", "net/ftp.c");
        assertNull(ties(tree, "dir:net").buildSwitch());
        Trees without = new Trees()
                .build("CMakeLists.txt", "option(NO_OPENSSL x)\noption(DISABLE_GNUTLS x)")
                .files("net/openssl.c", "net/gnutls.c");
        assertNull(ties(without, "dir:net").buildSwitch());
    }

    @Test
    void a_driver_with_a_twin_in_rust_has_a_switch() {
        Trees tree = new Trees()
                .build("phy/Kconfig", "config AX_PHY\n\tbool\nconfig AX_RUST_PHY\n\tbool\n")
                .files("phy/ax.c", "phy/ax_rust.rs");
        assertEquals(
                new Ties.BuildSwitch("phy/Kconfig", 3, "CONFIG_AX_RUST_PHY"),
                ties(tree, "dir:phy").buildSwitch());
    }

    @Test
    void the_systems_copy_of_a_component_is_a_choice() {
        Trees tree = new Trees()
                .build("CMakeLists.txt", "option(USE_SYSTEM_SQUEEZE x OFF)")
                .file("deps/squeeze/squeeze.c", Role.VENDORED);
        assertEquals(
                new Ties.BuildSwitch("CMakeLists.txt", 1, "USE_SYSTEM_SQUEEZE"),
                ties(tree, "vendored:deps/squeeze").buildSwitch());
    }
}
