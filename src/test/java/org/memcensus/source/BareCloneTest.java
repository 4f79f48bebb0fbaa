package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.Daemon;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // a null fails the test
class BareCloneTest {
    private static final CloneLimits SHORT = new CloneLimits(1 << 20, Duration.ofSeconds(1), Duration.ofSeconds(3));
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(60);
    private static final int CUT = 50_000;

    @TempDir
    private Path temporary;

    private int clones;
    private TestRepository repository;
    private Daemon daemon;

    @BeforeEach
    void serve() throws Exception {
        repository = new TestRepository(temporary.resolve("origin"));
        byte[] noise = new byte[150_000];
        new Random(1).nextBytes(noise);
        repository
                .write("a.c", "int a;\n")
                .write("noise.txt", Base64.getEncoder().encodeToString(noise));
        repository.add(".").commit();
        daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon.setRepositoryResolver((client, name) -> {
            repository.git.getRepository().incrementOpen();
            return repository.git.getRepository();
        });
        daemon.getService("git-upload-pack").setEnabled(true);
        daemon.start();
    }

    @AfterEach
    void end() throws Exception {
        daemon.stop();
        repository.close();
    }

    private int port() {
        return daemon.getAddress().getPort();
    }

    private Path make(String url, CloneLimits limits) throws CloneException {
        Path folder = temporary.resolve("clone" + clones++ + ".git");
        BareClone.make(RepositoryAddress.of(url, temporary), folder, limits, () -> false);
        return folder;
    }

    private CloneException fails(String url, CloneLimits limits) {
        return assertTimeoutPreemptively(
                FAR_TOO_LONG, () -> assertThrows(CloneException.class, () -> make(url, limits)));
    }

    private static String git(int port) {
        return "git://127.0.0.1:" + port + "/thing.git";
    }

    @Test
    void a_clone_is_a_bare_repository_of_one_commit_that_knows_where_it_is_from() throws Exception {
        Path folder = make(git(port()), SHORT);
        try (Snapshot snapshot = TestRepository.open(folder)) {
            assertEquals("int a;\n", TestRepository.contents(snapshot).get("a.c"));
            assertEquals(git(port()), snapshot.repository().url());
            assertEquals("thing", snapshot.repository().name());
        }
        assertTrue(Files.exists(folder.resolve("shallow")));
    }

    @Test
    void a_host_that_accepts_and_never_answers_is_given_up() throws Exception {
        try (FaultyHost host = FaultyHost.silent()) {
            for (String scheme : List.of("git", "http")) {
                CloneException failure = fails(scheme + "://127.0.0.1:" + host.port() + "/thing.git", SHORT);
                assertTrue(failure.temporary());
                assertEquals(
                        scheme + "://127.0.0.1:" + host.port()
                                + "/thing.git: the host did not answer in time: try again later",
                        failure.getMessage());
            }
        }
    }

    @Test
    void a_host_that_always_says_a_little_is_given_up_too() throws Exception {
        try (FaultyHost host = FaultyHost.endless()) {
            CloneException failure = fails(git(host.port()), SHORT);
            assertTrue(failure.temporary(), failure.getMessage());
        }
    }

    @Test
    void a_connection_that_is_cut_in_the_middle_may_work_the_next_time() throws Exception {
        try (FaultyHost host = FaultyHost.before(port(), (bytes, length, place) -> place < CUT)) {
            CloneException failure = fails(git(host.port()), SHORT);
            assertTrue(failure.temporary());
            assertTrue(
                    failure.getMessage().startsWith(git(host.port()) + ": cannot be cloned: "), failure.getMessage());
        }
    }

    @Test
    void a_pack_that_is_damaged_on_its_way_is_no_clone() throws Exception {
        FaultyHost.Change change = (bytes, length, place) -> {
            if (place >= CUT && place < CUT + length) {
                bytes[length / 2] ^= 0x55;
            }
            return true;
        };
        try (FaultyHost host = FaultyHost.before(port(), change)) {
            assertTrue(fails(git(host.port()), SHORT).temporary());
        }
    }

    @Test
    void a_repository_above_the_limit_is_given_up_for_good() throws Exception {
        CloneLimits small = new CloneLimits(CUT, Duration.ofSeconds(5), Duration.ofSeconds(20));
        CloneException failure = fails(git(port()), small);
        assertFalse(failure.temporary());
        assertEquals(
                git(port()) + ": larger than --max-repo-size allows (more than 50000 bytes): raise it",
                failure.getMessage());
    }

    @Test
    void an_unknown_host_and_a_closed_port_may_work_the_next_time() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertEquals(
                git(closed) + ": no connection to the host: check the address and the network",
                fails(git(closed), SHORT).getMessage());
        CloneException unknown = fails("https://no-such-host.invalid/a/b.git", SHORT);
        assertTrue(unknown.temporary());
        assertTrue(unknown.getMessage().contains("unknown host"), unknown.getMessage());
        assertEquals(
                "ssh://a@no-such-host.invalid/b.git: unknown host: check the address and the network",
                fails("ssh://a@no-such-host.invalid/b.git", SHORT).getMessage());
        CloneException port = fails("http://127.0.0.1:99999/b.git", SHORT);
        assertFalse(port.temporary());
        assertTrue(port.getMessage().endsWith(": no address that can be cloned: give https, ssh, git or file"));
    }

    @Test
    void a_host_of_ssh_that_hangs_up_is_asked_once() throws Exception {
        try (FaultyHost host = new FaultyHost(client -> client.close())) {
            String url = "ssh://a@127.0.0.1:" + host.port() + "/b.git";
            CloneException failure = fails(url, SHORT);
            assertTrue(failure.temporary());
            assertEquals(
                    url + ": the host broke off the connection: check the address, or try again later",
                    failure.getMessage());
            assertEquals(1, host.connections());
        }
    }

    @Test
    void what_is_not_there_or_empty_or_without_head_is_given_up_for_good() throws Exception {
        FaultyHost.Behaviour refusal = client -> {
            String text = "ERR access denied or repository not exported: /thing.git";
            client.getOutputStream()
                    .write(String.format("%04x%s", text.length() + 4, text).getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        };
        try (FaultyHost host = new FaultyHost(refusal)) {
            CloneException missing = fails(git(host.port()), SHORT);
            assertFalse(missing.temporary(), missing.getMessage());
            assertTrue(missing.getMessage().contains("no repository there"), missing.getMessage());
        }
        RefUpdate head = repository.git.getRepository().updateRef(Constants.HEAD);
        head.link("refs/heads/nowhere");
        CloneException headless = fails(git(port()), SHORT);
        assertFalse(headless.temporary());
        assertTrue(headless.getMessage().contains("HEAD leads to no branch"), headless.getMessage());
        RefUpdate main = repository.git.getRepository().updateRef("refs/heads/main");
        main.setForceUpdate(true);
        main.delete();
        CloneException empty = fails(git(port()), SHORT);
        assertFalse(empty.temporary());
        assertTrue(empty.getMessage().contains("empty repository"), empty.getMessage());
    }

    @Test
    void a_web_server_without_the_page_is_no_repository_and_one_in_trouble_may_get_well() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int[] code = {404};
        web.createContext("/", exchange -> {
            exchange.sendResponseHeaders(code[0], -1);
            exchange.close();
        });
        web.start();
        try {
            String url = "http://127.0.0.1:" + web.getAddress().getPort() + "/thing.git";
            CloneException missing = fails(url, SHORT);
            assertFalse(missing.temporary());
            assertEquals(url + ": no repository there, or none you may see: check the address", missing.getMessage());
            code[0] = 503;
            assertTrue(fails(url, SHORT).temporary());
            code[0] = 401;
            CloneException refused = fails(url.replace("//", "//me:secret@"), SHORT);
            assertFalse(refused.temporary());
            assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
        } finally {
            web.stop(0);
        }
    }

    @Test
    void a_clone_that_is_stopped_ends() throws Exception {
        try (FaultyHost host = FaultyHost.endless()) {
            RepositoryAddress address = RepositoryAddress.of(git(host.port()), temporary);
            CloneLimits patient = new CloneLimits(1 << 20, Duration.ofMinutes(5), Duration.ofMinutes(5));
            assertTimeoutPreemptively(
                    FAR_TOO_LONG,
                    () -> assertThrows(
                            CloneException.class,
                            () -> BareClone.make(address, temporary.resolve("c"), patient, () -> true)));
        }
    }

    @Test
    void credentials_come_from_the_file_that_git_keeps_and_only_for_their_host() throws IOException {
        Path file = temporary.resolve("credentials");
        Files.writeString(file, "\nnonsense\nhttps://me:p%40ss@example.org\nhttps://you:word@example.org:8443\n");
        StoredCredentials stored = new StoredCredentials(List.of(temporary.resolve("none"), file));
        assertEquals("me p@ss", ask(stored, "https://example.org/a.git"));
        assertEquals("you word", ask(stored, "https://example.org:8443/a.git"));
        assertEquals("", ask(stored, "http://example.org/a.git"));
        assertEquals("", ask(stored, "https://other@example.org/a.git"));
        assertEquals("", ask(stored, "https://example.com/a.git"));
    }

    private static String ask(StoredCredentials stored, String url) {
        CredentialItem.Username user = new CredentialItem.Username();
        CredentialItem.Password password = new CredentialItem.Password();
        try {
            return stored.get(new URIish(url), user, password)
                    ? user.getValue() + " " + new String(password.getValue())
                    : "";
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void headers_for_a_host_come_from_the_environment_and_are_not_saved() throws Exception {
        Map<String, String> environment = Map.of(
                "GIT_CONFIG_COUNT", "3",
                "GIT_CONFIG_KEY_0", "http.https://example.org/.extraHeader",
                "GIT_CONFIG_VALUE_0", "AUTHORIZATION: basic xyz",
                "GIT_CONFIG_KEY_1", "core.sshCommand",
                "GIT_CONFIG_VALUE_1", "evil",
                "GIT_CONFIG_KEY_2", "http.extraheader",
                "GIT_CONFIG_VALUE_2", "X: y");
        StoredConfig config = repository.git.getRepository().getConfig();
        UserSettings.of(environment).apply(config);
        assertEquals("AUTHORIZATION: basic xyz", config.getString("http", "https://example.org/", "extraHeader"));
        assertEquals("X: y", config.getString("http", null, "extraHeader"));
        assertEquals(null, config.getString("core", null, "sshCommand"));
    }
}
