package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonReaderTest {
    private static List<String> plugins(DeclaredTree tree) {
        return tree.lines().stream().filter(line -> line.startsWith("plugin")).toList();
    }

    @Test
    void extensions_are_followed_through_lists_loops_branches_and_functions() {
        DeclaredTree tree = new DeclaredTree(new PythonReader())
                .text("setup.py", """
                        import os
                        from setuptools import setup, Extension
                        HERE = os.path.abspath(os.path.dirname(__file__))
                        NAMES = ("hash", "sort")
                        files = ["src/main.c"]
                        for name in NAMES:
                            files.append("src/" + name + ".c")
                        if os.name == "nt":
                            more = ["src/win.c"]
                        else:
                            more = ["src/posix.c"]
                        class build:
                            def extensions(self):
                                return [
                                    Extension("quick._fast", files + more, depends=["src/fast.h"]),
                                    Extension(name="quick._slow", sources=[os.path.join(HERE, "src", f"{x}.c") for x in ["slow"]]),
                                ]
                        setup(name="quick", ext_modules=build().extensions(), libraries=[("z", {"sources": ["z/z.c"]})])
                        """)
                .files("src/main.c", "src/hash.c", "src/sort.c", "src/win.c", "src/posix.c", "src/fast.h", "src/slow.c")
                .files("z/z.c", "quick/__init__.py", "docs/a.md");
        assertEquals(
                List.of(
                        "library . z: z/z.c",
                        "package* . quick: quick/__init__.py setup.py",
                        "plugin . quick._fast: src/fast.h src/hash.c src/main.c src/posix.c src/sort.c src/win.c",
                        "plugin . quick._slow: src/slow.c"),
                tree.lines());
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
    }

    @Test
    void a_script_beside_it_that_it_imports_counts_too() {
        DeclaredTree tree = new DeclaredTree(new PythonReader())
                .text("setup.py", "import parts\nfrom setuptools import setup\nsetup(name='p')\n")
                .text("parts.py", """
                        import setup
                        MODULES = 'p.a p.b'.split()
                        for m, f in zip(MODULES, [m.replace('.', '/') for m in MODULES]):
                            pass
                        Extension('p.a', ['%s/%s.c' % ('src', 'a')])
                        cythonize('src/*.pyx')
                        """)
                .files("src/a.c", "src/b.pyx");
        assertEquals(List.of("plugin . p.a: src/a.c", "plugin . src.b: src/b.pyx"), plugins(tree));
        assertEquals("parts.py", tree.read().get(0).path());
    }

    @Test
    void a_project_is_named_by_any_of_its_files_and_settings_of_tools_are_none() {
        DeclaredTree tree = new DeclaredTree(new PythonReader())
                .text("a/pyproject.toml", "[build-system]\nrequires = [\n  'x', # y\n]\n[project]\nname = \"aa\"\n")
                .text("b/setup.cfg", "[options]\nname = no\n[metadata]\nname = bb\n")
                .text("b/setup.py", "from setuptools import setup\nsetup()\n")
                .text("c/pyproject.toml", "[tool.black]\nline-length = 100\n")
                .files("a/m.py", "b/m.py", "c/m.py");
        assertEquals(
                List.of("package* a aa: a/m.py a/pyproject.toml", "package* b bb: b/m.py b/setup.cfg b/setup.py"),
                tree.lines());
    }

    @Test
    void setuptools_lists_extensions_in_pyproject_too() {
        DeclaredTree tree =
                new DeclaredTree(new PythonReader()).text("pyproject.toml", """
                        [project]
                        name = 'p'
                        [tool.setuptools]
                        ext-modules = []
                        [[tool.setuptools.ext-modules]]
                        name = 'p.a'
                        sources = ['a.c', '../x.c']
                        [[tool.setuptools.ext-modules]]
                        name = 'p.b'
                        sources = ['b.c']
                        """).files("a.c", "b.c");
        assertEquals(List.of("plugin . p.a: a.c", "plugin . p.b: b.c"), plugins(tree));
        assertTrue(tree.notes.get(0).reason().contains("outside the tree"), tree.notes.toString());
    }

    @Test
    void a_module_of_cython_holds_what_it_includes_and_its_own_declarations() {
        DeclaredTree tree = new DeclaredTree(new PythonReader())
                .text("setup.py", "setup(ext_modules=cythonize(['src/tree.pyx', 'src/plain.pyx']))")
                .text("src/tree.pyx", "# include \"no.pxi\"\ninclude \"nodes.pxi\"  # nodes\nincluded = 'x.pxi'\n")
                .text("src/nodes.pxi", "  include 'sub/walk.pxi'\ninclude '../../far.pxi'\n")
                .text("src/sub/walk.pxi", "include '../tree.pyx'\ninclude '../nodes.pxi'\n")
                .files("src/tree.pxd", "src/no.pxi", "src/plain.pyx", "src/x.pxi");
        assertEquals(
                List.of(
                        "package* . .: setup.py",
                        "plugin . src.plain: src/plain.pyx",
                        "plugin . src.tree: src/nodes.pxi src/sub/walk.pxi src/tree.pxd src/tree.pyx"),
                tree.lines());
    }

    @Test
    void what_only_a_run_would_know_is_said() {
        DeclaredTree tree = new DeclaredTree(new PythonReader())
                .text("setup.py", "Extension(name(), ['a.c'])\nExtension('b', find())\nsetup(name=name())\n")
                .files("a.c");
        assertEquals(List.of("package* . .: a.c setup.py"), tree.lines());
        assertEquals(2, tree.notes.size(), tree.notes.toString());
    }
}
