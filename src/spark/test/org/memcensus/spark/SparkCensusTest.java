package org.memcensus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.batch.Batch;
import org.memcensus.batch.BatchListener;
import org.memcensus.batch.BatchOptions;
import org.memcensus.batch.Origins;
import org.memcensus.batch.RepositoryList;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ScanOptions;
import org.memcensus.store.Identity;
import org.memcensus.store.Outcome;
import org.memcensus.store.Store;
import org.memcensus.store.Table;

@NullUnmarked // a null fails the test
class SparkCensusTest {
    private static final int REPOSITORIES = 12;
    private static final String COLUMNS = "url, name, commit_id, status, error, attempts, position, criticality,"
            + " files_seen, files_counted, files_unreadable";

    @TempDir
    private Path folder;

    private Origins origins;
    private String list = "";

    @BeforeEach
    void make() throws Exception {
        origins = new Origins(Files.createDirectories(folder.resolve("origins")));
        origins.makeMany("r", REPOSITORIES);
        StringBuilder lines = new StringBuilder("repo.url,default_score\n");
        for (int i = 0; i < REPOSITORIES; i++) {
            String name = "r" + i + ".git";
            lines.append(i % 2 == 0 ? origins.url(name) : origins.path(name)).append(",0.5\n");
        }
        lines.append("file:///no/such/place,\n").append(origins.url("r0.git")).append(",\n");
        list = lines.toString();
        Files.writeString(folder.resolve("list.csv"), list);
    }

    @AfterEach
    void end() throws Exception {
        origins.close();
    }

    private SparkSession.Builder builder(String master) {
        return SparkSession.builder()
                .appName("test")
                .master(master)
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", folder.resolve("spark").toString());
    }

    private List<String> parquet(SparkSession spark, String table) {
        List<String> rows = new ArrayList<>();
        for (Row row : spark.read()
                .parquet(folder.resolve("out").resolve(table).toString())
                .collectAsList()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.length(); i++) {
                cells.add(String.valueOf(row.get(i)));
            }
            rows.add(String.join("|", cells));
        }
        rows.sort(null);
        return rows;
    }

    private List<String> stored(String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("s.sqlite"));
                var result = connection.createStatement().executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", cells));
            }
        }
        rows.sort(null);
        return rows;
    }

    private void embedded() throws Exception {
        BatchListener silent = new BatchListener() {
            @Override
            public void begins(long todo, long before) {}

            @Override
            public void finished(Outcome outcome) {}

            @Override
            public void retries(String reason, long seconds) {}
        };
        BatchOptions options = new BatchOptions(
                ScanOptions.of("."),
                2,
                2,
                0,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                1 << 20,
                1 << 24,
                folder.resolve("clones"),
                false);
        try (Store store = Store.open(folder.resolve("s.sqlite"), new Identity("1", "default", "1", ""), "test")) {
            store.list(
                    sink -> {
                        try {
                            RepositoryList.read(new StringReader(list), Path.of("/"), note -> {}, sink);
                        } catch (UsageException | IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    List.of());
            new Batch(options, store, Map.of(), silent, Clock.systemUTC()).run();
        }
    }

    private void compare(SparkSession spark) throws Exception {
        SparkCensus.run(
                spark,
                JobOptions.of(
                        folder.resolve("list.csv").toUri().toString(),
                        folder.resolve("out").toUri().toString(),
                        "--retries",
                        "0"));
        embedded();
        assertEquals(stored("SELECT " + COLUMNS + " FROM repositories"), parquet(spark, "repositories"));
        assertEquals(REPOSITORIES + 1, parquet(spark, "repositories").size());
        for (Table table : Table.values()) {
            assertEquals(stored("SELECT * FROM " + table.label()), parquet(spark, table.label()), table.label());
        }
        assertTrue(parquet(spark, "modules").size() >= REPOSITORIES);
    }

    @Test
    void in_local_mode_the_rows_are_those_of_the_embedded_batch() throws Exception {
        try (SparkSession spark = builder("local[2]").getOrCreate()) {
            compare(spark);
        }
    }

    @Test
    void on_a_master_with_two_workers_they_are_too() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String master = "spark://127.0.0.1:" + port;
        List<Process> daemons = new ArrayList<>();
        try {
            daemons.add(daemon(
                    "org.apache.spark.deploy.master.Master",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    String.valueOf(port),
                    "--webui-port",
                    "0"));
            awaitPort(port);
            for (int i = 0; i < 2; i++) {
                daemons.add(daemon(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "127.0.0.1",
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--webui-port",
                        "0",
                        "--work-dir",
                        folder.resolve("work" + i).toString(),
                        master));
            }
            try (SparkSession spark = builder(master)
                    .config("spark.executor.memory", "600m")
                    .config("spark.executor.cores", "1")
                    .config("spark.cores.max", "2")
                    .config("spark.scheduler.minRegisteredResourcesRatio", "1")
                    .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s")
                    .config("spark.executor.extraClassPath", classPath())
                    .getOrCreate()) {
                compare(spark);
                assertEquals(
                        2,
                        Stream.of(0, 1)
                                .filter(i -> Files.exists(folder.resolve("work" + i)))
                                .count());
            }
        } finally {
            daemons.forEach(Process::destroyForcibly);
            for (Process daemon : daemons) {
                daemon.waitFor();
            }
        }
    }

    private static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(surefire.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void awaitPort(int port) throws Exception {
        for (int i = 0; i < 600; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(socket.isConnected());
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IOException("the master does not listen on " + port);
    }

    private Process daemon(String main, String... arguments) throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("jars"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        for (String opens : List.of("java.lang", "java.nio", "java.util", "java.net", "sun.nio.ch")) {
            String module = "java.base/" + opens;
            command.add("--add-opens=" + module + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve("daemon" + command.hashCode() + ".log").toFile())
                .start();
    }

    @Test
    void wrong_arguments_are_one_line() {
        for (String[] arguments : new String[][] {
            {"list"}, {"list", "out", "--frob", "1"}, {"list", "out", "--retries", "x"}, {"list", "out", "--retries"}
        }) {
            assertTrue(assertThrows(UsageException.class, () -> JobOptions.of(arguments))
                    .getMessage()
                    .contains("usage: spark-submit"));
        }
    }
}
