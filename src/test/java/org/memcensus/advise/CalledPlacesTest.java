package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Advice;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.FileReader;
import org.memcensus.model.NameSet;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.tables.AdviceTable;

/** Which line of which file is named to who calls a component. */
class CalledPlacesTest extends AdviceCase {
    private static final String LISTS = "lib_SOURCES = one.c two.c three.c\n";

    private static final String CALLS = """
            int f(int n) {
              return sqz_open(n);
            }
            """;

    /** The places named, as path:line, for a module of files that all include the component and name its functions. */
    private static List<String> places(Map<String, String> tree, String... users) {
        CountedFile[] files = new CountedFile[users.length];
        for (int i = 0; i < users.length; i++) {
            files[i] = including(users[i], "squeeze.h", calls(9 - i));
        }
        return places(tree, List.of(module("dir:app", files)));
    }

    private static List<String> places(Map<String, String> tree, List<CodeModule> modules) {
        return places(SQUEEZE, tree, modules);
    }

    private static List<String> places(Replacement entry, Map<String, String> tree, List<CodeModule> modules) {
        return advise(entry, tree, modules).stream()
                .map(advice -> advice.path() + ":" + advice.line())
                .toList();
    }

    private static List<Advice> advise(Replacement entry, Map<String, String> tree, List<CodeModule> modules) {
        return new Adviser(
                        List.of(entry),
                        modules,
                        AdviceTable.read(),
                        AdvisedTree.of(List.copyOf(new TreeMap<>(tree).keySet()), reader(tree)))
                .advise(modules.get(0));
    }

    private static FileReader reader(Map<String, String> tree) {
        return path -> {
            String text = tree.get(path);
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    void the_line_named_is_one_of_a_call() {
        String code = """
                #define sqz_bound(n) ((n) + 11)
                int sqz_open(int n);
                int f(int n) {
                  n = sqz_bound(n);
                  return sqz_open(n);
                }
                """;
        assertEquals(List.of("app/a.c:5"), places(Map.of("app/a.c", code), "app/a.c"));
        assertEquals(List.of("app/a.c:7"), places(Map.of(), "app/a.c"), "as it was found, where it cannot be read");
    }

    @Test
    void who_has_its_own_functions_of_these_names_is_no_user() {
        String own = """
                static int sqz_open(int n) {
                  return n;
                }
                int f(int n) {
                  return sqz_open(n);
                }
                """;
        String macro = "#define sqz_open(n) open(n)\n" + CALLS;
        assertEquals(List.of(), places(Map.of("app/a.c", own), "app/a.c"));
        assertEquals(List.of(), places(Map.of("app/a.c", macro), "app/a.c"));
        assertEquals(List.of("app/b.c:2"), places(Map.of("app/a.c", own, "app/b.c", CALLS), "app/a.c", "app/b.c"));
    }

    @Test
    void who_calls_a_function_that_the_project_has_itself_is_no_user() {
        CodeModule user = module("dir:app", including("app/a.c", "squeeze.h", calls(9)));
        NameSet names = NameSet.of(new int[] {NameSet.hash("sqz_open")}, 1);
        FileFacts facts = new FileFacts(List.of(), List.of(), List.of(), new FileFacts.Functions(names, NameSet.NONE));
        CodeModule own = module("dir:util", file("util/open.c", Role.CORE, Safety.UNSAFE, 100, facts));
        CodeModule test = module("dir:test", file("test/open.c", Role.TEST, Safety.UNSAFE, 100, facts));
        assertEquals(List.of(), places(Map.of("app/a.c", CALLS), List.of(user, own)));
        assertEquals(List.of("app/a.c:2"), places(Map.of("app/a.c", CALLS), List.of(user, test)));
    }

    @Test
    void a_source_that_no_build_lists_beside_others_is_not_named() {
        Map<String, String> tree = new HashMap<>(Map.of(
                "lib/gen.c", CALLS, "lib/one.c", CALLS, "lib/two.c", "", "lib/three.c", "", "lib/Makefile.am", LISTS));
        assertEquals(List.of("lib/one.c:2"), places(tree, "lib/gen.c", "lib/one.c"));
        assertEquals(List.of(), places(tree, "lib/gen.c"));
        tree.put("win/lib.vcxproj", "<ClCompile Include=\"..\\lib\\gen.c\"/>");
        assertEquals(List.of("lib/gen.c:2"), places(tree, "lib/gen.c", "lib/one.c"), "another build has it");
    }

    @Test
    void a_source_is_listed_where_that_cannot_be_told() {
        Map<String, String> tree = Map.of("lib/gen.c", "", "lib/one.c", "", "lib/two.c", "", "lib/three.c", "");
        assertFalse(isUnlisted(tree, Map.of()), "no build");
        assertTrue(isUnlisted(tree, Map.of("lib/Makefile.am", LISTS)));
        assertTrue(isUnlisted(tree, Map.of("Makefile", LISTS)), "of a directory above");
        assertFalse(isUnlisted(tree, Map.of("lib/NEWS", LISTS)), "no build file");
        assertFalse(isUnlisted(tree, Map.of("lib/Makefile.am", "x = one.c two.c\n")), "too few");
        assertFalse(isUnlisted(tree, Map.of("lib/Makefile.am", LISTS + "all = $(wildcard *.c)\n")));
        assertFalse(isUnlisted(tree, Map.of("lib/Makefile.am", LISTS + "EXTRA_DIST = gen.c\n")));
    }

    @Test
    void a_source_that_another_includes_is_built_with_it() {
        Map<String, String> tree =
                Map.of("lib/gen.c", "", "lib/one.c", "", "lib/two.c", "", "lib/three.c", "", "lib/Makefile.am", LISTS);
        FileFacts includes = new FileFacts(List.of(), List.of(new FileFacts.Include("../lib/gen.c", false)), List.of());
        CodeModule other = module("dir:app", file("app/all.c", Role.CORE, Safety.UNSAFE, 9, includes));
        UnlistedSources sources = unlisted(tree);
        assertFalse(sources.hold(core("lib/gen.c", 9), List.of(other)));
        assertTrue(unlisted(tree).hold(core("lib/gen.c", 9), List.of()));
    }

    private static boolean isUnlisted(Map<String, String> sources, Map<String, String> builds) {
        Map<String, String> tree = new HashMap<>(sources);
        tree.putAll(builds);
        return unlisted(tree).hold(core("lib/gen.c", 9), List.of());
    }

    private static UnlistedSources unlisted(Map<String, String> tree) {
        AdviceWords.Lists words = AdviceTable.read().lists();
        return new UnlistedSources(words, List.copyOf(new TreeMap<>(tree).keySet()), reader(tree));
    }

    @Test
    void where_only_some_functions_count_the_line_named_calls_one_of_them() {
        Replacement entry = using(new Replacement.Use(List.of("sqz_read()"), List.of(), List.of(), List.of()), "abi");
        Fact asked = new Fact("asked.component.squeeze", 1, 4);
        CodeModule user = module("dir:app", including("app/a.c", "squeeze.h", calls(9), asked));
        String sums = "int f(int n) {\n  return sqz_sum(n);\n}\n";
        String reads = sums + "int g(int n) {\n  return sqz_read(n);\n}\n";
        assertEquals(List.of("app/a.c:5"), places(entry, Map.of("app/a.c", reads), List.of(user)));
        assertEquals(List.of(), places(entry, Map.of("app/a.c", sums), List.of(user)));
    }
}
