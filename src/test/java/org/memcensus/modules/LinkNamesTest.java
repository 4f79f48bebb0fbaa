package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Role;

/** What each build system says of links, told by no include: only the build ties these modules. */
class LinkNamesTest {
    /** A library and a program, each in a directory of its own. */
    private static Trees tree() {
        return new Trees().files("net/wire.c", "net/frame.c", "net/frame2.c", "app/main.c", "app/run.c", "app/run2.c");
    }

    private static List<String> dependsOn(Trees tree, String id) {
        return tree.group().stream()
                .map(Grouping::module)
                .filter(module -> module.id().equals(id))
                .map(module -> module.ties().dependsOn())
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is none of " + tree.ids()));
    }

    @Test
    void meson_links_by_variables_and_by_dependencies_made_of_them() {
        Trees tree = tree().build("meson.build", "subdir('net')\nsubdir('app')\n")
                .build("net/meson.build", """
                        wire = static_library('wire', 'wire.c', 'frame.c')
                        wire_dep = declare_dependency(link_with: wire)
                        """)
                .build(
                        "app/meson.build",
                        "executable('app', 'main.c', 'run.c', dependencies: [dependency('m'), wire_dep])");
        assertEquals(List.of("meson:net/wire"), dependsOn(tree, "meson:app/app"));
    }

    @Test
    void gn_and_bazel_link_by_labels() {
        Trees gn = tree().build(".gn", "")
                .build("net/BUILD.gn", "static_library(\"wire\") { sources = [ \"wire.c\" ] }")
                .build("app/BUILD.gn", "executable(\"app\") { sources = [ \"main.c\" ]\n deps = [ \"//net:wire\" ] }");
        assertEquals(List.of("gn:net/wire"), dependsOn(gn, "gn:app/app"));
        Trees bazel = tree().build("MODULE.bazel", "")
                .build("net/BUILD", "cc_library(name = 'net', srcs = ['wire.c', 'frame.c', 'frame2.c'])")
                .build("app/BUILD", "cc_binary(name = 'app', srcs = ['main.c', 'run.c', 'run2.c'], deps = ['//net'])");
        assertEquals(List.of("bazel:net/net"), dependsOn(bazel, "bazel:app/app"));
    }

    @Test
    void a_label_means_no_target_of_the_same_name_elsewhere() {
        Trees tree = tree().build("MODULE.bazel", "")
                .build("net/BUILD", "cc_library(name = 'core', srcs = ['wire.c', 'frame.c', 'frame2.c'])")
                .build(
                        "app/BUILD",
                        "cc_binary(name = 'app', srcs = ['main.c', 'run.c', 'run2.c'], deps = ['//sys:core'])");
        assertEquals(List.of(), dependsOn(tree, "bazel:app/app"));
    }

    @Test
    void automake_and_make_link_by_the_files_that_libraries_are() {
        Trees automake = tree().build("net/Makefile.am", """
                        noinst_LTLIBRARIES = libwire.la
                        libwire_la_SOURCES = wire.c frame.c
                        """).build("app/Makefile.am", """
                        bin_PROGRAMS = app
                        app_SOURCES = main.c run.c
                        LDADD = $(top_builddir)/net/libwire.la -lm
                        """);
        assertEquals(List.of("automake:net/libwire"), dependsOn(automake, "automake:app/app"));
        Trees make = tree().build("net/Makefile", "libwire.a: wire.o frame.o\n\t$(AR) rv $@ wire.o frame.o\n")
                .build("app/Makefile", "app: main.o run.o\n\t$(CC) -o $@ main.o run.o -L../net -lwire\n");
        assertEquals(List.of("make:net/libwire"), dependsOn(make, "make:app/app"));
        make.build("app/Makefile", "app: main.o run.o ../net/libwire.a\n\t$(CC) -o $@ main.o run.o $(LIBS)\n");
        assertEquals(List.of("make:net/libwire"), dependsOn(make, "make:app/app"));
    }

    @Test
    void scons_and_qmake_link_by_the_names_of_libraries() {
        Trees scons = tree().build("SConstruct", """
                SConscript(['net/SConscript', 'app/SConscript'])
                """)
                .build("net/SConscript", "StaticLibrary('wire', ['wire.c', 'frame.c'])")
                .build("app/SConscript", "Program('app', ['main.c', 'run.c'], LIBS=['wire', 'm'])");
        assertEquals(List.of("scons:net/libwire"), dependsOn(scons, "scons:app/app"));
        Trees qmake = tree().build("net/wire.pro", "TEMPLATE = lib\nSOURCES += wire.c frame.c\n")
                .build("app/app.pro", "SOURCES += main.c run.c\nLIBS += -L../net -lwire\n");
        assertEquals(List.of("qmake:net/wire"), dependsOn(qmake, "qmake:app/app"));
    }

    @Test
    void projects_of_visual_studio_and_of_gyp_name_others() {
        Trees studio = tree().build("net/wire.vcxproj", """
                        <Project><ItemGroup><ClCompile Include="wire.c"/><ClCompile Include="frame.c"/></ItemGroup></Project>
                        """).build("app/app.vcxproj", """
                        <Project><ItemGroup><ClCompile Include="main.c"/></ItemGroup>
                        <ItemGroup><ProjectReference Include="..\\net\\wire.vcxproj"/></ItemGroup></Project>
                        """);
        assertEquals(List.of("visual-studio:net/wire"), dependsOn(studio, "visual-studio:app/app"));
        Trees gyp = tree().build(
                        "net/wire.gyp",
                        "{'targets': [{'target_name': 'wire', 'type': 'static_library', 'sources': ['wire.c']}]}")
                .build(
                        "app/binding.gyp",
                        "{'targets': [{'target_name': 'app', 'sources': ['main.c'], 'dependencies': ['../net/wire.gyp:wire']}]}");
        assertEquals(List.of("npm:net/wire"), dependsOn(gyp, "npm:app/app"));
    }

    @Test
    void cargo_packages_depend_by_path_and_by_their_workspace() {
        Trees tree = new Trees()
                .files("a/src/lib.rs", "b/src/lib.rs", "c/src/lib.rs", "c/native.c")
                .text(
                        "c/build.rs",
                        org.memcensus.model.Role.TOOLING,
                        "cc::Build::new().file(\"native.c\").compile(\"native\");")
                .build("Cargo.toml", "[workspace.dependencies]\nb = { path = \"b\", version = \"1\" }\n")
                .build("a/Cargo.toml", """
                        [package]
                        name = "a"
                        [dependencies]
                        b.workspace = true
                        serde = "1"
                        [target.'cfg(unix)'.dependencies]
                        c = { path = "../c" }
                        """)
                .build("b/Cargo.toml", """
                        [package]
                        name = "b"
                        [dev-dependencies]
                        a = { path = "../a" }
                        """)
                .build("c/Cargo.toml", "[package]\nname = \"c\"\n");
        assertEquals(List.of("cargo:b", "cargo:c"), dependsOn(tree, "cargo:a"));
        assertEquals(List.of(), dependsOn(tree, "cargo:b"), "what tests need is no part of it");
        assertEquals(List.of("cargo:c/native"), dependsOn(tree, "cargo:c"));
    }

    @Test
    void packages_of_npm_maven_gradle_and_dotnet_name_each_other() {
        Trees npm = new Trees()
                .files("one/index.js", "two/index.js")
                .build(
                        "one/package.json",
                        "{\"name\": \"@x/one\", \"dependencies\": {\"@x/two\": \"1\", \"left-pad\": \"1\"}}")
                .build("two/package.json", "{\"name\": \"@x/two\"}");
        assertEquals(List.of("npm:two"), dependsOn(npm, "npm:one"));
        Trees maven = new Trees()
                .files("one/src/A.java", "two/src/B.java")
                .build("one/pom.xml", """
                        <project><artifactId>one</artifactId><dependencies><dependency><artifactId>two</artifactId></dependency>
                        <dependency><artifactId>junit</artifactId><scope>test</scope></dependency></dependencies></project>
                        """)
                .build("two/pom.xml", "<project><artifactId>two</artifactId></project>");
        assertEquals(List.of("maven:two"), dependsOn(maven, "maven:one"));
        Trees gradle = new Trees()
                .files("one/src/A.java", "two/src/B.java")
                .build("one/build.gradle", "dependencies { implementation project(':two') }")
                .build("two/build.gradle", "");
        assertEquals(List.of("gradle:two"), dependsOn(gradle, "gradle:one"));
        Trees dotnet = new Trees()
                .files("one/A.cs", "two/B.cs")
                .build(
                        "one/one.csproj",
                        "<Project><ItemGroup><ProjectReference Include=\"..\\two\\two.csproj\"/></ItemGroup></Project>")
                .build("two/two.csproj", "<Project></Project>");
        assertEquals(List.of("dotnet:two"), dependsOn(dotnet, "dotnet:one"));
    }

    @Test
    void targets_of_swift_and_packages_of_go_link_their_c() {
        Trees swift = new Trees()
                .files("Sources/CWire/wire.c", "Sources/Wire/wire.swift")
                .build("Package.swift", """
                        let package = Package(name: "Wire", targets: [
                            .target(name: "Wire", dependencies: [.target(name: "CWire"), "Other"]),
                            .target(name: "CWire", cSettings: []),
                        ])
                        """);
        assertEquals(List.of("swift:Sources/CWire/CWire"), dependsOn(swift, "swift:Sources/Wire"));
        Trees go = new Trees()
                .files("wire.c")
                .text("wire.go", Role.CORE, "package wire\n\nimport \"C\"\n")
                .build("go.mod", "module example.org/wire\n");
        assertEquals(List.of("go:cgo"), dependsOn(go, "go:."));
    }

    @Test
    void packages_of_go_link_those_of_the_tree_that_they_import() {
        Trees go = new Trees()
                .build("go.mod", "module example.org/wire/v2\n")
                .build("main.go", """
                        // Package main: import "example.org/wire/v2/c"
                        package main

                        /*
                          import "example.org/wire/v2/c"
                        */

                        import (
                            "fmt"
                            . "example.org/wire/v2/a"
                            _ "example.org/wire/v2/sub/b" // why
                            "example.org/wire/v3/c"
                        )

                        var text = "example.org/wire/v2/c"
                        """)
                .build("main_test.go", "package main\nimport \"example.org/wire/v2/c\"\n")
                .build("a/a.go", "package a\nimport \"example.org/sub/d\"\n")
                .build("sub/go.mod", "module example.org/sub\n")
                .files("sub/b/b.go", "sub/d/d.go", "c/c.go");
        assertEquals(List.of("go:a", "go:sub/b"), dependsOn(go, "go:."));
        assertEquals(List.of("go:sub/d"), dependsOn(go, "go:a"));
    }

    @Test
    void packages_of_scripts_link_the_extensions_that_are_built_with_them() {
        DeclaredTree python = new DeclaredTree(new PythonReader())
                .files("src/fast.c", "z/z.c", "p/a.py")
                .text("setup.py", """
                        setup(name="p", libraries=[("z", {"sources": ["z/z.c"]})],
                              ext_modules=[Extension("p._fast", ["src/fast.c"], libraries=["z", "m"])])
                        """);
        assertEquals(List.of("//:p._fast", "//:z"), links(python, "p"));
        assertEquals(List.of("-lm", "-lz"), links(python, "p._fast"));
        DeclaredTree ruby = new DeclaredTree(new RubyReader())
                .files("ext/fast/fast.c", "lib/fast.rb")
                .text("fast.gemspec", "s.name = 'fast'")
                .text("ext/fast/extconf.rb", "create_makefile('fast/quick')");
        assertEquals(List.of("//ext/fast:quick"), links(ruby, "fast"));
        DeclaredTree perl = new DeclaredTree(new PerlReader())
                .files("Fast.xs", "fast.c", "lib/Fast.pm")
                .text("Makefile.PL", "NAME => 'Fast'");
        List<Declaration> fast = perl.read();
        assertEquals(List.of("//:Fast"), fast.get(1).links());
        LinkNames names = new LinkNames();
        names.add(fast.get(1), "package");
        names.add(fast.get(0), "extension");
        assertEquals("extension", names.find(fast.get(1), "//:Fast"), "of the same name it is no package");
    }

    @Test
    void extensions_link_libraries_that_another_build_of_the_tree_makes() {
        Trees tree = tree().build("net/Makefile.am", """
                        noinst_LTLIBRARIES = libwire.la
                        libwire_la_SOURCES = wire.c frame.c
                        """)
                .files("perl/Wire.xs", "perl/glue.c", "ruby/wire.c", "py/wire.c", "bind/bind.go", "bind/b_test.go");
        tree.build("perl/Makefile.PL", """
                WriteMakefile(NAME => 'Wire', LIBS => ['-L../net -lwire -lm']);
                """);
        assertEquals(List.of("automake:net/libwire"), dependsOn(tree, "perl:perl/Wire"));
        tree.build("perl/Makefile.PL", "WriteMakefile(NAME => 'Wire', MYEXTLIB => '../net/libwire$(LIB_EXT)');");
        assertEquals(List.of("automake:net/libwire"), dependsOn(tree, "perl:perl/Wire"));
        tree.build("ruby/extconf.rb", "abort unless have_library('wire', 'wire_open')\ncreate_makefile('wired')\n");
        assertEquals(List.of("automake:net/libwire"), dependsOn(tree, "ruby:ruby/wired"));
        tree.build("ruby/extconf.rb", "$LOCAL_LIBS << \" #{top}/../net/libwire.a -lm\"\ncreate_makefile('wired')\n");
        assertEquals(List.of("automake:net/libwire"), dependsOn(tree, "ruby:ruby/wired"));
        tree.build("py/setup.py", "setup(ext_modules=[Extension('wired', ['wire.c'], libraries=['wire', 'm'])])");
        assertEquals(List.of("automake:net/libwire"), dependsOn(tree, "python:py/wired"));
        tree.build("go.mod", "module example.org/wire\n").build("bind/bind.go", """
                package bind

                // #cgo CFLAGS: -I../net
                // #cgo linux,amd64 LDFLAGS: -L${SRCDIR}/../net -lwire -lm
                // #include "wire.h"
                import "C"
                """);
        assertEquals(List.of("automake:net/libwire"), dependsOn(tree, "go:bind"));
        tree.build("bind/bind.go", "package bind\n/*\n#cgo LDFLAGS: ${SRCDIR}/../net/libwire.a\n*/\nimport \"C\"\n");
        assertEquals(List.of("automake:net/libwire"), dependsOn(tree, "go:bind"));
    }

    @Test
    void an_addition_to_nginx_links_by_the_names_of_libraries() {
        Trees tree = tree().build("net/Makefile.am", """
                        noinst_LTLIBRARIES = libwire.la
                        libwire_la_SOURCES = wire.c frame.c
                        """).build("app/config", """
                        ngx_module_name=ngx_wire_module
                        ngx_module_srcs="$ngx_addon_dir/main.c $ngx_addon_dir/run.c"
                        ngx_module_libs="-L$ngx_addon_dir/../net -lwire"
                        . auto/module
                        """);
        assertEquals(List.of("automake:net/libwire"), dependsOn(tree, "nginx:app/ngx_wire_module"));
    }

    private static List<String> links(DeclaredTree tree, String name) {
        return tree.read().stream()
                .filter(declaration -> declaration.name().equals(name))
                .findFirst()
                .orElseThrow()
                .links();
    }
}
