package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

class AutomakeReaderTest {
    private static Trees tree() {
        return new Trees().files("src/a.c", "src/b.c", "src/c.c", "src/win.c", "src/tool.c", "other/x.c");
    }

    @Test
    void sources_lists_conditions_and_included_lists_are_followed() {
        Trees tree = tree().build("src/Makefile.am", """
                        include Makefile.inc
                        lib_LTLIBRARIES = libfoo.la
                        libfoo_la_SOURCES = $(CORE) \\
                          b.c # the second
                        if WINDOWS
                        libfoo_la_SOURCES += $(top_srcdir)/src/win.c
                        endif
                        libfoo_la_LIBADD = ../other/libbar.la
                        """)
                .build("src/Makefile.inc", "STEMS = a c\nCORE = $(STEMS:=.c)\n")
                .build("configure.ac", "");
        for (String file : new String[] {"a", "b", "c", "win"}) {
            assertEquals("automake:src/libfoo", tree.ids().get("src/" + file + ".c"));
        }
        assertEquals("family:src/tool", tree.ids().get("src/tool.c"));
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
    }

    @Test
    void programs_plugins_and_convenience_libraries_are_targets() {
        Trees tree = tree().build("src/Makefile.am", """
                bin_PROGRAMS = my-tool$(EXEEXT)
                noinst_LTLIBRARIES = libhelp.la
                pkglib_LTLIBRARIES = plug.la
                my_tool_SOURCES = tool.c
                libhelp_la_SOURCES = a.c
                plug_la_SOURCES = b.c
                plug_la_LDFLAGS = -module -avoid-version
                check_PROGRAMS = test-it
                test_it_SOURCES = c.c
                """);
        assertEquals("automake:src/my-tool", tree.ids().get("src/tool.c"));
        assertEquals("automake:src/libhelp", tree.ids().get("src/a.c"));
        assertEquals(ModuleKind.EXECUTABLE, GroupedFile.kind(tree, "src/tool.c"));
        assertEquals(ModuleKind.LIBRARY, GroupedFile.kind(tree, "src/a.c"));
        assertEquals(ModuleKind.PLUGIN, GroupedFile.kind(tree, "src/b.c"));
        assertEquals("family:src/c", tree.ids().get("src/c.c"), "a test takes nothing away");
    }

    @Test
    void a_target_without_sources_has_the_file_of_its_name() {
        Trees tree = tree().build("src/Makefile.am", "bin_PROGRAMS = tool\nlib_LIBRARIES = a.a\n");
        assertEquals("automake:src/tool", tree.ids().get("src/tool.c"));
        assertEquals("automake:src/a", tree.ids().get("src/a.c"));
    }

    @Test
    void an_included_fragment_may_speak_of_its_own_place() {
        Trees tree = tree().build("Makefile.am", "bin_PROGRAMS =\ninclude src/local.mk\n")
                .build("src/local.mk", "bin_PROGRAMS += %D%/tool\n%C%_tool_SOURCES = %D%/tool.c\n");
        assertEquals("automake:src/tool", tree.ids().get("src/tool.c"));
    }

    @Test
    void a_place_is_where_the_sources_are_listed() {
        Trees tree = tree().build("src/Makefile.am", "bin_PROGRAMS = tool\n\ntool_SOURCES = tool.c\n");
        assertEquals("target tool declared at src/Makefile.am:3", GroupedFile.reason(tree, "src/tool.c"));
    }
}
