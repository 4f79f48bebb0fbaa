package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackageReadersTest {
    @Test
    void each_directory_with_go_files_is_a_package_and_what_cgo_compiles_a_library_beside_it() {
        DeclaredTree tree = new DeclaredTree(new GoReader())
                .text("go.mod", "// first\nmodule example.org/me/wire/v2 // here\n\ngo 1.21\n")
                .text("wire.go", "package wire\n\n// #include \"native.h\"\nimport \"C\"\n")
                .files("wire_amd64.s", "native.c", "native.h", "internal/deep/a.go", "docs/a.md")
                .text("tools/go.mod", "go 1.21\n")
                .files("outside/a.txt");
        assertEquals(
                List.of(
                        "library . cgo: native.c native.h",
                        "package* . wire: go.mod wire.go wire_amd64.s",
                        "package* internal/deep internal/deep: internal/deep/a.go"),
                tree.lines());
        assertEquals("tools/go.mod", tree.notes.get(0).path());
    }

    @Test
    void c_beside_a_go_file_that_does_not_import_it_is_of_another_build() {
        DeclaredTree tree = new DeclaredTree(new GoReader())
                .text("go.mod", "module example.org/wire\n")
                .text("tables.go", "package main\n\nimport (\n\t\"fmt\"\n)\n")
                .files("bignum.c");
        assertEquals(List.of("package* . wire: go.mod tables.go"), tree.lines());
        tree.text("tables.go", "package main\n\nimport (\n\t\"fmt\"\n\t\"C\"\n)\n");
        assertEquals(List.of("library . cgo: bignum.c", "package* . wire: go.mod tables.go"), tree.lines());
    }

    @Test
    void packages_below_a_directory_of_vendors_are_of_other_modules() {
        DeclaredTree tree = new DeclaredTree(new GoReader())
                .text("go.mod", "module example.org/wire\n")
                .files("wire.go", "vendor/example.org/far/far.go", "sub/vendor/x/x.go", "sub/vendors/y.go");
        assertEquals(
                List.of("package* . wire: go.mod wire.go", "package* sub/vendors sub/vendors: sub/vendors/y.go"),
                tree.lines());
    }

    @Test
    void go_files_without_a_module_are_none() {
        assertEquals(
                List.of(),
                new DeclaredTree(new GoReader())
                        .text("a/go.mod", "module a")
                        .files("b/b.go")
                        .lines());
    }

    @Test
    void a_maven_module_is_what_its_own_artifact_names_and_a_parent_is_none() {
        DeclaredTree tree = new DeclaredTree(new MavenReader())
                .text("pom.xml", "<project><artifactId>all</artifactId><packaging>pom</packaging></project>")
                .text("net/pom.xml", """
                        <?xml version="1.0"?>
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <parent><artifactId>all</artifactId></parent>
                          <artifactId>${project.parent.artifactId}-net</artifactId>
                        </project>
                        """)
                .text("odd/pom.xml", "<project><artifactId>${nobody.knows}</artifactId></project>")
                .files("README.md", "net/src/main/java/A.java", "odd/B.java");
        assertEquals(
                List.of(
                        "package* net all-net: net/pom.xml net/src/main/java/A.java",
                        "package* odd odd: odd/B.java odd/pom.xml"),
                tree.lines());
        assertEquals("odd/pom.xml", tree.notes.get(0).path());
    }

    @Test
    void gradle_settings_include_projects_and_place_them() {
        DeclaredTree tree = new DeclaredTree(new GradleReader())
                .text("settings.gradle", """
                        rootProject.name = 'whole'
                        include ':core', // the heart
                                'net:http'
                        includeBuild '../elsewhere'
                        include(":far")
                        include ':gone'
                        project(':far').projectDir = file('over/there')
                        project(':gone').projectDir = file('../../out')
                        """)
                .files(
                        "core/src/A.java",
                        "net/http/B.kt",
                        "over/there/C.java",
                        "build.gradle",
                        "plain/build.gradle.kts")
                .files("plain/src/D.java");
        assertEquals(
                List.of(
                        "package* core core: core/src/A.java",
                        "package* net/http http: net/http/B.kt",
                        "package* over/there far: over/there/C.java",
                        "package* plain plain: plain/build.gradle.kts plain/src/D.java"),
                tree.lines());
        assertTrue(tree.notes.get(0).reason().contains("outside the tree"), tree.notes.toString());
    }

    @Test
    void an_npm_package_owns_its_scripts_and_what_lies_beside_them() {
        DeclaredTree tree = new DeclaredTree(new NpmReader())
                .text("package.json", "{\"private\": true, \"workspaces\": [\"packages/*\"]}")
                .text(
                        "packages/a/package.json",
                        "{\"version\": \"1\",\n \"name\": \"@me/a\", \"scripts\": {\"name\": \"no\"}}")
                .files("packages/a/index.js", "packages/a/lib/x.ts", "packages/a/lib/x.md", "packages/a/docs/y.md");
        assertEquals(
                List.of("package* packages/a @me/a: packages/a/index.js packages/a/lib/x.md packages/a/lib/x.ts"
                        + " packages/a/package.json"),
                tree.lines());
    }

    @Test
    void an_empty_object_is_data_too() {
        DeclaredTree tree = new DeclaredTree(new NpmReader()).text("package.json", "{\n}\n");
        assertEquals(List.of(), tree.lines());
        assertEquals(List.of(), tree.notes);
    }

    @Test
    void an_addon_takes_the_sources_of_all_conditions_and_includes() {
        DeclaredTree tree = new DeclaredTree(new NpmReader())
                .text("binding.gyp", """
                        { # a comment
                          'includes': ['common.gypi', '../../outside.gypi'],
                          'targets': [{
                            'target_name': '<(module)',
                            'sources': ['src/a.cc', '<@(more)',],
                            'conditions': [['OS=="win"', {'sources': ['src/win.cc']}, {'sources': ['src/posix.cc']}]],
                          }, {'target_name': 'tool', 'type': 'executable', 'sources': ['src/t.c']}]
                        }
                        """)
                .text(
                        "common.gypi",
                        "{'includes': ['binding.gyp'], 'variables': {'module%': 'fast', 'more': ['src/b.cc']}}")
                .files("src/a.cc", "src/b.cc", "src/win.cc", "src/posix.cc", "src/t.c", "src/other.cc");
        assertEquals(
                List.of("executable . tool: src/t.c", "plugin . fast: src/a.cc src/b.cc src/posix.cc src/win.cc"),
                tree.lines());
        assertTrue(tree.notes.get(0).reason().contains("outside the tree"), tree.notes.toString());
    }

    @Test
    void a_gem_and_its_extension() {
        DeclaredTree tree = new DeclaredTree(new RubyReader())
                .text("quick.gemspec", "Gem::Specification.new do |s|\n  s.name = \"quick-parser\"\nend\n")
                .text("ext/quick/extconf.rb", "require 'mkmf'\ncreate_makefile('quick/quick_ext')\n")
                .files("ext/quick/q.c", "ext/quick/q.h", "ext/quick/notes.md", "lib/quick.rb", "doc/manual.md");
        assertEquals(
                List.of(
                        "package* . quick-parser: ext/quick/extconf.rb ext/quick/notes.md ext/quick/q.c ext/quick/q.h"
                                + " lib/quick.rb quick.gemspec",
                        "plugin ext/quick quick_ext: ext/quick/q.c ext/quick/q.h"),
                tree.lines());
    }

    @Test
    void a_perl_distribution_and_its_xs() {
        DeclaredTree tree = new DeclaredTree(new PerlReader())
                .text(
                        "Makefile.PL",
                        "WriteMakefile(\n  NAME => 'Data::Quick',\n  OBJECT => 'Quick.o src/hash.o',\n);\n")
                .files("Quick.xs", "Quick.c", "quick.h", "src/hash.c", "src/other.c", "lib/Data/Quick.pm", "t/a.t")
                .text("pure/Makefile.PL", "WriteMakefile(NAME => \"Pure\");")
                .files("pure/lib/Pure.pm");
        assertEquals(
                List.of(
                        "package* . Data-Quick: Makefile.PL Quick.c Quick.xs lib/Data/Quick.pm quick.h",
                        "package* pure Pure: pure/Makefile.PL pure/lib/Pure.pm",
                        "plugin . Data-Quick: Quick.c Quick.xs quick.h src/hash.c"),
                tree.lines());
    }

    @Test
    void a_swift_target_is_a_package_and_one_of_c_a_library() {
        DeclaredTree tree = new DeclaredTree(new SwiftReader())
                .text("Package.swift", """
                        // swift-tools-version:5.9
                        import PackageDescription
                        let package = Package(
                            name: "quick",
                            targets: [
                                .target(name: "Quick", dependencies: [.target(name: "CQuick"), "Other"]),
                                .target(name: "CQuick", path: "native", exclude: ["README"], sources: ["src"]),
                                .executableTarget(name: "quickd", dependencies: ["Quick"]),
                                .testTarget(name: "QuickTests"),
                                .target(name: "Far", path: "../../far"),
                            ]
                        )
                        """)
                .files("Sources/Quick/Q.swift", "Sources/quickd/main.swift", "Tests/QuickTests/T.swift")
                .files("native/src/q.c", "native/include/q.h", "native/old.c", "native/README");
        assertEquals(
                List.of(
                        "executable* Sources/quickd quickd: Sources/quickd/main.swift",
                        "library native CQuick: native/include/q.h native/src/q.c",
                        "library* Sources/Quick Quick: Sources/Quick/Q.swift"),
                tree.lines());
        assertTrue(tree.notes.get(0).reason().contains("outside the tree"), tree.notes.toString());
    }
}
