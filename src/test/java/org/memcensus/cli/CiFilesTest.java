package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files by which CI services and pre-commit run the gate: the scripts in them are run here, without the services. */
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(NoGitSettings.During.class)
class CiFilesTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private History history;
    private Path program;
    private final Map<String, String> variables = new HashMap<>();
    private String said = "";

    /** A project with a commit that brings a new module, and the program as these tests were started. */
    @BeforeEach
    void make_a_project() throws Exception {
        history = new History(folder.resolve("project"));
        history.c("net/socket.c", 60).commit();
        history.c("parser/parse.c", 30).commit();
        program = folder.resolve("memcensus");
        Files.writeString(
                program,
                "#!/bin/sh\nexec \"" + Path.of(System.getProperty("java.home"), "bin", "java") + "\" -cp \""
                        + System.getProperty("java.class.path") + "\" org.memcensus.cli.Main \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        variables.put("MEMCENSUS", program.toString());
    }

    @AfterEach
    void close() {
        history.close();
    }

    private int run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(history.root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        for (String name : List.of("GITHUB_ACTIONS", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GIT_DIR")) {
            builder.environment().remove(name);
        }
        builder.environment().putAll(variables);
        int code = builder.start().waitFor();
        said = Files.readString(output);
        return code;
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return (Map<?, ?>) read(file);
    }

    private static Object read(String file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(PROJECT.resolve(file)));
    }

    private static Map<?, ?> in(Map<?, ?> map, String... keys) {
        Map<?, ?> at = map;
        for (String key : keys) {
            at = (Map<?, ?>) Objects.requireNonNull(at.get(key), key);
        }
        return at;
    }

    private String gate() {
        return PROJECT.resolve("src/ci/gate.sh").toString();
    }

    @Test
    void the_script_ends_as_the_gate_does() throws Exception {
        variables.put("MEMCENSUS_BASE", "HEAD~1");
        assertEquals(4, run(gate()), said);
        assertTrue(said.contains("new unsafe module parser"), said);
        variables.put("MEMCENSUS_BASE", "HEAD");
        assertEquals(0, run(gate()), said);
        variables.put("MEMCENSUS_ARGS", "--no-new-unsafe-files --max-unsafe-growth 0");
        assertEquals(0, run(gate()), said);
        variables.put("MEMCENSUS_BASE", "nowhere");
        assertEquals(2, run(gate()), said);
        assertTrue(said.contains("fetch-depth: 0"), said);
    }

    @Test
    void the_script_says_what_to_do_without_a_base() throws Exception {
        assertEquals(2, run(gate()), said);
        assertTrue(said.contains("set the input 'base' (MEMCENSUS_BASE)"), said);
        variables.put("MEMCENSUS_BASE", "0".repeat(40));
        assertEquals(2, run(gate()), said);
        assertTrue(said.contains("a new branch has no commit before it"), said);
    }

    /** The action's step as GitHub runs it: its inputs become the variables that its step names. */
    @Test
    @SuppressWarnings("NullAway") // a missing key fails the test as it should
    void the_action_runs_the_gate_and_hands_on_its_verdict() throws Exception {
        Map<?, ?> action = yaml("action.yml");
        assertEquals("composite", in(action, "runs").get("using"));
        Map<?, ?> step = (Map<?, ?>) ((List<?>) in(action, "runs").get("steps")).get(0);
        Set<String> inputs = new TreeSet<>();
        in(action, "inputs").keySet().forEach(name -> inputs.add(String.valueOf(name)));
        Map<String, String> given =
                Map.of("base", "HEAD~1", "target", ".", "args", "", "reports", "out", "memcensus", program.toString());
        assertEquals(new TreeSet<>(given.keySet()), inputs);
        in(step, "env").forEach((name, value) -> {
            Matcher input = Pattern.compile("\\$\\{\\{ inputs\\.(\\w+) }}").matcher(String.valueOf(value));
            assertTrue(input.matches(), String.valueOf(value));
            variables.put(String.valueOf(name), given.get(input.group(1)));
        });
        variables.put("GITHUB_ACTION_PATH", PROJECT.toString());
        variables.put("GITHUB_ACTIONS", "true");
        variables.put("GITHUB_OUTPUT", folder.resolve("outputs").toString());
        variables.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
        assertEquals(4, run("bash", "-e", "-o", "pipefail", "-c", String.valueOf(step.get("run"))), said);
        assertTrue(said.startsWith("FAIL"), said);
        assertTrue(said.contains("\n::error file=parser/parse.c,line=1,"), said);
        assertEquals("verdict=FAIL\nsarif=out/memcensus.sarif\n", Files.readString(folder.resolve("outputs")));
        assertTrue(Files.readString(folder.resolve("summary")).startsWith("## Memory-safety gate: FAIL"));
        assertTrue(Files.exists(history.root.resolve("out/memcensus.sarif")));
    }

    @Test
    @SuppressWarnings("NullAway") // a missing key fails the test as it should
    void the_job_for_gitlab_runs_the_gate_and_keeps_its_report() throws Exception {
        Map<?, ?> job = in(yaml("src/ci/gitlab.yml"), "memcensus-gate");
        in(job, "variables").forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
        assertEquals("0", variables.get("GIT_DEPTH"));
        variables.put("MEMCENSUS", program.toString());
        variables.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD~1");
        String script = String.join(
                "\n",
                ((List<?>) job.get("script")).stream().map(String::valueOf).toList());
        assertEquals(4, run("sh", "-e", "-c", script), said);
        assertTrue(said.startsWith("FAIL"), said);
        String report = String.valueOf(in(job, "artifacts", "reports").get("codequality"))
                .replace("$MEMCENSUS_REPORTS", String.valueOf(variables.get("MEMCENSUS_REPORTS")));
        assertTrue(Files.readString(history.root.resolve(report)).startsWith("[\n"), report);
        variables.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD");
        assertEquals(0, run("sh", "-e", "-c", script), said);
    }

    @Test
    @SuppressWarnings("NullAway") // a missing key fails the test as it should
    void the_hook_judges_what_is_about_to_be_committed() throws Exception {
        Map<?, ?> hook = (Map<?, ?>) ((List<?>) read(".pre-commit-hooks.yaml")).get(0);
        assertEquals("script", hook.get("language"));
        assertEquals(false, hook.get("pass_filenames"));
        String entry = PROJECT.resolve(String.valueOf(hook.get("entry"))).toString();
        assertEquals(0, run(entry), said);
        history.c("net/tls.c", 20).stage();
        assertEquals(0, run(entry), said);
        assertEquals(4, run(entry, "--no-new-unsafe-files"), said);
        history.c("codec/codec.c", 20).stage();
        assertEquals(4, run(entry), said);
        assertTrue(said.contains("new unsafe module codec"), said);
    }

    @Test
    void the_first_commit_has_nothing_to_be_compared_with() throws Exception {
        try (History fresh = new History(folder.resolve("fresh"))) {
            History before = history;
            history = fresh.c("net/socket.c", 5).stage();
            assertEquals(0, run(PROJECT.resolve("src/ci/pre-commit.sh").toString()), said);
            assertTrue(said.contains("nothing to be compared with"), said);
            history = before;
        }
    }

    @Test
    void the_scripts_can_be_run_as_they_are_checked_out() {
        assertTrue(Files.isExecutable(PROJECT.resolve("src/ci/gate.sh")));
        assertTrue(Files.isExecutable(PROJECT.resolve("src/ci/pre-commit.sh")));
    }
}
