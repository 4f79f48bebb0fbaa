package org.memcensus.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Evidence;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Language;
import org.memcensus.model.NativeDependency;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;
import org.memcensus.tables.ManifestTable;
import org.memcensus.tables.RuleTable;

class ManifestsTest {
    private static Manifests read(String... pathsAndTexts) {
        Map<String, String> tree = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            tree.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return Manifests.read(ManifestTable.rules(), List.copyOf(tree.keySet()), List.of(), path -> {
            String text = tree.get(path);
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        });
    }

    private static List<String> natives(String... pathsAndTexts) {
        return read(pathsAndTexts).natives(Set.of()).stream()
                .map(item -> item.kind() + " " + item.name() + " " + item.line())
                .toList();
    }

    @Test
    void what_the_tree_builds_itself_is_not_asked_of_others() {
        Manifests manifests = read("a.pc.in", "Name: a\nRequires.private: Own, zlib\n");
        assertEquals(
                List.of("zlib"),
                manifests.natives(Set.of("own")).stream()
                        .map(NativeDependency::name)
                        .toList());
    }

    @Test
    void what_the_tree_offers_by_pkg_config_is_not_asked_of_others() {
        assertEquals(
                List.of("pkg-config zlib 2"),
                natives("a/Own.pc.in", "Name: own\n", "b/other.pc.in", "Name: other\nRequires: own, zlib\n"));
    }

    @Test
    void what_waf_asks_for_is_native() {
        assertEquals(List.of("waf icu-i18n 2", "waf icu-uc 2", "waf zlib 1"), natives("src/wscript_configure", """
                        conf.CHECK_CFG(package='zlib', minversion='1.2',
                        conf.check_cfg(args='--libs', package="icu-i18n icu-uc",
                        conf.check_cfg(path="krb5-config", package="", args='--libs')
                        # conf.check_cfg(package='old')
                        """));
    }

    @Test
    void what_only_says_where_files_go_is_no_library() {
        assertEquals(List.of("pkg-config libsystemd 3"), natives("configure.ac", """
                        PKG_CHECK_MODULES([BASH], [bash-completion >= 2])
                        PKG_CHECK_MODULES([UNITS], [systemd])
                        PKG_CHECK_MODULES([JOURNAL], [libsystemd])
                        """));
    }

    @Test
    void what_only_tests_are_built_with_is_nothing_that_it_stands_on() {
        assertEquals(List.of("autoconf z 2", "pkg-config ownlib 4"), natives("configure.ac", """
                        AC_CHECK_LIB([cmocka], [run])
                        AC_CHECK_LIB([z], [inflate])
                        PKG_CHECK_MODULES([CHECK], [check >= 0.9])
                        PKG_CHECK_MODULES([OWN], [ownlib])
                        """));
        assertEquals(List.of("cmake ZLIB 2"), natives("CMakeLists.txt", "find_package(GTest)\nfind_package(ZLIB)\n"));
        assertEquals(List.of("meson z 2"), natives("meson.build", "dependency('gmock')\ndependency('z')\n"));
    }

    private static List<String> evidence(String... pathsAndTexts) {
        return read(pathsAndTexts).evidence(RuleTable.rules()).stream()
                .map(item -> item.rule() + " " + item.path() + ":" + item.line() + " " + item.count())
                .toList();
    }

    @Test
    void sys_crates_and_links_are_found_in_cargo_manifests() {
        String manifest = """
                [package]
                name = "squeeze-sys"
                links = "squeeze"

                [dependencies]
                libz-sys = "1"
                js-sys = "0.3"
                windows-sys = "0.6"
                serde = "1"

                [target.'cfg(unix)'.dependencies.libudev-sys]
                version = "0.5"
                """;
        assertEquals(
                List.of("cargo libudev-sys 11", "cargo libz-sys 6", "cargo squeeze 3", "cargo squeeze-sys 2"),
                natives("Cargo.toml", manifest));
        assertEquals(List.of(), natives("doc/android/Cargo.toml", manifest), "what documents show");
        assertEquals(List.of(), natives("Cargo.toml", "[package]\nlinks = \"own_core_1_2_\"\n"), "a prefix of symbols");
    }

    @Test
    void make_files_name_what_they_link_and_what_they_ask_pkg_config_for() {
        String make = """
                # pkg-config --libs is how one asks
                override LDLIBS += -lelf -lpthread -l:libown.a \\
                    -lcap-ng
                PCRE := $(shell $(PKG_CONFIG) --silence-errors --libs libpcre2-8 2>/dev/null)
                LDLIBS += -lpcre2-$(WIDTH)
                LIBDIR = $(shell pkg-config --variable=libdir systemd)
                CFLAGS = -lightly
                \t$(CC) -o $@ $^ $(LDLIBS)
                """;
        assertEquals(List.of("make cap-ng 3", "make elf 2", "pkg-config libpcre2-8 4"), natives("Makefile", make));
    }

    @Test
    void a_make_file_among_tools_builds_tools() {
        Language make = SampleFiles.language("Makefile", Safety.NONE);
        for (Role role : List.of(Role.TOOLING, Role.CORE)) {
            Manifests manifests = Manifests.read(
                    ManifestTable.rules(),
                    List.of("scripts/Makefile"),
                    List.of(SampleFiles.file("scripts/Makefile", role, make, 1, FileFacts.NONE)),
                    path -> "LIBS = -lqt\n".getBytes(StandardCharsets.UTF_8));
            assertEquals(role == Role.CORE ? 1 : 0, manifests.natives(Set.of()).size(), role.toString());
        }
    }

    @Test
    void what_autoconf_searches_for_a_function_is_asked_for() {
        assertEquals(
                List.of("autoconf edit 2", "autoconf readline 2"),
                natives(
                        "configure.ac",
                        "AC_SEARCH_LIBS(floor, [m])\nAC_SEARCH_LIBS([readline], [readline edit], [], [])\n"));
    }

    @Test
    void build_systems_name_their_libraries() {
        assertEquals(
                List.of("cmake libfoo 3", "cmake OpenSSL 1", "cmake zlib 3"),
                natives(
                        "CMakeLists.txt",
                        "find_package(OpenSSL 3 REQUIRED)\n# find_package(No)\npkg_check_modules(X REQUIRED zlib libfoo)\nfind_package(Threads)\n"));
        assertEquals(
                List.of("meson libcurl 1", "meson lzma 2"),
                natives(
                        "meson.build",
                        "d = dependency('libcurl')\nl = cc.find_library('lzma')\nm = cc.find_library('m')\n"));
        assertEquals(
                List.of("autoconf pcap 1", "pkg-config libfoo 2"),
                natives(
                        "configure.ac",
                        "AC_CHECK_LIB([pcap], [x])\nPKG_CHECK_MODULES([FOO], [libfoo >= 2])\nAC_CHECK_LIB(m, sin)\n"));
        assertEquals(
                List.of("pkg-config libbar 2", "pkg-config libfoo 2"),
                natives("x.pc.in", "Name: x\nRequires: libfoo >= 1.2, libbar\n"));
        assertEquals(
                List.of("pkg-config libfoo 2", "pkg-config zlib 2"),
                natives("x.pc.in", "Name: x\nRequires.private: zlib, libfoo@MORE@ own-@API@ @REST@\n"));
    }

    @Test
    void package_managers_name_their_native_packages() {
        assertEquals(
                List.of("npm koffi 4"),
                natives(
                        "package.json",
                        "{\n \"dependencies\": {\n  \"node-addon-api\": \"^7\",\n  \"koffi\": \"1\"\n }\n}\n"));
        assertEquals(
                List.of("npm pq 2"),
                natives("binding.gyp", "{'target_name': 'own',\n 'libraries' : ['-lpq',\n '-lm']}\n"));
        assertEquals(List.of("npm vips-cpp 2"), natives("binding.gyp", """
                        {'target_name': 'own-<(version)',
                         'libraries': ['-l:libvips-cpp.so.<(vips_version)', '-lstdc++fs']}
                        """));
        assertEquals(
                List.of("vcpkg curl 4", "vcpkg zlib 3"),
                natives("vcpkg.json", "{\n  \"dependencies\": [\n    \"zlib\",\n    {\"name\": \"curl\"}\n  ]\n}\n"));
        assertEquals(
                List.of("conan zlib 2"), natives("conanfile.txt", "[requires]\nzlib/1.3\n[generators]\ncmake/1\n"));
        assertEquals(
                List.of("nuget SkiaSharp.NativeAssets.Linux 1"),
                natives(
                        "a.csproj",
                        "<PackageReference Include=\"SkiaSharp.NativeAssets.Linux\" Version=\"2\" />\n<PackageReference Include=\"Newtonsoft.Json\" />\n"));
    }

    @Test
    void what_tests_and_copies_ask_for_is_not_asked_for_by_the_project() {
        assertEquals(
                List.of(),
                natives("test/meson.build", "dependency('gmock')\n", "deps/x/meson.build", "dependency('z')\n"));
    }

    @Test
    void signs_of_funding_and_care_have_their_places() {
        assertEquals(
                List.of("o3.funding .github/FUNDING.yml:2 1", "o4.security-policy SECURITY.md:0 1"),
                evidence(
                        ".github/FUNDING.yml",
                        "# sponsors\ngithub: someone\n",
                        "SECURITY.md",
                        "Write to us.\n",
                        "sub/SECURITY.md",
                        "x"));
        assertEquals(List.of(), evidence(".github/FUNDING.yml", "github:\n# patreon: x\n"));
        assertEquals(
                List.of("o4.roadmap ROADMAP.md:2 1"),
                evidence(
                        "ROADMAP.md",
                        "# Plans\nMove to memory-safe parsers.\n",
                        "docs/ROADMAP.md",
                        "Nothing of it.\n"));
    }

    @Test
    void installed_headers_go_on_behind_a_backslash_and_libraries_are_named() {
        Manifests manifests = read("include/Makefile.am", "include_HEADERS = a.h \\\n  b.h\nnoinst_HEADERS = c.h\n");
        assertEquals(
                List.of("a.h", "b.h"),
                manifests.headers(Set.of("include/a.h", "include/b.h", "include/c.h")).keySet().stream()
                        .map(path -> path.substring("include/".length()))
                        .sorted()
                        .toList());
        List<Evidence> evidence =
                read("lib/Makefile.am", "lib_LTLIBRARIES = libx.la\n").evidence(RuleTable.rules());
        assertEquals("o1.exported-library", evidence.get(0).rule());
    }

    @Test
    void what_is_said_nearest_to_the_root_is_said_of_the_project() {
        String library = "[lib]\ncrate-type = [\"cdylib\"]\n";
        assertEquals(
                "main/Cargo.toml",
                read("bindings/own/Cargo.toml", library, "main/Cargo.toml", library)
                        .evidence(RuleTable.rules())
                        .get(0)
                        .path());
    }

    @Test
    void a_manifest_that_is_noise_gives_nothing() {
        assertEquals(
                List.of(),
                read("Cargo.toml", "\0\u00ff" + "x".repeat(100_000)).natives(Set.of()).stream()
                        .map(NativeDependency::name)
                        .toList());
        assertEquals(List.of(), natives("vcpkg.json", "[".repeat(5000)));
    }
}
