package org.memcensus.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Advice;
import org.memcensus.model.Census;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Coverage;
import org.memcensus.model.Evidence;
import org.memcensus.model.LineCounts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Totals;

/**
 * All rows of one repository. The same census gives the same rows in the same order.
 *
 * @param url its address, first value of every row
 * @param name its short name
 * @param commit full id of the scanned commit; null without one
 * @param seen entries of its tree
 * @param counted files that were counted
 * @param unreadable files that could not be read
 * @param error what could not be read, in one line; null if nothing
 * @param rows values by table, in the order of its columns
 */
public record RepositoryRows(
        String url,
        String name,
        @Nullable String commit,
        long seen,
        long counted,
        long unreadable,
        @Nullable String error,
        Map<Table, List<List<@Nullable Object>>> rows) {
    /** Vendored files of fewer lines say little: many of them are alike by chance. */
    private static final int LEAST_CODE = 10;

    private static final double POINT_DECIMALS = 1e4;

    private record Key(String language, Safety safety, Role role) {}

    private static final class Sum {
        private long files;
        private long bytes;
        private LineCounts counts = LineCounts.NONE;

        private void add(CountedFile file) {
            files++;
            bytes += file.bytes();
            counts = counts.plus(file.counts());
        }
    }

    /**
     * The rows of a census.
     *
     * @param url address that the rows are kept under
     * @param blobs git blob id of a file by path; null for a file without one
     */
    public static RepositoryRows of(String url, Census census, Function<String, @Nullable String> blobs) {
        Map<Table, List<List<@Nullable Object>>> rows = new EnumMap<>(Table.class);
        rows.put(Table.SCOPES, scopes(url, census));
        rows.put(Table.LANGUAGES, languages(url, census));
        rows.put(Table.MODULES, new ArrayList<>());
        rows.put(Table.EVIDENCE, new ArrayList<>());
        rows.put(Table.REPLACEMENTS, new ArrayList<>());
        rows.put(Table.VENDORED, new ArrayList<>());
        for (ModuleCensus module : census.modules()) {
            module(url, module, rows);
            vendored(url, module.module(), blobs, list(rows, Table.VENDORED));
        }
        Coverage coverage = census.coverage();
        return new RepositoryRows(
                url,
                census.repository().name(),
                census.repository().commit(),
                coverage.seen(),
                coverage.counted(),
                coverage.unreadable(),
                error(coverage),
                rows);
    }

    /** Whether every file could be read. */
    public Status status() {
        return unreadable > 0 ? Status.INCOMPLETE : Status.DONE;
    }

    private static @Nullable String error(Coverage coverage) {
        if (!coverage.incomplete()) {
            return null;
        }
        String first = coverage.notes().isEmpty()
                ? ""
                : ", such as " + coverage.notes().get(0).path() + ": "
                        + coverage.notes().get(0).reason();
        return coverage.unreadable() + (coverage.unreadable() == 1 ? " file" : " files") + " could not be read" + first;
    }

    private static List<List<@Nullable Object>> scopes(String url, Census census) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            Totals totals = census.totals(scope);
            rows.add(row(
                    url,
                    scope.label(),
                    totals.files(),
                    totals.bytes(),
                    totals.counts().lines(),
                    totals.counts().code(),
                    totals.counts().comments(),
                    totals.counts().blanks(),
                    totals.unsafeCode(),
                    totals.safeCode(),
                    totals.undeterminedCode(),
                    share(totals.unsafeShare())));
        }
        return rows;
    }

    private static List<List<@Nullable Object>> languages(String url, Census census) {
        Map<Key, Sum> sums = new TreeMap<>(
                Comparator.comparing(Key::language).thenComparing(Key::safety).thenComparing(Key::role));
        census.files()
                .forEach(file -> sums.computeIfAbsent(
                                new Key(file.language().name(), file.safety(), file.role()), key -> new Sum())
                        .add(file));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(row(
                url,
                key.language(),
                key.safety().label(),
                key.role().label(),
                sum.files,
                sum.bytes,
                sum.counts.code(),
                sum.counts.comments(),
                sum.counts.blanks())));
        return rows;
    }

    private static void module(String url, ModuleCensus census, Map<Table, List<List<@Nullable Object>>> rows) {
        CodeModule module = census.module();
        long code = module.code();
        long unsafe = module.unsafeCode();
        list(rows, Table.MODULES)
                .add(row(
                        url,
                        module.id(),
                        module.name(),
                        module.kind().label(),
                        module.path(),
                        module.role().label(),
                        (long) module.files().size(),
                        code,
                        unsafe,
                        code == 0 ? null : rounded((double) unsafe / code),
                        rounded(census.score().priority()),
                        census.rank() == 0 ? null : (long) census.rank(),
                        rounded(census.score().role()),
                        rounded(census.score().risk())));
        for (Evidence evidence : census.evidence()) {
            list(rows, Table.EVIDENCE)
                    .add(row(
                            url,
                            module.id(),
                            evidence.rule(),
                            evidence.criterion().name(),
                            rounded(evidence.points()),
                            evidence.path(),
                            (long) evidence.line(),
                            evidence.count()));
        }
        for (Advice advice : census.advice()) {
            list(rows, Table.REPLACEMENTS)
                    .add(row(
                            url,
                            module.id(),
                            advice.replacement().component(),
                            advice.replacement().project(),
                            advice.fit() == Advice.Fit.IS ? "is" : "uses",
                            advice.replacement().language(),
                            advice.replacement().swapLevel(),
                            advice.reason()));
        }
    }

    private static void vendored(
            String url,
            CodeModule module,
            Function<String, @Nullable String> blobs,
            List<List<@Nullable Object>> rows) {
        if (module.role() != Role.VENDORED) {
            return;
        }
        for (CountedFile file : module.files()) {
            String blob = file.unsafeCode() < LEAST_CODE ? null : blobs.apply(file.path());
            if (blob != null) {
                rows.add(row(
                        url,
                        file.path(),
                        component(module.name()),
                        module.id(),
                        blob,
                        file.language().name(),
                        file.counts().code()));
            }
        }
    }

    /** What a vendored module is called where it comes from: the last part of its folder. */
    private static String component(String module) {
        return module.substring(module.lastIndexOf('/') + 1);
    }

    private static List<List<@Nullable Object>> list(Map<Table, List<List<@Nullable Object>>> rows, Table table) {
        return rows.computeIfAbsent(table, key -> new ArrayList<>());
    }

    /** Values with gaps, which no immutable list takes. */
    private static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>(values.length);
        for (Object value : values) {
            row.add(value);
        }
        return row;
    }

    private static @Nullable Double share(OptionalDouble share) {
        return share.isPresent() ? rounded(share.getAsDouble()) : null;
    }

    /** Four decimals: the last bits of a sum may depend on its order. */
    private static Double rounded(double value) {
        return Math.round(value * POINT_DECIMALS) / POINT_DECIMALS;
    }
}
