package org.memcensus.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.UsageException;

class PathFilterTest {
    private static final List<String> PATHS = List.of("a.c", "lib/a.c", "lib/a.h", "lib/deep/er/b.c", "src/lib/c.c");

    private static List<String> included(String... globs) throws UsageException {
        PathFilter filter = new PathFilter(List.of(globs), List.of());
        return PATHS.stream().filter(filter::keeps).toList();
    }

    @Test
    void without_globs_everything_is_kept() throws UsageException {
        assertEquals(PATHS, included());
    }

    @Test
    void a_glob_without_a_slash_is_a_file_name_anywhere() throws UsageException {
        assertEquals(List.of("a.c", "lib/a.c"), included("a.c"));
        assertEquals(List.of("a.c", "lib/a.c", "lib/deep/er/b.c", "src/lib/c.c"), included("*.c"));
        assertEquals(PATHS, included("*.{c,h}"));
    }

    @Test
    void a_slash_at_the_end_means_everything_below_that_folder() throws UsageException {
        assertEquals(List.of("lib/a.c", "lib/a.h", "lib/deep/er/b.c"), included("lib/"));
        assertEquals(List.of("lib/a.c", "lib/a.h", "lib/deep/er/b.c", "src/lib/c.c"), included("**/lib/"));
    }

    @Test
    void a_single_star_stays_in_its_folder() throws UsageException {
        assertEquals(List.of("lib/a.c"), included("lib/*.c"));
    }

    @Test
    void two_stars_stand_for_any_number_of_folders_also_for_none() throws UsageException {
        assertEquals(List.of("lib/a.c", "lib/deep/er/b.c"), included("lib/**/*.c"));
        assertEquals(List.of("a.c", "lib/a.c"), included("**/a.c"));
        assertEquals(List.of("lib/deep/er/b.c"), included("lib/**/deep/**/er/**/b.c"));
        assertEquals(List.of("lib/a.c", "src/lib/c.c"), included("{lib,src/**/lib}/[ac].c"));
    }

    @Test
    void a_name_that_the_system_cannot_write_is_matched_all_the_same() throws UsageException {
        String odd = "lib/a\0b.c";
        assertTrue(new PathFilter(List.of("lib/*.c"), List.of()).keeps(odd));
        assertFalse(new PathFilter(List.of(), List.of("*.c")).keeps(odd));
    }

    @Test
    void an_empty_glob_is_a_mistake() {
        assertThrows(UsageException.class, () -> included(""));
    }

    @Test
    void only_whole_names_are_folders() throws UsageException {
        assertEquals(List.of("lib/deep/er/b.c"), included("lib/d**/b.c"));
    }

    @Test
    void what_is_both_included_and_excluded_is_left_out() throws UsageException {
        PathFilter filter = new PathFilter(List.of("lib/"), List.of("*.h", "lib/deep/"));
        assertEquals(List.of("lib/a.c"), PATHS.stream().filter(filter::keeps).toList());
    }

    @Test
    void a_broken_glob_is_said_with_its_option() {
        for (String broken : Stream.of("lib/[a", "{a", "{a,{b,c}}").toList()) {
            UsageException failure =
                    assertThrows(UsageException.class, () -> new PathFilter(List.of(), List.of(broken)), broken);
            assertTrue(String.valueOf(failure.getMessage()).startsWith("--exclude '" + broken + "': "));
        }
    }

    @Test
    void many_double_stars_stay_cheap() throws UsageException {
        assertEquals(included("*.c"), included("**/".repeat(200) + "*.c"));
        assertEquals(List.of(), included("**/x/".repeat(200) + "*.c"));
    }
}
