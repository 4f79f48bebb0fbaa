package org.memcensus.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.scan.ScanOptions;
import org.memcensus.source.FaultyHost;
import org.memcensus.store.Identity;
import org.memcensus.store.Outcome;
import org.memcensus.store.Status;
import org.memcensus.store.Store;

@NullUnmarked // a null fails the test
class BatchTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> SMALL = Map.of("a.c", "int a;\n", "b.rs", "fn b() {}\n");
    private static final long MEGA = 1 << 20;

    @TempDir
    private Path temporary;

    private Origins origins;
    private final List<Outcome> heard = new ArrayList<>();
    private final List<String> retries = new ArrayList<>();

    @BeforeEach
    void serve() throws Exception {
        origins = new Origins(Files.createDirectories(temporary.resolve("origins")));
    }

    @AfterEach
    void end() throws Exception {
        origins.close();
    }

    private final class Listener implements BatchListener {
        @Override
        public void begins(long todo, long before) {}

        @Override
        public void finished(Outcome outcome) {
            heard.add(outcome);
        }

        @Override
        public synchronized void retries(String reason, long seconds) {
            retries.add(reason);
        }
    }

    private BatchOptions options(int jobs, long maxRepoSize, boolean keep) {
        ScanOptions scan = ScanOptions.of(".")
                .but()
                .policy("default")
                .jobs(jobs)
                .maxFileSize(MEGA)
                .maxFiles(100_000)
                .build();
        return new BatchOptions(
                scan,
                2,
                2,
                1,
                Duration.ofMillis(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                maxRepoSize,
                10 * MEGA,
                temporary.resolve("clones"),
                keep);
    }

    private Summary run(Path db, BatchOptions options, List<Status> again, String... addresses) throws Exception {
        try (Store store = Store.open(db, new Identity("1", "default", "1", ""), "test")) {
            RepositoryList.Read[] read = new RepositoryList.Read[1];
            store.list(
                    sink -> {
                        try {
                            read[0] = RepositoryList.read(
                                    new StringReader(String.join("\n", addresses)), temporary, note -> {}, sink);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    again);
            return new Batch(options, store, read[0].addresses(), new Listener(), NOON).run();
        }
    }

    private Summary run(String... addresses) throws Exception {
        return run(db(), options(2, MEGA, false), List.of(), addresses);
    }

    private Path db() {
        return temporary.resolve("s.sqlite");
    }

    private List<String> query(String sql) throws Exception {
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + db());
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                found.add(row.toString());
            }
        }
        return found;
    }

    @Test
    void a_repository_is_the_same_read_in_its_place_and_cloned() throws Exception {
        origins.makeMany("r", 1);
        assertEquals(new Summary(2, 0, 0, 0), run(origins.path("r0.git"), origins.url("r0.git")));
        for (String table : List.of("scopes", "languages", "modules", "evidence", "replacements", "vendored")) {
            List<String> local = query("SELECT * FROM " + table + " WHERE url LIKE 'file:%'");
            List<String> cloned = query("SELECT * FROM " + table + " WHERE url LIKE 'git:%'");
            assertFalse(local.isEmpty() && !table.equals("replacements"), table);
            assertEquals(
                    local.stream()
                            .map(row -> row.replace(origins.path("r0.git"), ""))
                            .toList(),
                    cloned.stream()
                            .map(row -> row.replace(origins.url("r0.git"), ""))
                            .toList());
        }
        assertEquals(List.of("2"), query("SELECT count(DISTINCT url) FROM vendored WHERE component = 'zip'"));
        try (var left = Files.list(temporary.resolve("clones"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void every_fault_is_a_row_with_its_reason_and_the_others_are_done() throws Exception {
        byte[] noise = new byte[2_000_000];
        new Random(1).nextBytes(noise);
        origins.make("good.git", SMALL).make("empty.git", Map.of()).make("damaged.git", SMALL);
        origins.make("headless.git", SMALL).behead("headless.git");
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        web.start();
        origins.make(
                "large.git",
                Map.of("a.c", "int a;\n", "n.txt", Base64.getEncoder().encodeToString(noise)));
        origins.damage("damaged.git");
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (FaultyHost silent = FaultyHost.silent();
                FaultyHost cut = FaultyHost.before(origins.port(), (bytes, length, place) -> place < 200)) {
            Map<String, String> faults = new TreeMap<>();
            faults.put("git://127.0.0.1:" + closed + "/a.git", "no connection to the host");
            faults.put("https://no-such-host.invalid/a.git", "unknown host");
            faults.put("git://127.0.0.1:" + silent.port() + "/a.git", "did not answer in time");
            faults.put("git://127.0.0.1:" + cut.port() + "/good.git", "cannot be cloned");
            faults.put(origins.url("empty.git"), "empty repository");
            faults.put(origins.url("large.git"), "larger than --max-repo-size");
            faults.put(origins.path("damaged.git"), "damaged");
            faults.put(origins.url("damaged.git"), "");
            faults.put(origins.url("headless.git"), "HEAD leads to no branch");
            faults.put(origins.path("headless.git"), "HEAD leads to no branch");
            faults.put(origins.path("empty.git"), "empty repository");
            faults.put("http://127.0.0.1:" + web.getAddress().getPort() + "/a.git", "no repository there");
            faults.put("file:///no/such/place", "no such file or folder");
            faults.put("svn://example.org/a", "no address that can be cloned");
            List<String> list = new ArrayList<>(faults.keySet());
            list.add(3, origins.url("good.git"));
            Summary summary = run(list.toArray(String[]::new));
            assertEquals(
                    new Summary(1, 0, faults.size(), 0),
                    summary,
                    query("SELECT url, error FROM repositories").toString());
            for (Map.Entry<String, String> fault : faults.entrySet()) {
                String error = query("SELECT error FROM repositories WHERE url = '" + fault.getKey() + "'")
                        .get(0);
                assertTrue(error.contains(fault.getValue()), error);
                assertTrue(error.contains(fault.getKey()), error);
            }
        } finally {
            web.stop(0);
        }
        assertEquals(List.of("0"), query("SELECT count(*) FROM scopes WHERE url NOT LIKE '%good.git'"));
        assertTrue(heard.stream()
                .allMatch(outcome ->
                        outcome.status() == Status.FAILED || outcome.url().endsWith("good.git")));
    }

    @Test
    void what_failed_for_now_is_tried_again_and_only_that() throws Exception {
        origins.make("good.git", SMALL).make("empty.git", Map.of());
        AtomicInteger connections = new AtomicInteger();
        try (FaultyHost flaky = FaultyHost.before(
                origins.port(), (bytes, length, place) -> place > 0 || connections.incrementAndGet() > 1)) {
            String url = "git://127.0.0.1:" + flaky.port() + "/good.git";
            assertEquals(new Summary(1, 0, 1, 0), run(url, origins.url("empty.git")));
            assertEquals(
                    List.of("done|2", "failed|1"), query("SELECT status, attempts FROM repositories ORDER BY status"));
            assertEquals(1, retries.size());
        }
    }

    @Test
    void failures_stay_until_they_are_asked_for_and_refresh_does_all_again() throws Exception {
        origins.make("a.git", SMALL);
        String late = origins.path("late.git");
        assertEquals(new Summary(1, 0, 1, 0), run(origins.path("a.git"), late));
        origins.make("late.git", SMALL);
        heard.clear();
        assertEquals(new Summary(1, 0, 1, 0), run(origins.path("a.git"), late));
        assertEquals(List.of(), heard);
        BatchOptions options = options(1, MEGA, false);
        assertEquals(new Summary(2, 0, 0, 0), run(db(), options, List.of(Status.FAILED), origins.path("a.git"), late));
        assertEquals(1, heard.size());
        run(db(), options, List.of(Status.DONE), origins.path("a.git"), late);
        assertEquals(3, heard.size());
    }

    @Test
    void clones_that_are_kept_are_taken_the_next_time() throws Exception {
        origins.make("a.git", SMALL);
        String url = origins.url("a.git");
        run(db(), options(1, MEGA, true), List.of(), url);
        origins.close();
        assertEquals(new Summary(1, 0, 0, 0), run(db(), options(1, MEGA, true), List.of(Status.DONE), url));
        try (var kept = Files.list(temporary.resolve("clones"))) {
            assertEquals(1, kept.count());
        }
    }

    @Test
    void a_part_that_is_missing_makes_it_incomplete() throws Exception {
        origins.make("a.git", Map.of("a.c", "int a;\n", "b.c", "int b;\n"));
        Path objects = temporary.resolve("origins/a.git/objects");
        try (var files = Files.walk(objects)) {
            Path smallest = files.filter(Files::isRegularFile)
                    .min(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            Files.delete(smallest);
        }
        assertEquals(new Summary(0, 1, 0, 0), run(origins.path("a.git")));
        assertTrue(query("SELECT error FROM repositories").get(0).startsWith("1 file could not be read, such as "));
    }

    @Test
    void many_go_through_short_queues_in_any_order_and_come_out_the_same() throws Exception {
        origins.makeMany("r", 40);
        String[] list = new String[40];
        for (int i = 0; i < list.length; i++) {
            list[i] = i % 2 == 0 ? origins.url("r" + i + ".git") : origins.path("r" + i + ".git");
        }
        assertEquals(new Summary(40, 0, 0, 0), run(list));
        List<String> first = query("SELECT * FROM modules ORDER BY url, module");
        run(db(), options(1, MEGA, false), List.of(Status.DONE), list);
        assertEquals(first, query("SELECT * FROM modules ORDER BY url, module"));
        assertEquals(80, heard.size());
    }
}
