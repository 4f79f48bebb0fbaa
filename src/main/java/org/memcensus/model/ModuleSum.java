package org.memcensus.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the files of a module come to.
 *
 * @param firstFile path of the first of them, where a place must be named and nothing else names one; empty for no file
 * @param files number of files
 * @param code lines of code of safety classes other than none
 * @param unsafeCode lines of code in memory-unsafe languages
 * @param safeCode lines of code in memory-safe languages
 * @param languages what of {@code code} is in which language; most code first, then by name
 */
public record ModuleSum(
        String firstFile, long files, long code, long unsafeCode, long safeCode, List<LanguageCode> languages) {
    /** Copies its list. */
    public ModuleSum {
        languages = List.copyOf(languages);
    }

    /**
     * Lines of code in a language.
     *
     * @param name the language
     * @param code its lines, above 0
     */
    public record LanguageCode(String name, long code) {}

    /** Adds up some files. */
    public static ModuleSum of(List<CountedFile> files) {
        long code = 0;
        long unsafe = 0;
        long safe = 0;
        for (CountedFile file : files) {
            code += file.counts().code() - file.code(Safety.NONE);
            unsafe += file.unsafeCode();
            safe += file.code(Safety.SAFE);
        }
        return new ModuleSum(
                files.isEmpty() ? "" : files.get(0).path(), files.size(), code, unsafe, safe, languages(files));
    }

    private static List<LanguageCode> languages(List<CountedFile> files) {
        Map<String, Long> sums = new TreeMap<>();
        for (CountedFile file : files) {
            add(file.language(), file.safety(), file.ownCounts(), sums);
            for (EmbeddedCode part : file.embedded()) {
                add(part.language(), part.safety(), part.counts(), sums);
            }
        }
        List<LanguageCode> languages = new ArrayList<>();
        sums.forEach((name, code) -> languages.add(new LanguageCode(name, code)));
        languages.sort(Comparator.comparingLong(LanguageCode::code).reversed());
        return languages;
    }

    private static void add(Language language, Safety safety, LineCounts counts, Map<String, Long> sums) {
        if (safety != Safety.NONE && counts.code() > 0) {
            sums.merge(language.name(), counts.code(), Long::sum);
        }
    }
}
