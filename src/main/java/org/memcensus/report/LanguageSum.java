package org.memcensus.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.memcensus.model.CountedFile;
import org.memcensus.model.EmbeddedCode;
import org.memcensus.model.Language;
import org.memcensus.model.LineCounts;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;

/**
 * What there is of one language in one safety class. A language has two sums where a content rule sets some of its
 * files apart.
 *
 * @param name the language
 * @param safety the class of these files
 * @param files number of files; what is embedded in files of other languages is none
 * @param bytes their size
 * @param counts their lines
 * @param roles code lines by role, of the roles that occur
 */
record LanguageSum(String name, Safety safety, long files, long bytes, LineCounts counts, Map<Role, Long> roles) {
    private static final Comparator<LanguageSum> MOST_CODE_FIRST = Comparator.comparingLong(
                    (LanguageSum sum) -> -sum.counts.code())
            .thenComparing(LanguageSum::name)
            .thenComparing(LanguageSum::safety);

    private static final class Adder {
        private long files;
        private long bytes;
        private LineCounts counts = LineCounts.NONE;
        private final Map<Role, Long> roles = new EnumMap<>(Role.class);

        private void add(CountedFile file) {
            files++;
            bytes += file.bytes();
            add(file.role(), file.ownCounts());
        }

        private void add(Role role, LineCounts lines) {
            counts = counts.plus(lines);
            roles.merge(role, lines.code(), Long::sum);
        }
    }

    /** Adds up files by language and class; most code first, then by name. */
    static List<LanguageSum> of(Stream<CountedFile> files) {
        Map<String, Map<Safety, Adder>> sums = new HashMap<>();
        files.forEach(file -> {
            adder(sums, file.language(), file.safety()).add(file);
            for (EmbeddedCode part : file.embedded()) {
                adder(sums, part.language(), part.safety()).add(file.role(), part.counts());
            }
        });
        List<LanguageSum> all = new ArrayList<>();
        sums.forEach((name, classes) -> classes.forEach(
                (safety, sum) -> all.add(new LanguageSum(name, safety, sum.files, sum.bytes, sum.counts, sum.roles))));
        all.sort(MOST_CODE_FIRST);
        return List.copyOf(all);
    }

    private static Adder adder(Map<String, Map<Safety, Adder>> sums, Language language, Safety safety) {
        return sums.computeIfAbsent(language.name(), any -> new EnumMap<>(Safety.class))
                .computeIfAbsent(safety, any -> new Adder());
    }

    /** The same, of what counts in a share: files of all classes but none. */
    static List<LanguageSum> ofPrograms(Stream<CountedFile> files) {
        return of(files).stream()
                .filter(sum -> sum.safety != Safety.NONE && sum.counts.code() > 0)
                .toList();
    }

    /** Lines of code in files of all classes but none, by language; most code first, then by name. */
    static List<Map.Entry<String, Long>> codeByName(List<CountedFile> files) {
        Map<String, Long> sums = new TreeMap<>();
        for (CountedFile file : files) {
            add(file.language(), file.safety(), file.ownCounts(), sums);
            for (EmbeddedCode part : file.embedded()) {
                add(part.language(), part.safety(), part.counts(), sums);
            }
        }
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(sums.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        return sorted;
    }

    private static void add(Language language, Safety safety, LineCounts counts, Map<String, Long> sums) {
        if (safety != Safety.NONE && counts.code() > 0) {
            sums.merge(language.name(), counts.code(), Long::sum);
        }
    }
}
