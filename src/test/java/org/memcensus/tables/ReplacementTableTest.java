package org.memcensus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Replacement;

class ReplacementTableTest {
    private static final Set<String> SWAP_LEVELS =
            Set.of("abi", "c-api", "build-option", "module", "process", "language-only");

    private final List<Replacement> entries = ReplacementTable.replacements();

    @Test
    void the_catalogue_is_sorted_by_component_and_names_no_pair_twice() {
        List<Replacement> sorted = entries.stream()
                .sorted(Comparator.comparing(
                        (Replacement entry) -> entry.component().toLowerCase(Locale.ROOT)))
                .toList();
        assertEquals(sorted, entries);
        Set<String> pairs = new HashSet<>();
        entries.forEach(entry -> assertTrue(pairs.add(entry.component() + " " + entry.project()), entry.component()));
        assertTrue(entries.size() >= 25);
    }

    @Test
    void every_entry_has_an_address_a_licence_a_language_and_a_source() {
        for (Replacement entry : entries) {
            String name = entry.component() + ": " + entry.project();
            assertEquals("https", URI.create(entry.url()).getScheme(), name);
            assertEquals("https", URI.create(entry.source()).getScheme(), name);
            assertFalse(entry.licence().isBlank(), name);
            assertFalse(entry.maturity().isBlank(), name);
            assertTrue(Set.of("Rust", "Go", "Java", "C#").contains(entry.language()), name);
        }
    }

    @Test
    void swap_levels_and_c_apis_are_of_the_known_words() {
        for (Replacement entry : entries) {
            assertTrue(SWAP_LEVELS.contains(entry.swapLevel()), entry.component());
            assertTrue(Set.of("yes", "partial", "no").contains(entry.cApi()), entry.component());
            assertFalse(entry.swapLevel().equals("abi") && entry.cApi().equals("no"), entry.component());
        }
    }

    @Test
    void no_fingerprint_rests_on_one_mark_alone() {
        for (Replacement entry : entries) {
            Replacement.Fingerprint mark = entry.fingerprint();
            if (entry.twin() != null) {
                continue;
            }
            assertFalse(mark.headers().isEmpty(), entry.component());
            assertFalse(mark.files().isEmpty(), entry.component());
            assertTrue(mark.files().size() > 1 || !mark.dirs().isEmpty(), entry.component());
            assertTrue(mark.files().stream().noneMatch(file -> file.contains("/")), entry.component());
            assertTrue(mark.files().stream().anyMatch(file -> !file.contains("*")), entry.component());
        }
    }
}
