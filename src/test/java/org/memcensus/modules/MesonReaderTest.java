package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

class MesonReaderTest {
    private static Trees tree() {
        return new Trees().files("src/a.c", "src/b.c", "src/c.c", "src/win.c", "src/main.c");
    }

    private static String id(String build, String file) {
        Trees tree = tree().build("src/meson.build", build);
        String id = tree.ids().get(file);
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
        return id == null ? "" : id;
    }

    @Test
    void a_library_and_a_program_of_one_name_are_two() {
        Trees tree = new Trees().files("git.c", "lib/read.c", "lib/write.c").build("meson.build", """
                        dep = declare_dependency(link_with: static_library('git', 'lib/read.c', 'lib/write.c'))
                        executable('git', 'git.c', dependencies: dep)
                        """);
        assertEquals("meson:git", tree.ids().get("git.c"));
        assertEquals("meson:libgit", tree.ids().get("lib/read.c"));
    }

    @Test
    void lists_branches_and_named_arguments_lead_to_sources() {
        String build = """
                # executable('no', 'a.c')
                sources = ['a.c', files('b.c')]
                if host_machine.system() == 'windows'
                  sources += 'win.c'
                elif true
                  x = 1
                else
                  sources += ['c.c']
                endif
                foo = library('foo', sources,
                  install : true,
                )
                executable('server', sources : 'main.c', link_with : foo)
                """;
        for (String file : new String[] {"a", "b", "c", "win"}) {
            assertEquals("meson:src/foo", id(build, "src/" + file + ".c"));
        }
        assertEquals("meson:src/server", id(build, "src/main.c"));
        Trees tree = tree().build("src/meson.build", "shared_module('plug', 'a.c')");
        assertEquals(ModuleKind.PLUGIN, GroupedFile.kind(tree, "src/a.c"));
    }

    @Test
    void subdirectories_share_variables_and_files_keep_their_place() {
        Trees tree = tree().build("meson.build", "name = 'fo'\nsubdir('src')\nstatic_library(name + 'o', all)\n")
                .build("src/meson.build", "all = files('a.c', 'b.c')\nexecutable(name, 'main.c')\n");
        assertEquals("meson:foo", tree.ids().get("src/a.c"));
        assertEquals("meson:src/fo", tree.ids().get("src/main.c"));
    }

    @Test
    void targets_may_be_called_after_the_project() {
        Trees tree = tree().build("meson.build", "project('tide', 'c')\nsubdir('src')\n")
                .build("src/meson.build", """
                        api = '@0@-agent-@1@'.format(meson.project_name(), 1)
                        library(api, 'a.c')
                        executable(unknown() + '-tool', 'main.c')
                        """);
        assertEquals("meson:src/tide-agent-1", tree.ids().get("src/a.c"));
        assertEquals("meson:src/tool", tree.ids().get("src/main.c"));
    }

    @Test
    void a_loop_over_dictionaries_declares_where_the_name_stands() {
        Trees tree = tree().build("meson.build", """
                        template = {'install' : true}
                        programs = []
                        subdir('src')
                        foreach program : programs
                          name = program.get('name')
                          extra = []
                          if name.startswith('fuzz-')
                            extra += files('src/c.c')
                          endif
                          executable(name, program['sources'] + extra)
                        endforeach
                        """).build("src/meson.build", """
                        programs += [
                          template + {
                            'name' : 'server',
                            'sources' : files('main.c'),
                          },
                        ]
                        """);
        assertEquals("meson:src/server", tree.ids().get("src/main.c"));
        assertEquals("target server declared at src/meson.build:3", GroupedFile.reason(tree, "src/main.c"));
        assertEquals("family:src/c", tree.ids().get("src/c.c"), "a branch that is surely not taken is left out");
    }

    @Test
    void formats_paths_and_source_sets_are_followed() {
        assertEquals(
                "meson:src/b", id("foreach n : ['a', 'b']\nexecutable(n, '@0@.c'.format(n))\nendforeach", "src/b.c"));
        assertEquals("meson:src/x", id("n = 'c'\nexecutable('x', '..' / 'src' / f'@n@.c')", "src/c.c"));
        assertEquals(
                "meson:src/x",
                id(
                        "ss = ss_mod.source_set()\nss.add(when: 'A', if_true: files('a.c'))\n"
                                + "library('x', ss.apply(config).sources())",
                        "src/a.c"));
        assertEquals("meson:src/x", id("library('x-' + get_option('v'), 'a.c')", "src/a.c"));
    }

    @Test
    void a_library_that_is_only_compiled_for_its_objects_is_none() {
        assertEquals("family:src/a", id("objects = static_library('probe', 'a.c').extract_all_objects()", "src/a.c"));
        assertEquals("meson:src/probe", id("l = static_library('probe', 'a.c')\nl.extract_all_objects()", "src/a.c"));
    }

    @Test
    void a_name_that_is_not_known_is_noted() {
        Trees tree = tree().build("src/meson.build", "library(get_option('name'), 'a.c')");
        assertEquals("family:src/a", tree.ids().get("src/a.c"));
        assertEquals(1, tree.notes.size());
    }
}
