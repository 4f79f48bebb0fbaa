package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.RepeatedTest;

/** What only a process that has used nothing of JGit yet can show. */
class ShutInSystemTest {
    @RepeatedTest(3)
    void threads_that_clone_and_scan_first_do_not_wait_for_each_other() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstUse.class.getName())
                .inheritIO()
                .start();
        try {
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "both threads wait");
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    /** One thread opens a repository of this machine while another makes one for a clone. */
    static final class FirstUse {
        private FirstUse() {}

        public static void main(String[] args) throws Exception {
            CyclicBarrier start = new CyclicBarrier(2);
            Thread scan = new Thread(() -> {
                ShutInSystem.install();
                await(start);
                Objects.requireNonNull(ShutInSystem.fileSystem());
            });
            scan.start();
            ShutInSystem.install();
            await(start);
            Objects.requireNonNull(FS.DETECTED);
            scan.join();
        }

        private static void await(CyclicBarrier start) {
            try {
                start.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
