package org.memcensus.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Classification;
import org.memcensus.model.Language;
import org.memcensus.model.LanguageType;

/** Knows whole file names, and beginnings of names where the table says {@code Makefile.*}. */
final class FileNames {
    private final RegionMap<Result.Text> whole;
    private final RegionMap<Chooser> choosers;
    private final List<Beginning> beginnings = new ArrayList<>();

    FileNames(List<Language> languages, Map<String, Chooser> choosers) {
        Map<String, Result.Text> names = new HashMap<>();
        for (Language language : languages) {
            for (String name : language.fileNames()) {
                Result.Text result =
                        new Result.Text(new Classification(language, language.safety(), "file name " + name));
                if (name.endsWith("*")) {
                    beginnings.add(new Beginning(name.substring(0, name.length() - 1), result));
                } else {
                    names.putIfAbsent(name, result);
                }
            }
        }
        // The longest beginning is asked first.
        beginnings.sort((a, b) -> b.text.length() - a.text.length());
        whole = new RegionMap<>(names);
        Map<String, Chooser> shared = new HashMap<>(choosers);
        shared.keySet().retainAll(names.keySet());
        this.choosers = new RegionMap<>(shared);
    }

    /** The result for a whole name. */
    Result.@Nullable Text find(String path, int from) {
        return whole.get(path, from);
    }

    /** Tells the languages apart that share a whole name; null where one language has it. */
    @Nullable
    Chooser chooser(String path, int from) {
        return choosers.get(path, from);
    }

    /** The result for a name that begins so; {@code README} in any case of letters. */
    Result.@Nullable Text findBeginning(String path, int from) {
        for (Beginning beginning : beginnings) {
            if (path.regionMatches(false, from, beginning.text, 0, beginning.text.length())) {
                return beginning.result;
            }
        }
        String name = path.substring(from);
        String upper = name.toUpperCase(Locale.ROOT);
        Result.Text prose = upper.equals(name) ? null : find(upper, 0);
        return prose == null || prose.classification().language().type() != LanguageType.PROSE ? null : prose;
    }

    private record Beginning(String text, Result.Text result) {}
}
