package org.memcensus.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.LineSketch;

/** Lines are known again wherever they went, and given out once. */
class LinePoolTest {
    private static LineSketch lines(int... hashes) {
        return new LineSketch(0, hashes);
    }

    private static LinePool pool(LineSketch... modules) {
        LinePool pool = new LinePool();
        for (int i = 0; i < modules.length; i++) {
            pool.add(modules[i], i);
        }
        pool.sort();
        return pool;
    }

    @Test
    void the_share_is_that_of_the_lines_that_are_known() {
        LinePool pool = pool(lines(1, 2, -3), lines(4));
        assertEquals(0.5, pool.match(lines(1, -3, 4, 10, 11, 12)).share());
        assertEquals(0, pool.match(lines(9)).share());
        assertEquals(0, pool.match(LineSketch.EMPTY).share());
    }

    @Test
    void a_line_that_stands_there_once_is_known_once() {
        assertEquals(0.5, pool(lines(7)).match(lines(7, 7)).share());
        assertEquals(1, pool(lines(7), lines(7)).match(lines(7, 7)).share());
    }

    @Test
    void what_is_taken_is_gone_and_counted_for_where_it_came_from() {
        LinePool pool = pool(lines(1, 2), lines(2, 3));
        long[] byModule = new long[2];
        pool.take(pool.match(lines(1, 2, 3)), byModule);
        assertArrayEquals(new long[] {2, 1}, byModule);
        assertEquals(1, pool.match(lines(1, 2, 3)).lines());
    }

    @Test
    void a_sample_stands_for_all_its_lines() {
        int[] many = IntStream.range(0, 4096).map(i -> i * 0x9E3779B1).toArray();
        LineSketch all = new LineSketch(0, many);
        LineSketch sample = all.sampled(64);
        assertEquals(true, sample.size() <= 64 && sample.size() > 16, sample.toString());
        assertEquals(1, pool(sample).match(all).share(), 0.25);
        assertEquals(1, pool(all).match(sample).share(), 0.01);
        assertEquals(
                0.5,
                pool(all)
                        .match(new LineSketch(
                                0,
                                IntStream.range(2048, 6144)
                                        .map(i -> i * 0x9E3779B1)
                                        .toArray()))
                        .share());
    }

    @Test
    void lines_that_stayed_are_taken_off_as_often_as_they_stayed() {
        assertEquals(lines(2, 5), lines(1, 2, 2, 5).without(lines(1, 2, 3)));
    }
}
