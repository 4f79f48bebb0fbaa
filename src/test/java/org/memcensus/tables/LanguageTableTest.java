package org.memcensus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.ContentRule;
import org.memcensus.model.Language;
import org.memcensus.model.LanguageType;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.Safety;
import org.memcensus.model.SafetySource;

class LanguageTableTest {
    /** Programs in these have no comments at all. */
    private static final Set<String> WITHOUT_COMMENTS = Set.of(
            "Befunge",
            "Brainfuck",
            "Cirru",
            "Elvish Transcript",
            "Julia REPL",
            "Mathematical Programming System",
            "Max",
            "Omgrofl",
            "Python console",
            "ShellSession",
            "TI Program");

    private final LanguageTable table = LanguageTable.read();

    @Test
    void languages_are_sorted_and_named_once() {
        List<String> names = table.languages().stream().map(Language::name).toList();
        assertEquals(names.stream().sorted().distinct().toList(), names);
        assertTrue(names.size() > 800);
    }

    @Test
    void each_ruling_names_a_known_source() {
        Set<String> sources = table.sources().stream().map(SafetySource::id).collect(Collectors.toSet());
        for (Language language : table.languages()) {
            assertTrue(sources.contains(language.source()), language.name());
        }
    }

    @Test
    void a_judgement_of_our_own_gives_its_reason() {
        for (Language language : table.languages()) {
            if (language.source().equals("memory-model")) {
                assertTrue(!language.reason().isEmpty(), language.name());
            }
        }
    }

    @Test
    void extensions_begin_with_a_dot_and_stand_once_in_a_language() {
        for (Language language : table.languages()) {
            for (String extension : language.extensions()) {
                assertTrue(extension.startsWith(".") && extension.length() > 1, language.name());
            }
            assertEquals(language.extensions().size(), new HashSet<>(language.extensions()).size(), language.name());
        }
    }

    @Test
    void programming_languages_have_comments() {
        for (Language language : table.languages()) {
            if (language.type() == LanguageType.PROGRAMMING && !WITHOUT_COMMENTS.contains(language.name())) {
                assertTrue(!language.syntax().name().equals("plain"), language.name());
            }
        }
    }

    @Test
    void data_markup_and_prose_are_no_code() {
        for (Language language : table.languages()) {
            if (language.type() != LanguageType.PROGRAMMING) {
                assertEquals(Safety.NONE, language.safety(), language.name());
            }
        }
    }

    @Test
    void each_syntax_is_used_and_sorted() {
        List<String> syntaxes =
                SyntaxTable.read().stream().map(LineSyntax::name).toList();
        Set<String> used = table.languages().stream()
                .map(language -> language.syntax().name())
                .collect(Collectors.toSet());
        assertEquals(used, Set.copyOf(syntaxes));
        assertEquals(syntaxes.stream().sorted().distinct().toList(), syntaxes);
    }

    @Test
    void each_content_rule_names_known_languages_and_compiles() {
        Set<String> names = table.languages().stream().map(Language::name).collect(Collectors.toSet());
        Set<String> extensions = new HashSet<>();
        for (ContentRule rule : ContentRuleTable.read()) {
            for (String extension : rule.extensions()) {
                assertTrue(extensions.add(extension), extension);
            }
            assertTrue(rule.otherwise().isEmpty() || names.contains(rule.otherwise()), rule.otherwise());
            for (ContentRule.Choice choice : rule.choices()) {
                assertTrue(names.contains(choice.language()), choice.language());
                Stream.of(choice.sure(), choice.hints(), choice.never())
                        .flatMap(List::stream)
                        .forEach(Pattern::compile);
            }
        }
    }

    @Test
    void each_shared_extension_has_a_content_rule() {
        Set<String> ruled = ContentRuleTable.read().stream()
                .flatMap(rule -> rule.extensions().stream())
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        Set<String> shared = table.languages().stream()
                .flatMap(language -> language.extensions().stream())
                .filter(extension -> !seen.add(extension))
                .filter(extension -> !ruled.contains(extension))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), shared);
    }
}
