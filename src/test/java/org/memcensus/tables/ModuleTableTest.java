package org.memcensus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleMarks;

class ModuleTableTest {
    private final ModuleMarks marks = ModuleTable.read();

    @Test
    void components_are_sorted_and_each_has_its_mark_and_its_source() {
        List<String> names =
                marks.upstreams().stream().map(ModuleMarks.Upstream::name).toList();
        assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
        for (ModuleMarks.Upstream upstream : marks.upstreams()) {
            assertEquals("https", URI.create(upstream.source()).getScheme(), upstream.name());
            assertTrue(upstream.version().isEmpty() != upstream.text().isEmpty(), upstream.name());
            upstream.directories().forEach(name -> assertTrue(name.matches("[a-z0-9]+"), name));
            assertEquals(-1, upstream.file().indexOf('/'), upstream.name());
        }
    }

    @Test
    void what_says_where_code_comes_from_says_it_in_words() {
        assertFalse(marks.origins().isEmpty());
        for (ModuleMarks.Origin origin : marks.origins()) {
            assertEquals("https", URI.create(origin.source()).getScheme(), origin.file());
            assertFalse(origin.texts().isEmpty(), origin.file());
            assertEquals(-1, origin.file().indexOf('/'), origin.file());
        }
    }

    @Test
    void implementations_are_written_as_words_are_compared() {
        for (ModuleMarks.Choice choice : marks.choices()) {
            assertEquals("https", URI.create(choice.source()).getScheme(), choice.kind());
            assertTrue(choice.implementations().containsAll(choice.safe()), choice.kind());
            choice.implementations().forEach(name -> assertTrue(name.matches("[a-z0-9]+"), name));
            assertTrue(choice.implementations().size() > 1, choice.kind());
        }
    }
}
