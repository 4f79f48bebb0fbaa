package org.memcensus.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.Language;
import org.memcensus.model.LanguageType;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.Safety;
import org.memcensus.model.SafetySource;
import org.memcensus.model.UsageException;

/**
 * The table of languages with its sources.
 *
 * @param version the table's version, a date
 * @param sources who the rulings on safety come from, sorted by id
 * @param languages every language, sorted by name
 */
public record LanguageTable(String version, List<SafetySource> sources, List<Language> languages) {
    /** Copies its lists. */
    public LanguageTable {
        sources = List.copyOf(sources);
        languages = List.copyOf(languages);
    }

    /** Reads the built-in table. */
    public static LanguageTable read() {
        Map<String, LineSyntax> syntaxes = new HashMap<>();
        for (LineSyntax syntax : SyntaxTable.read()) {
            syntaxes.put(syntax.name(), syntax);
        }
        return Tables.fields("languages", top -> {
            List<SafetySource> sources = new ArrayList<>();
            for (Entry entry : top.entries("sources")) {
                sources.add(new SafetySource(entry.text("id"), entry.text("url"), entry.text("says")));
                entry.end();
            }
            List<Language> languages = new ArrayList<>(1024);
            for (Entry entry : top.entries("languages")) {
                languages.add(language(entry, syntaxes));
                entry.end();
            }
            return new LanguageTable(top.text("version"), sources, languages);
        });
    }

    private static Language language(Entry entry, Map<String, LineSyntax> syntaxes) throws UsageException {
        String syntaxName = entry.text("syntax");
        LineSyntax syntax = syntaxes.get(syntaxName);
        if (syntax == null) {
            throw entry.wrong("no syntax '" + syntaxName + "'");
        }
        return new Language(
                entry.text("name"),
                entry.word("type", LanguageType.class),
                entry.word("safety", Safety.class),
                entry.text("source"),
                entry.text("reason", ""),
                syntax,
                entry.texts("aliases"),
                entry.texts("extensions"),
                entry.texts("file-names"),
                entry.texts("interpreters"));
    }
}
