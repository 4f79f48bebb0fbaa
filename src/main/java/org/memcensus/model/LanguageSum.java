package org.memcensus.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What there is of one language in one safety class. A language has two sums where a content rule sets some of its
 * files apart.
 *
 * @param name the language
 * @param safety the class of these files
 * @param bytes their size
 * @param counts their lines
 * @param roles files and code lines by role, of the roles that occur
 */
public record LanguageSum(String name, Safety safety, long bytes, LineCounts counts, Map<Role, InRole> roles) {
    private static final Comparator<LanguageSum> MOST_CODE_FIRST = Comparator.comparingLong(
                    (LanguageSum sum) -> -sum.counts.code())
            .thenComparing(LanguageSum::name)
            .thenComparing(LanguageSum::safety);

    /** Copies its map. */
    public LanguageSum {
        Map<Role, InRole> copy = new EnumMap<>(Role.class);
        copy.putAll(roles);
        roles = Collections.unmodifiableMap(copy);
    }

    /**
     * What there is of it in files of one role.
     *
     * @param files number of files; what is embedded in files of other languages is none
     * @param code lines of code
     */
    public record InRole(long files, long code) {
        /** The sum of both. */
        InRole plus(InRole other) {
            return new InRole(files + other.files, code + other.code);
        }
    }

    /** Number of files; what is embedded in files of other languages is none. */
    public long files() {
        return files(Scope.ALL);
    }

    /** Number of files of a scope. */
    public long files(Scope scope) {
        return in(scope).files();
    }

    /** Lines of code of a scope. */
    public long code(Scope scope) {
        return in(scope).code();
    }

    private InRole in(Scope scope) {
        InRole sum = new InRole(0, 0);
        for (Map.Entry<Role, InRole> role : roles.entrySet()) {
            sum = scope.contains(role.getKey()) ? sum.plus(role.getValue()) : sum;
        }
        return sum;
    }

    private static final class Adder {
        private long bytes;
        private LineCounts counts = LineCounts.NONE;
        private final Map<Role, InRole> roles = new EnumMap<>(Role.class);

        private void add(CountedFile file) {
            bytes += file.bytes();
            add(file.role(), 1, file.ownCounts());
        }

        private void add(Role role, long files, LineCounts lines) {
            counts = counts.plus(lines);
            roles.merge(role, new InRole(files, lines.code()), InRole::plus);
        }
    }

    /** Adds up files by language and class; most code first, then by name. */
    public static List<LanguageSum> of(Stream<CountedFile> files) {
        Map<String, Map<Safety, Adder>> sums = new HashMap<>();
        files.forEach(file -> {
            adder(sums, file.language(), file.safety()).add(file);
            for (EmbeddedCode part : file.embedded()) {
                adder(sums, part.language(), part.safety()).add(file.role(), 0, part.counts());
            }
        });
        List<LanguageSum> all = new ArrayList<>();
        sums.forEach((name, classes) -> classes.forEach(
                (safety, sum) -> all.add(new LanguageSum(name, safety, sum.bytes, sum.counts, sum.roles))));
        all.sort(MOST_CODE_FIRST);
        return List.copyOf(all);
    }

    private static Adder adder(Map<String, Map<Safety, Adder>> sums, Language language, Safety safety) {
        return sums.computeIfAbsent(language.name(), any -> new EnumMap<>(Safety.class))
                .computeIfAbsent(safety, any -> new Adder());
    }
}
