package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

class MakeReaderTest {
    private static Trees tree() {
        return new Trees().files("src/a.c", "src/b.c", "src/c.c", "src/main.c", "src/tool.c");
    }

    private static String id(String build, String file) {
        Trees tree = tree().build("src/Makefile", build);
        String id = tree.ids().get(file);
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
        return id == null ? "" : id;
    }

    @Test
    void rules_that_link_objects_declare_targets() {
        String build = """
                # A comment \\
                  that goes on
                OBJS = a.o b.o
                ifeq ($(OS),Windows_NT)
                  OBJS += c.o
                endif
                PROG = server$(EXT)
                all: $(PROG) libfoo.a
                $(PROG): main.o libfoo.a
                \t$(CC) -o $@ main.o -L. -lfoo
                libfoo.a: $(OBJS)
                \tar rcs $@ $(OBJS)
                a.o: a.c tool.c
                clean: main.o
                \trm -f *.o
                """;
        assertEquals("make:src/server", id(build, "src/main.c"));
        assertEquals("make:src/libfoo", id(build, "src/a.c"));
        assertEquals("make:src/libfoo", id(build, "src/c.c"));
        assertEquals("family:src/tool", id(build, "src/tool.c"));
    }

    @Test
    void libtool_makes_two_objects_of_a_source_and_configure_names_the_ending_of_programs() {
        String build = """
                EXEEXT=@EXEEXT@
                TOOL_OBJ=tool.lo
                server$(EXEEXT): $(TOOL_OBJ)
                \t$(LINK) -o $@ $(TOOL_OBJ)
                tool.lo tool.o: $(srcdir)/src/tool.c config.h \\
                  $(srcdir)/src/tool.h
                """;
        Trees tree = tree().build("Makefile.in", build);
        assertEquals("make:server", tree.ids().get("src/tool.c"));
    }

    /** As a pattern leaves it where a variable is empty. */
    @Test
    void a_word_that_is_only_an_ending_is_no_object() {
        assertEquals("make:src/x", id("x: a.o $(SUFFIX)o c\n\t$(CC) -o $@ $^\n", "src/a.c"));
    }

    @Test
    void functions_patterns_and_search_paths_lead_to_sources() {
        assertEquals("make:src/x", id("SRC := $(wildcard [ab].c *a.c)\nx: $(SRC:.c=.o)\n", "src/a.c"));
        assertEquals("make:src/x", id("x: $(patsubst %.c,obj/%.o,a.c b.c)\nobj/%.o: %.c\n\tcc -c $<\n", "src/b.c"));
        assertEquals("make:src/x", id("x: $(foreach f,a b,out/$(f).o)\n\t$(LINK)\n", "src/b.c"));
        assertEquals("make:src/x", id("S = a.c\nS := $(S) b.c\nx: $(S)\n\t$(CC) $^ -o x\n", "src/b.c"));
        Trees tree = tree().build("Makefile", "VPATH = src:lib\nx: a.o\n").build("Makefile.inc", "");
        assertEquals("make:x", tree.ids().get("src/a.c"));
        Trees named = tree().build("Makefile", "x: obj/q.o\nobj/q.o: src/c.c\n\t$(CC) -c $<\n");
        assertEquals("make:x", named.ids().get("src/c.c"));
    }

    @Test
    void shared_and_static_twins_are_one_library_without_its_version() {
        String build = "libz.a: a.o b.o\n\t$(AR) $@\nlibz.so.1.2: a.lo b.lo\n\t$(CC) -shared\n";
        Trees tree = tree().build("src/Makefile.in", build);
        assertEquals("make:src/libz", tree.ids().get("src/a.c"));
        assertEquals(ModuleKind.LIBRARY, GroupedFile.kind(tree, "src/a.c"));
    }

    /** As where plugins of a program can only be linked against a DLL. */
    @Test
    void what_is_a_program_on_one_system_is_one() {
        String build = "ifeq ($(OS),cygwin)\nP=server.dll\nelse\nP=server\nendif\n$(P): a.o b.o\n\t$(LINK) -o $@ $^\n";
        Trees tree = tree().build("src/Makefile", build);
        assertEquals("make:src/server", tree.ids().get("src/a.c"));
        assertEquals(ModuleKind.EXECUTABLE, GroupedFile.kind(tree, "src/a.c"));
        Trees plugin = tree().build("src/Makefile", "server.dll: a.o b.o\n\t$(LINK) -o $@ $^\n");
        assertEquals(ModuleKind.PLUGIN, GroupedFile.kind(plugin, "src/a.c"));
    }

    @Test
    void make_files_of_the_bsds_name_program_and_library() {
        assertEquals("make:src/tool", id("PROG=tool\n.include <bsd.prog.mk>\n", "src/tool.c"));
        assertEquals("make:src/libu", id("LIB=u\nSRCS=a.c b.c\n.include <bsd.lib.mk>\n", "src/b.c"));
    }

    @Test
    void what_automake_or_kbuild_owns_is_left_to_them() {
        Trees tree = tree().build("src/Makefile.in", "x: a.o\n").build("src/Makefile.am", "");
        assertEquals("family:src/a", tree.ids().get("src/a.c"));
        assertEquals("family:src/a", id("obj-y += b.o\nx: a.o\n\t$(LD)\n", "src/a.c"));
    }

    @Test
    void included_make_files_are_followed_from_where_make_runs() {
        Trees tree = tree().build("Makefile", "include mk/lists.mk\nx: $(OBJECTS)\n\t$(CC)\n")
                .build("mk/lists.mk", "OBJECTS = src/a.o\n");
        assertEquals("make:x", tree.ids().get("src/a.c"));
    }
}
