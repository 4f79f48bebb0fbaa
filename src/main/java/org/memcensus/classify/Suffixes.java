package org.memcensus.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Classification;
import org.memcensus.model.Language;

/** Knows the endings of file names: the longest known ending of a name decides, written so first, then in lower case. */
final class Suffixes {
    /** Endings that hide the ending that counts. */
    static final Set<String> WRAPPERS = Set.of(
            ".in",
            ".tmpl",
            ".tpl",
            ".template",
            ".example",
            ".sample",
            ".dist",
            ".orig",
            ".bak",
            ".old",
            ".default",
            ".inc",
            ".shipped",
            ".cmake",
            ".cmakein",
            ".j2",
            ".jinja",
            ".am",
            ".disabled",
            ".txt");

    private final RegionMap<Suffix> exact;
    private final RegionMap<Suffix> lower;

    Suffixes(List<Language> languages, Map<String, Chooser> choosers) {
        Map<String, List<Language>> written = new LinkedHashMap<>();
        Map<String, List<Language>> small = new LinkedHashMap<>();
        for (Language language : languages) {
            for (String extension : language.extensions()) {
                String key = extension.toLowerCase(Locale.ROOT);
                Map<String, List<Language>> sharing = key.equals(extension) ? small : written;
                sharing.computeIfAbsent(extension, none -> new ArrayList<>(1)).add(language);
            }
        }
        // An ending with capitals is found in small letters too, unless these mean something else (.C and .c).
        Map<String, List<Language>> further = new LinkedHashMap<>();
        for (Map.Entry<String, List<Language>> entry : written.entrySet()) {
            String key = entry.getKey().toLowerCase(Locale.ROOT);
            if (!small.containsKey(key)) {
                further.put(key, entry.getValue());
            }
        }
        small.putAll(further);
        exact = new RegionMap<>(suffixes(written, choosers));
        lower = new RegionMap<>(suffixes(small, choosers));
    }

    /**
     * The longest known ending of a name.
     *
     * @param path the path up to the end of the name
     * @param from where its name begins
     */
    @Nullable
    Suffix find(String path, int from) {
        for (int dot = path.indexOf('.', from); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            Suffix suffix = exact.get(path, dot);
            if (suffix == null || (!suffix.isSmall() && isShouted(path, from, dot))) {
                Suffix small = lower.getLower(path, dot);
                suffix = small == null ? suffix : small;
            }
            if (suffix != null) {
                return suffix;
            }
        }
        return null;
    }

    /** Whether a name has capitals only: it comes from a system whose file names had no other, and .C is .c there. */
    private static boolean isShouted(String path, int from, int dot) {
        boolean capital = false;
        for (int i = from; i < dot; i++) {
            capital |= Character.isUpperCase(path.charAt(i));
            if (Character.isLowerCase(path.charAt(i))) {
                return false;
            }
        }
        return capital && dot - from > 1;
    }

    private static Map<String, Suffix> suffixes(Map<String, List<Language>> languages, Map<String, Chooser> choosers) {
        Map<String, Suffix> suffixes = new HashMap<>();
        for (Map.Entry<String, List<Language>> entry : languages.entrySet()) {
            String extension = entry.getKey();
            String reason = "extension ".concat(extension);
            List<Result.Text> results = new ArrayList<>(entry.getValue().size());
            for (Language language : entry.getValue()) {
                results.add(new Result.Text(new Classification(language, language.safety(), reason)));
            }
            suffixes.put(extension, new Suffix(extension, results, choosers.get(extension)));
        }
        return suffixes;
    }

    /**
     * An ending with the languages that share it.
     *
     * @param text the ending
     * @param results a finished result for each language
     * @param chooser tells them apart; null where there is one, or nothing to go by
     */
    record Suffix(
            String text,
            List<Result.Text> results,
            @Nullable Chooser chooser) {
        /** Whether it has no capital. */
        boolean isSmall() {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isUpperCase(text.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        boolean decided() {
            return results.size() == 1 && chooser == null;
        }

        /** The result for a language; null where it does not share the ending. */
        Result.@Nullable Text of(Language language) {
            for (Result.Text result : results) {
                if (result.classification().language().name().equals(language.name())) {
                    return result;
                }
            }
            return null;
        }
    }
}
