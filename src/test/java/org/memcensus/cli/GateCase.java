package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.cli.History.Ran;

/** A gate before the changes of a small project, whatever the developer's own git settings are. */
@ExtendWith(NoGitSettings.During.class)
abstract class GateCase {
    @TempDir
    Path folder;

    History history;

    @BeforeEach
    void make_a_project() throws Exception {
        history = new History(folder.resolve("project"));
        makeProject();
    }

    @AfterEach
    void close() {
        history.close();
    }

    /** Fills the project: an unsafe module, a safe one and a test. */
    void makeProject() throws Exception {
        history.c("net/socket.c", 60).c("net/buffer.c", 60).write("ui/window.py", "print(1)\nprint(2)\n");
        history.c("tests/check.c", 40).write("README.md", "# Project\n").commit();
    }

    static void assertPass(Ran ran) {
        assertEquals(ExitCode.OK, ran.code(), ran.all());
        assertTrue(ran.out().startsWith("PASS"), ran.all());
    }

    static void assertFail(Ran ran, String... words) {
        assertEquals(ExitCode.GATE_FAILED, ran.code(), ran.all());
        assertTrue(ran.out().startsWith("FAIL"), ran.all());
        assertSaid(ran, words);
    }

    static void assertUndecided(Ran ran, String... words) {
        assertEquals(ExitCode.INCOMPLETE, ran.code(), ran.all());
        assertTrue(ran.out().startsWith("UNDECIDED"), ran.all());
        assertSaid(ran, words);
    }

    /** Refused with one line. */
    static void assertMistake(Ran ran, String words) {
        assertEquals(ExitCode.USAGE, ran.code(), ran.all());
        assertEquals("", ran.out());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertSaid(ran, words);
    }

    static void assertSaid(Ran ran, String... words) {
        // Words may be folded at the end of a line.
        String text = ran.all().replaceAll("\\s+", " ");
        for (String word : words) {
            assertTrue(text.contains(word), word + " in " + ran.all());
        }
    }
}
