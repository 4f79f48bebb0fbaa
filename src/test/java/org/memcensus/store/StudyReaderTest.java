package org.memcensus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Study;

@NullUnmarked // a null fails the test
class StudyReaderTest {
    @TempDir
    private Path folder;

    private static RepositoryRows rows(String url, double priority, String component) {
        Map<Table, List<List<@Nullable Object>>> rows = new EnumMap<>(Table.class);
        rows.put(
                Table.LANGUAGES,
                List.of(
                        List.of(url, "C", "unsafe", "core", 1L, 10L, 100L, 0L, 0L),
                        List.of(url, "C", "unsafe", "test", 1L, 10L, 50L, 0L, 0L),
                        List.of(url, "GLSL", "undetermined", "core", 2L, 10L, 30L, 0L, 0L),
                        List.of(url, "JSON", "none", "core", 1L, 10L, 7L, 0L, 0L)));
        rows.put(
                Table.MODULES,
                List.of(List.of(
                        url, "dir:z", "z", "directory", "z", "core", 1L, 100L, 100L, 1.0, priority, 1L, 50.0, 50.0)));
        rows.put(
                Table.REPLACEMENTS,
                List.of(List.of(url, "dir:z", "zlib", "zlib-rs", "is", "Rust", "abi", "its files")));
        rows.put(
                Table.VENDORED,
                List.of(
                        List.of(url, "v/one.c", component, "dir:z", "b1", "C", 40L),
                        List.of(url, "v/two.c", component, "dir:z", "own-" + url, "C", 60L)));
        return new RepositoryRows(url, url, "c", 5, 5, 0, null, rows);
    }

    private Study study(StudyReader.Question question, @Nullable Double... criticality) throws StoreException {
        Path file = folder.resolve("s.sqlite");
        String[] urls = {"a", "b", "c"};
        try (Store store = Store.open(file, new Identity("1", "default", "1", ""), "me")) {
            store.list(
                    sink -> {
                        for (int i = 0; i < urls.length; i++) {
                            sink.accept(new Entry(i + 1, urls[i], urls[i], criticality[i], Map.of()));
                        }
                        sink.accept(new Entry(9, "no", "no", null, Map.of()));
                    },
                    List.of());
            store.finished(new Outcome("a", rows("a", 80, "zlib"), null, 1, 0, "t", "t"));
            store.finished(new Outcome("b", rows("b", 70, "zlib"), null, 1, 0, "t", "t"));
            store.finished(new Outcome("c", rows("c", 60, "other"), null, 1, 0, "t", "t"));
            store.finished(new Outcome("no", null, "why", 1, 0, "t", "t"));
            // While the batch still holds the store.
            return StudyReader.read(file, question);
        }
    }

    private static StudyReader.Question question(Scope scope) {
        return new StudyReader.Question(scope, null, (name, scanned) -> scanned, 10);
    }

    @Test
    void a_scope_and_a_policy_decide_what_counts() throws Exception {
        Study shipped = study(question(Scope.SHIPPED), null, null, null);
        assertEquals(
                new Study.Project("a", "a", "c", null, 100, 0, 30, 7),
                shipped.projects().get(0));
        assertEquals(new Study.Progress(4, 3, 0, 1, 0), shipped.progress());
        assertEquals(List.of(new Study.Failure("no", "failed", "why")), shipped.failures());
        Study strict = study(
                new StudyReader.Question(
                        Scope.ALL,
                        "strict 1",
                        (name, scanned) -> scanned == Safety.UNDETERMINED ? Safety.UNSAFE : scanned,
                        10),
                null,
                null,
                null);
        assertEquals(180, strict.projects().get(0).unsafe());
        assertEquals(
                new Study.LanguageUse("C", Safety.UNSAFE, 3, 6, 450),
                strict.languages().get(0));
        assertEquals("strict 1", strict.about().policy());
        assertEquals("default 1", strict.about().scannedWith());
    }

    @Test
    void the_same_content_in_several_projects_makes_a_component() throws Exception {
        Study study = study(question(Scope.SHIPPED), null, null, null);
        // In three projects, but under one name in only two; what only one of them holds is not counted.
        assertEquals(List.of(new Study.Component("zlib", 2, 1, 40, "zlib-rs (Rust)")), study.components());
    }

    @Test
    void modules_of_critical_projects_come_first_where_the_list_tells() throws Exception {
        List<String> plain = study(question(Scope.SHIPPED), null, null, null).modules().stream()
                .map(Study.RankedModule::project)
                .toList();
        assertEquals(List.of("a", "b", "c"), plain);
        List<Study.RankedModule> weighed =
                study(question(Scope.SHIPPED), null, 1.0, 0.5).modules();
        assertEquals(
                List.of("b", "a", "c"),
                weighed.stream().map(Study.RankedModule::project).toList());
        assertEquals(0.8 * 70 + 20, weighed.get(0).weight(), 1e-9);
    }
}
