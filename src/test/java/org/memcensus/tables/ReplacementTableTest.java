package org.memcensus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Catalogue;
import org.memcensus.model.Replacement;
import org.memcensus.model.Rule;
import org.memcensus.model.UsageException;

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

    @Test
    void the_catalogue_has_a_version_a_date_and_a_hundred_entries() {
        assertTrue(ReplacementTable.catalogue().version().matches("[0-9]+"));
        assertTrue(ReplacementTable.catalogue().date().matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}"));
        assertTrue(entries.size() >= 100);
    }

    @Test
    void stories_have_addresses_and_twins_ask_for_known_rules() {
        Set<String> rules = RuleTable.rules().stream().map(Rule::id).collect(Collectors.toSet());
        for (Replacement entry : entries) {
            entry.stories()
                    .forEach(story ->
                            assertEquals("https", URI.create(story.url()).getScheme(), story.text()));
            Replacement.Twin twin = entry.twin();
            assertTrue(twin == null || rules.containsAll(twin.evidence()), entry.component());
            assertTrue(twin == null || twin.least() >= 3, entry.component());
        }
    }

    private static Catalogue laid(String yaml) throws UsageException, IOException {
        return ReplacementTable.read(
                "my.yaml",
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                ReplacementTable.catalogue());
    }

    @Test
    void a_user_can_add_replace_and_drop_entries() throws UsageException, IOException {
        String entry = """
                - component: zlib
                  kind: compression
                  files: [inflate.c, deflate.c]
                  headers: [zlib.h]
                  symbols: [inflate]
                  project: %s
                  language: Rust
                  licence: MIT
                  url: https://example.org
                  swap: abi
                  c-api: 'yes'
                  maturity: ours
                  source: https://example.org
                """;
        int before = entries.size();
        assertEquals(
                before + 1,
                laid("entries:\n" + entry.formatted("our-zlib")).entries().size());
        Catalogue replaced = laid("entries:\n" + entry.formatted("zlib-rs"));
        assertEquals(before, replaced.entries().size());
        assertTrue(replaced.entries().stream().anyMatch(item -> item.maturity().equals("ours")));
        assertEquals(before - 1, laid("drop: [zlib]\n").entries().size());
    }

    @Test
    void a_wrong_overlay_names_its_line() {
        UsageException unknown = assertThrows(UsageException.class, () -> laid("drop: [no such thing]\n"));
        assertTrue(String.valueOf(unknown.getMessage()).contains("no such thing"));
        UsageException missing = assertThrows(UsageException.class, () -> laid("entries:\n- component: x\n"));
        assertTrue(String.valueOf(missing.getMessage()).startsWith("my.yaml:2"));
    }
}
