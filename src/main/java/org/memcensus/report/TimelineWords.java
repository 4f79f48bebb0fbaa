package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.memcensus.model.Coverage;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Timeline;
import org.memcensus.model.Timeline.NewCode;
import org.memcensus.model.Timeline.Point;
import org.memcensus.model.Totals;

/** Says a history in words, for the reports that people read. */
final class TimelineWords {
    /** What new code is. */
    static final String LEGEND =
            "New code: lines of code that a point has more often than the point before it, compared"
                    + " without white space and comments, wherever they stand. What only moved, was renamed or indented anew is"
                    + " not new; what came and went between two points is in neither.";

    private static final int COMMIT = 10;

    private TimelineWords() {}

    /** How the share moved. */
    static String headline(Timeline timeline, Scope scope) {
        OptionalDouble now = timeline.last().totals(scope).unsafeShare();
        if (now.isEmpty()) {
            return "No " + Wording.code(scope) + " is there at the end, so there is no share to give.";
        }
        String sentence = Numbers.percent(now) + " of the " + Wording.code(scope) + " is memory-unsafe";
        String change = change(timeline, scope);
        return sentence + (change.isEmpty() ? "." : ", " + change);
    }

    /** How the share of the end differs from that of the beginning; empty where one of them has none. */
    static String change(Timeline timeline, Scope scope) {
        OptionalDouble now = timeline.last().totals(scope).unsafeShare();
        Point from = beginning(timeline, scope);
        return now.isEmpty() || from.equals(timeline.last()) ? "" : moved(from, timeline, scope, now.getAsDouble());
    }

    private static String moved(Point from, Timeline timeline, Scope scope, double now) {
        double then = from.totals(scope).unsafeShare().orElseThrow();
        String since =
                " on " + date(from) + (from.equals(timeline.first()) ? "." : ", the first point with such code.");
        if (Numbers.percent(then).equals(Numbers.percent(now))) {
            return "as it was" + since;
        }
        return (now < then ? "down" : "up") + " from " + Numbers.percent(then) + since;
    }

    /** What the new code is, beside the whole. */
    static String newCode(Timeline timeline, Scope scope) {
        NewCode added = timeline.newCode(scope);
        if (timeline.points().size() == 1) {
            return "There is one point, and no new code to tell of.";
        }
        if (added.code() == 0) {
            return "No " + Wording.code(scope) + " is new since then.";
        }
        return "Of the code that is new since " + date(timeline.first()) + ", " + Numbers.percent(added.unsafeShare())
                + " is memory-unsafe" + besideTheWhole(added, timeline.last().totals(scope)) + ": "
                + Numbers.grouped(added.unsafeCode()) + " of " + Numbers.count(added.code(), "line") + ".";
    }

    private static String besideTheWhole(NewCode added, Totals now) {
        OptionalDouble whole = now.unsafeShare();
        if (whole.isEmpty()) {
            return "";
        }
        if (Numbers.percent(whole).equals(Numbers.percent(added.unsafeShare()))) {
            return ", as of the whole";
        }
        boolean less = added.unsafeShare().orElse(0) < whole.getAsDouble();
        return (less ? ", less" : ", more") + " than of the whole (" + Numbers.percent(whole) + ")";
    }

    /** The first point with code. */
    private static Point beginning(Timeline timeline, Scope scope) {
        return timeline.points().stream()
                .filter(point -> point.totals(scope).unsafeShare().isPresent())
                .findFirst()
                .orElse(timeline.last());
    }

    /** What could not be read; empty where all could. */
    static String unread(Timeline timeline) {
        List<Point> incomplete = timeline.points().stream()
                .filter(point -> point.coverage().incomplete())
                .toList();
        if (incomplete.isEmpty()) {
            return "";
        }
        Coverage most = incomplete.get(incomplete.size() - 1).coverage();
        return "Files could not be read at " + Numbers.count(incomplete.size(), "point") + ": "
                + Numbers.grouped(most.unreadable()) + " on " + date(incomplete.get(incomplete.size() - 1))
                + "; they count neither as code nor as new.";
    }

    /** The day of a point, in UTC. */
    static String date(Point point) {
        return HistoryText.date(point.time());
    }

    /** Enough of the commit's id to find it. */
    static String commit(Point point) {
        return point.commit().substring(0, Math.min(COMMIT, point.commit().length()));
    }

    /** The share of the new code; empty at the first point. */
    static String newShare(Point point, Scope scope) {
        Map<Scope, NewCode> added = point.newCode();
        NewCode own = added == null ? NewCode.NONE : added.getOrDefault(scope, NewCode.NONE);
        return own.code() == 0 ? "" : Numbers.percent(own.unsafeShare());
    }

    /** The lines of new code; empty at the first point. */
    static String newLines(Point point, Scope scope) {
        Map<Scope, NewCode> added = point.newCode();
        return added == null
                ? ""
                : Numbers.grouped(added.getOrDefault(scope, NewCode.NONE).code());
    }

    /**
     * A language at the beginning and at the end.
     *
     * @param then lines of code at the first point
     * @param now lines of code at the last point
     */
    record Change(String name, Safety safety, long then, long now) {}

    /** The languages of a scope: most code at the end first, then most code at the beginning. */
    static List<Change> languages(Timeline timeline, Scope scope) {
        Map<String, Change> changes = new TreeMap<>();
        for (Timeline.Use use : timeline.first().languages()) {
            changes.put(use.name() + ' ' + use.safety(), new Change(use.name(), use.safety(), use.code(scope), 0));
        }
        for (Timeline.Use use : timeline.last().languages()) {
            changes.merge(
                    use.name() + ' ' + use.safety(),
                    new Change(use.name(), use.safety(), 0, use.code(scope)),
                    (old, now) -> new Change(now.name(), now.safety(), old.then(), now.now()));
        }
        List<Change> sorted = new ArrayList<>(changes.values());
        sorted.removeIf(change -> change.then() == 0 && change.now() == 0);
        sorted.sort((one, other) -> one.now() != other.now()
                ? Long.compare(other.now(), one.now())
                : Long.compare(other.then(), one.then()));
        return sorted;
    }
}
