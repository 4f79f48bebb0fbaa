package org.memcensus.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The figures of a study: how many projects, how much of their code, and how it is spread.
 *
 * @param projects scanned projects
 * @param withUnsafe those that hold any memory-unsafe code
 * @param code code lines of all, or lines of all kinds, whatever the share is of
 * @param unsafe unsafe code lines of all
 * @param median median of the projects' shares; empty where none has code
 * @param bins projects without unsafe code, then those up to 10 %, up to 20 % and so on, then those of nothing else
 * @param largest the ten largest by code, largest first
 * @param largestLeast least share of these
 * @param largestMedian their median
 * @param largestAlmostAll how many of them are above 94 %
 */
public record StudyFigures(
        long projects,
        long withUnsafe,
        long code,
        long unsafe,
        OptionalDouble median,
        List<Long> bins,
        List<Study.Project> largest,
        OptionalDouble largestLeast,
        OptionalDouble largestMedian,
        long largestAlmostAll) {
    private static final int LARGEST = 10;
    private static final int TENTHS = 10;

    /** The mark that CISA's report of 2024 names for the largest projects. */
    private static final double ALMOST_ALL = 0.94;

    /** Copies its lists. */
    public StudyFigures {
        bins = List.copyOf(bins);
        largest = List.copyOf(largest);
    }

    /** Figures with shares of code. */
    public static StudyFigures ofCode(List<Study.Project> projects) {
        return of(projects, Study.Project::share, false);
    }

    /** Figures with shares of everything that is counted: code, data, markup and prose. */
    public static StudyFigures ofAllLines(List<Study.Project> projects) {
        return of(projects, Study.Project::shareOfAll, true);
    }

    /** Unsafe code by all code; empty without code. */
    public OptionalDouble share() {
        return code == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unsafe / code);
    }

    private static StudyFigures of(
            List<Study.Project> projects, Function<Study.Project, OptionalDouble> share, boolean withOther) {
        Comparator<Study.Project> bySize =
                Comparator.comparingLong(project -> project.code() + (withOther ? project.other() : 0));
        List<Study.Project> largest = projects.stream()
                .sorted(bySize.reversed().thenComparing(Study.Project::url))
                .limit(LARGEST)
                .filter(project -> share.apply(project).isPresent())
                .toList();
        List<Double> shares = shares(projects, share);
        List<Double> largestShares = shares(largest, share);
        long[] bins = new long[TENTHS + 2];
        for (double one : shares) {
            int bin = one == 0 ? 0 : one == 1 ? TENTHS + 1 : Math.min(TENTHS, (int) Math.ceil(one * TENTHS));
            bins[bin]++;
        }
        List<Long> binList = new ArrayList<>();
        for (long bin : bins) {
            binList.add(bin);
        }
        return new StudyFigures(
                projects.size(),
                projects.stream().filter(project -> project.unsafe() > 0).count(),
                projects.stream()
                        .mapToLong(project -> project.code() + (withOther ? project.other() : 0))
                        .sum(),
                projects.stream().mapToLong(Study.Project::unsafe).sum(),
                median(shares),
                binList,
                largest,
                largestShares.stream().mapToDouble(Double::doubleValue).min(),
                median(largestShares),
                largestShares.stream().filter(one -> one > ALMOST_ALL).count());
    }

    private static List<Double> shares(List<Study.Project> projects, Function<Study.Project, OptionalDouble> share) {
        List<Double> shares = new ArrayList<>();
        for (Study.Project project : projects) {
            share.apply(project).ifPresent(shares::add);
        }
        shares.sort(Comparator.naturalOrder());
        return shares;
    }

    private static OptionalDouble median(List<Double> sorted) {
        int size = sorted.size();
        return size == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2);
    }
}
