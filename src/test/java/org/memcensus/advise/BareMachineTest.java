package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Language;
import org.memcensus.model.LanguageType;
import org.memcensus.model.LineCounts;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.tables.AdviceTable;

class BareMachineTest {
    private static final String SCRIPT = "SECTIONS { .text : { *(.text) } }\n";

    private static boolean runs(Map<String, String> tree) {
        return runs(tree, Role.CORE, "stdio.h");
    }

    /** Whether the module of net/dns.c runs on a bare machine, in a tree that holds these files too, all of one role. */
    private static boolean runs(Map<String, String> tree, Role role, String... headers) {
        Map<String, String> all = new TreeMap<>(tree);
        all.put("net/dns.c", "");
        List<CountedFile> others = new ArrayList<>();
        tree.keySet().forEach(path -> others.add(file(path, role, Safety.NONE, FileFacts.NONE)));
        List<FileFacts.Include> includes = Arrays.stream(headers)
                .map(header -> new FileFacts.Include(header, true))
                .toList();
        FileFacts facts = new FileFacts(List.of(), includes, List.of());
        CodeModule module = module("dir:net", List.of(file("net/dns.c", Role.CORE, Safety.UNSAFE, facts)));
        BareMachine bare = new BareMachine(AdviceTable.read().bare(), List.copyOf(all.keySet()), path -> {
            String text = all.get(path);
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        });
        return bare.runs(module, List.of(module, module("dir:other", others)));
    }

    private static CodeModule module(String id, List<CountedFile> files) {
        return new CodeModule(id, id, ModuleKind.DIRECTORY, "", Role.CORE, files);
    }

    private static CountedFile file(String path, Role role, Safety safety, FileFacts facts) {
        LineSyntax plain = new LineSyntax("plain", List.of(), List.of(), List.of(), Set.of());
        Language language = new Language(
                "C", LanguageType.PROGRAMMING, safety, "", "", plain, List.of(), List.of(), List.of(), List.of());
        return new CountedFile(path, language, safety, role, 100, new LineCounts(100, 0, 0), facts);
    }

    @Test
    void a_kernel_module_and_firmware_are_told_by_their_headers() {
        assertFalse(runs(Map.of()));
        assertTrue(runs(Map.of(), Role.CORE, "linux/module.h"));
        assertTrue(runs(Map.of(), Role.CORE, "Uefi.h"));
    }

    @Test
    void a_kernel_of_plan_9_is_told_by_headers_that_only_it_includes_together() {
        assertTrue(runs(Map.of(), Role.CORE, "u.h", "../port/lib.h", "mem.h", "dat.h", "fns.h"));
        assertFalse(runs(Map.of(), Role.CORE, "u.h", "libc.h", "dat.h", "fns.h"), "a program of Plan 9");
    }

    @Test
    void the_build_of_its_directory_says_that_code_is_freestanding() {
        assertTrue(runs(Map.of("net/Makefile", "CFLAGS=-Os -ffreestanding\n")));
        assertTrue(runs(Map.of("net/Makefile.rules", "CFLAGS += -ffreestanding\n")));
        assertTrue(runs(Map.of("net/rules.mk", "CFLAGS += -ffreestanding\n")));
        assertFalse(runs(Map.of("boot/Makefile", "CFLAGS=-ffreestanding\n")), "another directory");
        assertFalse(runs(Map.of("net/NEWS", "-ffreestanding\n")), "no build file");
        assertFalse(runs(Map.of("Makefile", "plugin: ; cc -ffreestanding plugin.c\n")), "one rule of many at the root");
    }

    @Test
    void a_tree_of_linker_scripts_is_for_bare_machines() {
        Map<String, String> boards = Map.of("a/a.ld", SCRIPT, "b/b.lds", SCRIPT, "c/c.ld.S", SCRIPT);
        assertTrue(runs(boards));
        assertFalse(runs(boards, Role.EXAMPLE, "stdio.h"));
        assertFalse(runs(Map.of("a/a.ld", SCRIPT, "b/b.lds", SCRIPT)));
        assertFalse(
                runs(Map.of("a.ld", "{ global: f; };\n", "b.ld", "{ };\n", "c.ld", "{ };\n")), "versions of symbols");
        Map<String, String> hosted = new TreeMap<>(boards);
        hosted.put("configure.ac", "AC_INIT([x], [1])\n");
        assertFalse(runs(hosted), "it asks a system for what it has");
    }

    @Test
    void one_linker_script_is_enough_where_the_root_does_without_a_library() {
        assertTrue(runs(Map.of("kernel.ld", SCRIPT, "Makefile", "LDFLAGS = -nostdlib\n")));
        assertFalse(runs(Map.of("kernel.ld", SCRIPT, "Makefile", "LDFLAGS = -lm\n")));
        assertFalse(runs(Map.of("Makefile", "LDFLAGS = -nostdlib\n")));
    }

    @Test
    void a_tree_that_describes_platforms_of_uefi_is_firmware() {
        assertTrue(runs(Map.of("p/p.dsc", "", "a/a.inf", "", "b/b.inf", "", "c/c.inf", "")));
        assertFalse(runs(Map.of("p/p.dsc", "", "a/a.inf", "")));
        assertFalse(runs(Map.of("a/a.inf", "", "b/b.inf", "", "c/c.inf", "")));
    }
}
