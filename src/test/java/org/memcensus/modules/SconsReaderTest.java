package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

class SconsReaderTest {
    private static Trees tree() {
        return new Trees().files("src/a.c", "src/b.c", "src/c.c", "src/win.c", "src/main.c");
    }

    private static String id(String build, String file) {
        Trees tree = tree().build("src/SConscript", build);
        String id = tree.ids().get(file);
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
        return id == null ? "" : id;
    }

    @Test
    void builders_lists_and_branches_lead_to_sources() {
        String build = """
                Import('env')
                sources = Split(\"""
                    a.c
                    b.c
                \""")
                if env['PLATFORM'] == 'win32':
                    sources += ['win.c']
                def helper(x):
                    return x
                env.StaticLibrary(target='foo', source=sources)
                env.Program('server', ['main.c'] + [], LIBS=['foo'])
                """;
        for (String file : new String[] {"a", "b", "win"}) {
            assertEquals("scons:src/libfoo", id(build, "src/" + file + ".c"));
        }
        assertEquals("scons:src/server", id(build, "src/main.c"));
        Trees tree = tree().build("src/SConscript", build);
        assertEquals(ModuleKind.EXECUTABLE, GroupedFile.kind(tree, "src/main.c"));
    }

    @Test
    void loops_globs_and_formats_are_followed() {
        assertEquals("scons:src/b", id("for n in ['a', 'b']:\n  env.Program(n, '%s.c' % n)\n", "src/b.c"));
        assertEquals("scons:src/libx", id("Library('x', Glob('[ab]*.c') + Glob('?.c'))", "src/c.c"));
        assertEquals("scons:src/libx", id("Library('x', [n + '.c' for n in ['a', 'c'] if n])", "src/c.c"));
        assertEquals("scons:src/libx", id("Library('x', [os.path.join('..', 'src', 'a.c')])", "src/a.c"));
        assertEquals("scons:src/a", id("Program('a.c')", "src/a.c"));
    }

    @Test
    void scripts_return_lists_and_grow_those_of_others() {
        Trees tree = tree().build("SConstruct", """
                        objects = SConscript('src/SConscript', variant_dir='build')
                        Library('foo', objects)
                        """).build("src/SConscript", "s = ['a.c', 'b.c']\nReturn('s')\n");
        assertEquals("scons:libfoo", tree.ids().get("src/b.c"));
        Trees godot =
                tree().build("SConstruct", """
                        env.core_sources = []
                        SConscript('src/SCsub')
                        env.add_library('core', env.core_sources)
                        """).build("src/SCsub", "env.add_source_files(env.core_sources, '*.c')\n");
        assertEquals("scons:libcore", godot.ids().get("src/a.c"));
    }
}
