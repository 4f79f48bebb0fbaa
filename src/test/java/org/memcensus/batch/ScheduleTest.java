package org.memcensus.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.memcensus.source.RepositoryAddress;

@NullUnmarked // a null fails the test
class ScheduleTest {
    private final Deque<Task> list = new ArrayDeque<>();
    private int asked;

    private Schedule schedule(int perHost, String... urls) {
        for (String url : urls) {
            list.add(new Task(RepositoryAddress.of(url, Path.of("/")), 1));
        }
        return new Schedule(perHost, most -> {
            asked++;
            List<Task> next = new ArrayList<>();
            while (next.size() < most && !list.isEmpty()) {
                next.add(list.remove());
            }
            return next;
        });
    }

    private static String name(Task task) {
        return task.address().name() + task.attempt();
    }

    @Test
    void a_busy_host_lets_the_next_one_go_first() throws Exception {
        Schedule schedule =
                schedule(1, "https://x.org/a/1", "https://x.org/a/2", "https://y.org/a/3", "/srv/4", "/srv/5");
        Task first = schedule.take();
        assertNotNull(first);
        assertEquals("11", name(first));
        assertEquals("31", name(schedule.take()));
        assertEquals("41", name(schedule.take()));
        assertEquals("51", name(schedule.take()));
        schedule.cloned(first);
        assertEquals("21", name(schedule.take()));
    }

    @Test
    void there_is_no_end_while_one_may_come_back() throws Exception {
        Schedule schedule = schedule(4, "https://x.org/a/1");
        Task task = schedule.take();
        assertNotNull(task);
        schedule.retry(task, Duration.ofMillis(30));
        long start = System.nanoTime();
        Task again = schedule.take();
        assertNotNull(again);
        assertEquals("12", name(again));
        assertTrue(System.nanoTime() - start >= 25_000_000);
        schedule.cloned(again);
        assertNull(schedule.take());
    }

    @Test
    void a_thread_that_waits_for_a_host_is_woken_at_the_end_and_when_stopped() throws Exception {
        for (boolean stop : new boolean[] {false, true}) {
            Schedule schedule = schedule(1, "https://x.org/a/1");
            Task task = schedule.take();
            assertNotNull(task);
            Thread waiting = new Thread(() -> {
                try {
                    assertNull(schedule.take());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            waiting.start();
            if (stop) {
                schedule.stop();
            } else {
                schedule.cloned(task);
            }
            waiting.join(10_000);
            assertEquals(Thread.State.TERMINATED, waiting.getState());
        }
    }

    @Test
    void of_a_long_list_only_a_window_is_held() throws Exception {
        String[] urls = new String[5000];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = "https://x.org/a/" + i;
        }
        Schedule schedule = schedule(1, urls);
        assertNotNull(schedule.take());
        assertEquals(1, asked);
        assertEquals(4900, list.size());
    }

    @Test
    void room_on_the_disk_is_waited_for_but_one_always_fits() throws Exception {
        DiskBudget disk = new DiskBudget(100);
        assertTrue(disk.take(500));
        Thread waiting = new Thread(() -> {
            try {
                assertTrue(disk.take(60));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        waiting.start();
        disk.giveBack(420);
        waiting.join(50);
        assertEquals(Thread.State.WAITING, waiting.getState());
        disk.giveBack(50);
        waiting.join(10_000);
        assertEquals(Thread.State.TERMINATED, waiting.getState());
    }
}
