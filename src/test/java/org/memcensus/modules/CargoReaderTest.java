package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CodeModule;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Role;

class CargoReaderTest {
    @Test
    void a_package_owns_its_files_up_to_the_next_package() {
        Trees tree = new Trees()
                .build("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n[package]\nname = \"top\"\n")
                .build("crates/foo/Cargo.toml", "[[bin]]\nname = 'tool'\n[ package ] # here\nname = 'foo-core'\n")
                .file("src/lib.rs")
                .file("crates/foo/src/lib.rs")
                .file("crates/foo/tests/it.rs", Role.TEST);
        Map<String, String> ids = tree.ids();
        assertEquals("cargo:.", ids.get("src/lib.rs"));
        assertEquals("cargo:crates/foo", ids.get("crates/foo/src/lib.rs"));
        assertEquals("cargo:crates/foo#test", ids.get("crates/foo/tests/it.rs"));
        CodeModule module = tree.group().stream()
                .map(Grouping::module)
                .filter(each -> each.id().equals("cargo:crates/foo"))
                .findFirst()
                .orElseThrow();
        assertEquals("foo-core", module.name());
        assertEquals(ModuleKind.PACKAGE, module.kind());
    }

    @Test
    void c_code_below_a_package_stays_a_module_of_its_own() {
        Map<String, String> ids = new Trees()
                .build("foo-sys/Cargo.toml", "[package]\nname = \"foo-sys\"\n")
                .files("foo-sys/src/lib.rs", "foo-sys/native/foo.c")
                .ids();
        assertEquals("cargo:foo-sys", ids.get("foo-sys/src/lib.rs"));
        assertEquals("dir:foo-sys/native", ids.get("foo-sys/native/foo.c"));
    }

    @Test
    void a_package_without_a_name_is_noted_and_a_workspace_is_none() {
        Trees tree = new Trees()
                .build("a/Cargo.toml", "[package]\nversion = \"1\"\n")
                .build("Cargo.toml", "[workspace]\n")
                .files("a/src/lib.rs");
        assertEquals("dir:a/src", tree.ids().get("a/src/lib.rs"));
        assertEquals(1, tree.notes.size());
        assertEquals("a/Cargo.toml", tree.notes.get(0).path());
    }

    @Test
    void what_a_build_script_compiles_is_a_library_of_its_own() {
        DeclaredTree tree = new DeclaredTree(new CargoReader())
                .text(
                        "foo-sys/Cargo.toml",
                        "[package]\nname = \"foo-sys\"\nlinks = \"foo\"\nbuild = \"make/build.rs\"\n")
                .text("foo-sys/make/build.rs", """
                        fn main() {
                            let mut build = cc::Build::new();
                            build.file("native/foo.c").include("native").flag("-O2");
                            for name in ["native/bar.c", "native/bar.h"] { build.file(name); }
                            build.compile("libfoo.a");
                            println!("cargo:rerun-if-changed=native/foo.c");
                        }
                        """)
                .files("foo-sys/src/lib.rs", "foo-sys/native/foo.c", "foo-sys/native/bar.c", "foo-sys/native/bar.h");
        assertEquals(
                "library foo-sys foo: foo-sys/native/bar.c foo-sys/native/foo.c",
                tree.lines().get(0));
        assertEquals(2, tree.lines().size());
    }

    @Test
    void a_template_of_a_package_file_counts() {
        DeclaredTree tree = new DeclaredTree(new CargoReader())
                .text("rust/Cargo.toml.in", "[package]\nname = \"core\"\nversion = \"@VERSION@\"\n")
                .files("rust/src/lib.rs");
        assertEquals(List.of("package* rust core: rust/Cargo.toml.in rust/src/lib.rs"), tree.lines());
    }
}
