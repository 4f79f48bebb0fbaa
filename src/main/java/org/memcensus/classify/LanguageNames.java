package org.memcensus.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Language;
import org.memcensus.model.LanguageType;

/** Finds languages by what people call them: name, alias, interpreter. */
final class LanguageNames {
    private final Map<String, Language> names = new HashMap<>();
    private final Map<String, Language> interpreters = new HashMap<>();

    LanguageNames(List<Language> languages) {
        for (Language language : languages) {
            for (String alias : language.aliases()) {
                names.putIfAbsent(alias, language);
            }
            for (String interpreter : language.interpreters()) {
                // A program runs programs before it reads their documentation.
                interpreters.merge(interpreter, language, LanguageNames::program);
            }
        }
        for (Language language : languages) {
            // A name goes before any alias.
            names.put(language.name().toLowerCase(Locale.ROOT), language);
        }
    }

    private static Language program(Language first, Language second) {
        boolean better = first.type() != LanguageType.PROGRAMMING && second.type() == LanguageType.PROGRAMMING;
        return better ? second : first;
    }

    /** The language that the tables call so. */
    Language named(String name) {
        Language language = names.get(name.toLowerCase(Locale.ROOT));
        if (language == null) {
            throw new IllegalArgumentException("no language '" + name + "' in the table");
        }
        return language;
    }

    /** The language that a user calls so; null where there is none. Spaces may be written as {@code -}. */
    @Nullable
    Language known(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Language language = names.get(lower);
        return language == null ? names.get(lower.replace('-', ' ')) : language;
    }

    /** The language that a program runs; null where there is none. */
    @Nullable
    Language runBy(String program) {
        Language language = interpreters.get(program);
        return language == null ? interpreters.get(Shebang.withoutVersion(program)) : language;
    }
}
