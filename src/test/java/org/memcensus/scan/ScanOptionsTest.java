package org.memcensus.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Docstrings;
import org.memcensus.model.Extra;

/** A change of one option leaves all others as they are. */
class ScanOptionsTest {
    private final ScanOptions options = ScanOptions.of("tree")
            .but()
            .docstrings(Docstrings.CODE)
            .contacts(true)
            .jobs(7)
            .build();

    @Test
    void what_is_not_changed_stays() {
        assertEquals(options, options.but().build());
        assertEquals(
                options,
                options.but().policy("strict").build().but().policy(null).build());
        assertEquals(Docstrings.CODE, options.at("v1").docstrings());
        assertEquals(Docstrings.CODE, options.withoutHistory().docstrings());
        assertEquals(7, options.withoutHistory().jobs());
    }

    @Test
    void another_commit_has_neither_untracked_files_nor_submodules_checked_out() {
        ScanOptions all = options.but().extras(EnumSet.allOf(Extra.class)).build();
        assertEquals(Set.of(Extra.LFS), all.at("v1").extras());
    }
}
