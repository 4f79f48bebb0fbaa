package org.memcensus.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.memcensus.model.Docstrings;

/** A change of one option leaves all others as they are. */
class ScanOptionsTest {
    private final ScanOptions options = ScanOptions.of("tree").counting(Docstrings.CODE);

    @Test
    void docstrings_count_alike_at_another_commit_under_a_policy_and_without_history() {
        assertEquals(Docstrings.CODE, options.at("v1").docstrings());
        assertEquals(Docstrings.CODE, options.under("strict").docstrings());
        assertEquals(Docstrings.CODE, options.withoutHistory().docstrings());
    }

    @Test
    void each_change_can_be_taken_back() {
        assertEquals(options, options.under("strict").under(options.policy()));
        assertEquals(ScanOptions.of("tree"), options.counting(Docstrings.COMMENTS));
    }
}
