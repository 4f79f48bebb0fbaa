package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CountedFile;
import org.memcensus.model.ModuleMarks.Upstream;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.SampleFiles;

class VendoredCopiesTest {
    private static final String SQUEEZE = "#ifndef SQ_H\n#define SQ_VERSION \"1.2.3\"\n";

    private static final List<Upstream> KNOWN = List.of(
            new Upstream(
                    "Squeeze",
                    "squeeze.h",
                    List.of("SQ_VERSION"),
                    "",
                    List.of("squeeze.h", "squeeze.c", "sq_*.c"),
                    Set.of("squeeze", "sqz"),
                    false,
                    "https://example.org/squeeze"),
            new Upstream(
                    "Tiny",
                    "tiny.h",
                    List.of(),
                    "tiny_token",
                    List.of("tiny.h", "tiny.c"),
                    Set.of(),
                    false,
                    "https://example.org/tiny"),
            new Upstream(
                    "All",
                    "all.h",
                    List.of("ALL_VERSION"),
                    "",
                    List.of("all.h", "all.c"),
                    Set.of(),
                    true,
                    "https://example.org/all"));

    private final Map<String, String> texts = new HashMap<>();
    private final List<CountedFile> files = new ArrayList<>();
    private final List<CountedFile> generated = new ArrayList<>();

    private VendoredCopiesTest with(String path, long code, String text) {
        texts.put(path, text);
        files.add(SampleFiles.c(path, code));
        return this;
    }

    private VendoredCopiesTest project() {
        return with("src/main.c", 5000, "int main;");
    }

    private Map<String, RoleDecision> found(String repository) {
        return new VendoredCopies(KNOWN, repository, path -> {
                    String text = texts.get(path);
                    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
                })
                .in(files, generated);
    }

    private Set<String> copies() {
        return new TreeSet<>(found("other").keySet());
    }

    @Test
    void a_generated_file_tells_of_a_copy_too() {
        project().with("src/sq/squeeze.c", 300, "int squeeze;");
        texts.put("src/sq/squeeze.h", SQUEEZE);
        generated.add(SampleFiles.c("src/sq/squeeze.h", 30));
        assertEquals(Set.of("src/sq/squeeze.c"), found("own").keySet());
    }

    @Test
    void a_directory_of_its_name_is_the_copy_and_says_why() {
        project()
                .with("engine/squeeze-1.2/lib/squeeze.h", 50, SQUEEZE)
                .with("engine/squeeze-1.2/lib/extra.c", 100, "int e;")
                .with("engine/glue.c", 100, "int g;");

        assertEquals(Set.of("engine/squeeze-1.2/lib/squeeze.h", "engine/squeeze-1.2/lib/extra.c"), copies());
        assertEquals(
                new RoleDecision(Role.VENDORED, "copy of Squeeze, known by engine/squeeze-1.2/lib/squeeze.h"),
                found("other").get("engine/squeeze-1.2/lib/extra.c"));
    }

    @Test
    void what_is_half_of_a_tree_is_a_copy_only_where_the_project_says_that_it_is_another() {
        project().with("squeeze/src/headers/squeeze.h", 50, SQUEEZE).with("squeeze/src/many.c", 6000, "int m;");
        assertEquals(Set.of(), copies());
        texts.put("README.md", "# libSqueeze\n\nMakes things small.\n");
        assertEquals(Set.of(), copies());
        texts.put("README.md", "# Lantern\n\nShows the way." + " ".repeat(600) + "It has a copy of Squeeze.\n");
        assertEquals(Set.of("squeeze/src/headers/squeeze.h", "squeeze/src/many.c"), copies());
    }

    @Test
    void among_other_files_only_its_own_are_the_copy() {
        project()
                .with("src/squeeze.h", 50, SQUEEZE)
                .with("src/squeeze.c", 300, "int s;")
                .with("src/sq_tree.c", 300, "int t;")
                .with("src/a/sq_other.c", 30, "int o;");

        assertEquals(Set.of("src/squeeze.h", "src/squeeze.c", "src/sq_tree.c"), copies());
    }

    @Test
    void a_header_that_is_yet_to_be_made_tells_as_well() {
        project()
                .with("a/squeeze-src/squeeze.h.in", 50, "#define SQ_VERSION \"@VERSION@\"\n")
                .with("a/squeeze-src/squeeze.c", 300, "int s;")
                .with("b/tiny.h.in", 5, "#include <tiny.h>\n")
                .with("b/tiny.c", 300, "int t;")
                .with("src/tiny.h.in", 5, "struct tiny_token;\n")
                .with("src/tiny.c", 300, "int t;");

        assertEquals(Set.of("a/squeeze-src/squeeze.h.in", "a/squeeze-src/squeeze.c"), copies());
    }

    @Test
    void a_header_that_only_bears_the_name_tells_nothing() {
        project()
                .with("src/squeeze.h", 50, "/* needs SQ_VERSION 1.2 */\n#include <squeeze.h>\n")
                .with("src/tiny.h", 5, "#include <tiny.h>\n")
                .with("src/tiny.c", 300, "int t;");

        assertEquals(Set.of(), copies());
    }

    @Test
    void the_project_itself_is_no_copy_in_whatever_directory_it_is_kept() {
        with("squeeze/lib/squeeze.h", 50, SQUEEZE)
                .with("squeeze/lib/squeeze.c", 900, "int s;")
                .with("tools/sq.c", 500, "int main;");

        assertEquals(Set.of(), copies());
    }

    @Test
    void a_large_project_around_its_own_library_is_known_by_its_name() {
        with("lib/squeeze.h", 50, SQUEEZE).with("lib/squeeze.c", 900, "int s;").project();

        assertEquals(Set.of("lib/squeeze.h", "lib/squeeze.c"), copies());
        assertEquals(Map.of(), found("libsqueeze"));
        assertEquals(Map.of(), found("squeeze-1.2.3"));
    }

    @Test
    void what_lies_at_the_root_or_is_offered_there_is_the_projects_own() {
        project()
                .with("squeeze.h", 50, SQUEEZE)
                .with("squeeze.c", 300, "int s;")
                .with("include/squeeze/squeeze.h", 50, SQUEEZE)
                .with("lib/include/squeeze/squeeze.h", 50, SQUEEZE)
                .with("sqz/squeeze.h", 50, SQUEEZE);

        assertEquals(Set.of(), copies());
    }

    @Test
    void an_offered_header_belongs_to_the_copy_that_lies_elsewhere() {
        project()
                .with("include/squeeze/squeeze.h", 50, SQUEEZE)
                .with("include/own.h", 50, "int o;")
                .with("lib/squeeze/squeeze.c", 300, "int s;");

        assertEquals(Set.of("include/squeeze/squeeze.h", "lib/squeeze/squeeze.c"), copies());
    }

    @Test
    void what_is_put_together_for_others_is_a_copy_wherever_it_lies() {
        with("all.h", 50, "#define ALL_VERSION \"3.1\"\n")
                .with("all.c", 9000, "int a;")
                .with("own.c", 100, "int o;");

        assertEquals(Set.of("all.h", "all.c"), copies());
    }

    @Test
    void a_file_that_cannot_be_read_tells_nothing() {
        project().with("src/squeeze.h", 50, SQUEEZE).with("src/squeeze.c", 300, "int s;");
        texts.clear();

        assertEquals(Set.of(), copies());
    }
}
