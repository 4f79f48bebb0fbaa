package org.memcensus.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the code of a repository changed: its amounts at some points of its history. The same history gives the same timeline.
 *
 * @param repository what was read; its commit is that of the last point
 * @param policyName name of the policy in force
 * @param policyVersion its version
 * @param points the points, oldest first; at least one
 */
public record Timeline(RepositoryInfo repository, String policyName, String policyVersion, List<Point> points) {
    /** Copies its list. */
    public Timeline {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a timeline has a point");
        }
    }

    /** The oldest point. */
    public Point first() {
        return points.get(0);
    }

    /** The newest point: what was asked for. */
    public Point last() {
        return points.get(points.size() - 1);
    }

    /** All new code of a scope that the points have. */
    public NewCode newCode(Scope scope) {
        NewCode sum = NewCode.NONE;
        for (Point point : points) {
            Map<Scope, NewCode> added = point.newCode();
            sum = added == null ? sum : sum.plus(added.getOrDefault(scope, NewCode.NONE));
        }
        return sum;
    }

    /**
     * A commit of the history with what its files hold.
     *
     * @param commit its id
     * @param time when it was committed, in seconds since 1970
     * @param totals sums over the files of each scope
     * @param newCode what of each scope is new since the point before; null for the first point, before which there is none
     * @param languages the languages of code, most code first, then by name
     * @param coverage what was read and what was left out
     */
    public record Point(
            String commit,
            long time,
            Map<Scope, Totals> totals,
            @Nullable Map<Scope, NewCode> newCode,
            List<Use> languages,
            Coverage coverage) {
        /** Copies its collections. */
        public Point {
            totals = Map.copyOf(totals);
            newCode = newCode == null ? null : Map.copyOf(newCode);
            languages = List.copyOf(languages);
        }

        /** The same point, now that it is known what of it is new. */
        public Point since(Map<Scope, NewCode> added) {
            return new Point(commit, time, totals, added, languages, coverage);
        }

        /** Sums over the files of a scope. */
        public Totals totals(Scope scope) {
            Totals known = totals.get(scope);
            return known == null ? Totals.of(new ArrayList<>()) : known;
        }
    }

    /**
     * Lines of code that a state has more often than the state before it: written in between, and not only moved, renamed or
     * indented anew, since lines are compared without white space and comments and wherever they stand. What came and went in
     * between is not among them.
     *
     * @param unsafeCode those in memory-unsafe languages
     * @param safeCode those in memory-safe languages
     * @param undeterminedCode those in languages without a ruling
     */
    public record NewCode(long unsafeCode, long safeCode, long undeterminedCode) {
        /** No line. */
        public static final NewCode NONE = new NewCode(0, 0, 0);

        /** All lines. */
        public long code() {
            return unsafeCode + safeCode + undeterminedCode;
        }

        /** The unsafe part of the lines, in [0, 1]; empty where there are none. */
        public OptionalDouble unsafeShare() {
            return code() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unsafeCode / code());
        }

        /** These lines and others. */
        public NewCode plus(NewCode other) {
            return new NewCode(
                    unsafeCode + other.unsafeCode,
                    safeCode + other.safeCode,
                    undeterminedCode + other.undeterminedCode);
        }
    }

    /**
     * What there is of a language in one safety class.
     *
     * @param name the language
     * @param safety the class of these files
     * @param roles code lines by role, of the roles that occur
     */
    public record Use(String name, Safety safety, Map<Role, Long> roles) {
        /** Copies its map. */
        public Use {
            roles = Map.copyOf(roles);
        }

        /** Lines of code in a scope. */
        public long code(Scope scope) {
            return roles.entrySet().stream()
                    .filter(role -> scope.contains(role.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
