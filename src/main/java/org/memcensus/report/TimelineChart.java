package org.memcensus.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.memcensus.model.Scope;
import org.memcensus.model.Timeline.NewCode;
import org.memcensus.model.Timeline.Point;
import org.memcensus.model.Totals;

/** Draws a history: how much code there was of each class, and which part of it, and of what was new, was unsafe. */
final class TimelineChart {
    private static final double LEFT = 75;
    private static final double RIGHT = 990;
    private static final double TOP = 12;
    private static final double BOTTOM = 230;
    private static final double FOOT = 248;

    /** Lines across at most, and years below. */
    private static final int GRID = 5;

    private static final int YEARS = 12;

    private static final long DAY = 24L * 60 * 60;

    private final List<Point> points;
    private final Scope scope;

    /** Where each point stands from left to right. */
    private final double[] places;

    private final List<Tick> years = new ArrayList<>();

    /** A mark at a side of a chart. */
    private record Tick(double place, String label) {}

    TimelineChart(List<Point> points, Scope scope) {
        this.points = points;
        this.scope = scope;
        this.places = new double[points.size()];
        long[] times = new long[places.length];
        for (int i = 0; i < times.length; i++) {
            // Whoever commits sets the clock: a point never stands before the one that it follows.
            times[i] = i == 0
                    ? points.get(i).time()
                    : Math.max(times[i - 1], points.get(i).time());
        }
        long span = times[times.length - 1] - times[0];
        for (int i = 0; i < times.length; i++) {
            double part = span > 0 ? (double) (times[i] - times[0]) / span : (double) i / Math.max(1, times.length - 1);
            places[i] = LEFT + part * (RIGHT - LEFT);
        }
        if (span > 0) {
            years(times[0], span);
        }
    }

    private void years(long first, long span) {
        int from = LocalDate.ofEpochDay(Math.floorDiv(first, DAY)).getYear() + 1;
        int to = LocalDate.ofEpochDay(Math.floorDiv(first + span, DAY)).getYear();
        int step = Math.max(1, (to - from + YEARS) / YEARS);
        for (int year = from; year <= to; year += step) {
            long time = LocalDate.of(year, 1, 1).toEpochDay() * DAY;
            years.add(new Tick(LEFT + (double) (time - first) / span * (RIGHT - LEFT), Integer.toString(year)));
        }
    }

    /** Both charts; none of a single point. */
    void write(Html page) {
        long most = points.stream()
                .mapToLong(point -> point.totals(scope).programCode())
                .max()
                .orElse(0);
        if (points.size() < 2 || most == 0) {
            return;
        }
        page.raw("<section>\n<h2>Code</h2>\n<p class=\"faint\">Lines of code:");
        page.raw(" <span class=\"key unsafe\"></span> unsafe, <span class=\"key undetermined\"></span> undetermined,");
        page.raw(" <span class=\"key safe\"></span> safe.</p>\n");
        begin("Lines of code by class", page);
        amounts(most, page);
        end(page);
        page.raw("<section>\n<h2>Unsafe share</h2>\n<p class=\"faint\"><span class=\"key line\"></span> Of all code;");
        page.raw(" <span class=\"key p3\"></span> of the code that was new at each point.</p>\n");
        begin("Unsafe share of all code and of new code", page);
        shares(page);
        end(page);
    }

    private static void begin(String label, Html page) {
        page.raw("<svg class=\"chart\" viewBox=\"0 0 1000 256\" role=\"img\" aria-label=\"")
                .text(label)
                .raw("\">\n");
    }

    /** What a reader's pointer is told of each point, over the drawing. */
    private void end(Html page) {
        for (int i = 0; i < places.length; i++) {
            double from = i == 0 ? LEFT : (places[i - 1] + places[i]) / 2;
            double to = i == places.length - 1 ? RIGHT : (places[i] + places[i + 1]) / 2;
            rectangle("point", from, TOP, to - from, BOTTOM - TOP, says(points.get(i)), page);
        }
        page.raw("</svg>\n</section>\n");
    }

    private String says(Point point) {
        Totals totals = point.totals(scope);
        String added = TimelineWords.newShare(point, scope);
        return TimelineWords.date(point) + ": " + Numbers.percent(totals.unsafeShare()) + " unsafe, "
                + Numbers.grouped(totals.unsafeCode()) + " of " + Numbers.count(totals.programCode(), "line")
                + (added.isEmpty() ? "" : "; " + added + " of " + TimelineWords.newLines(point, scope) + " new");
    }

    private void amounts(long most, Html page) {
        long step = step(most);
        double top = (double) -Math.floorDiv(-most, step) * step;
        List<Tick> lines = new ArrayList<>();
        for (long at = 0; at <= top; at += step) {
            lines.add(new Tick(height(at / top), Numbers.grouped(at)));
        }
        grid(lines, page);
        double[] below = new double[places.length];
        area("unsafe", Totals::unsafeCode, below, top, page);
        area("undetermined", Totals::undeterminedCode, below, top, page);
        area("safe", Totals::safeCode, below, top, page);
    }

    /** A round number of which a few reach over the most. */
    private static long step(long most) {
        long step = 1;
        while (true) {
            for (long round : new long[] {step, 2 * step, 5 * step}) {
                if (most <= round * GRID) {
                    return round;
                }
            }
            step *= 10;
        }
    }

    private static double height(double part) {
        return BOTTOM - part * (BOTTOM - TOP);
    }

    private void grid(List<Tick> lines, Html page) {
        for (Tick line : lines) {
            line(LEFT, line.place(), RIGHT, line.place(), page);
            label("end", LEFT - 6, line.place() + 4, line.label(), page);
        }
        for (Tick year : years) {
            line(year.place(), TOP, year.place(), BOTTOM, page);
            label("middle", year.place(), FOOT, year.label(), page);
        }
    }

    /** Lays a class of code on those below it. */
    private void area(String style, ToLongFunction<Totals> code, double[] below, double top, Html page) {
        StringBuilder path = new StringBuilder("M");
        for (int i = 0; i < places.length; i++) {
            point(path, places[i], height(below[i] / top));
        }
        boolean any = false;
        for (int i = places.length - 1; i >= 0; i--) {
            long lines = code.applyAsLong(points.get(i).totals(scope));
            any |= lines > 0;
            below[i] += lines;
            point(path, places[i], height(below[i] / top));
        }
        if (any) {
            page.raw("<path class=\"" + style + "\" d=\"" + path + "Z\"/>\n");
        }
    }

    private void shares(Html page) {
        List<Tick> lines = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent += 25) {
            lines.add(new Tick(height(percent / 100.0), percent + " %"));
        }
        grid(lines, page);
        for (int i = 1; i < places.length; i++) {
            Map<Scope, NewCode> added = points.get(i).newCode();
            OptionalDouble share = added == null
                    ? OptionalDouble.empty()
                    : added.getOrDefault(scope, NewCode.NONE).unsafeShare();
            if (share.isPresent()) {
                double width = places[i] - places[i - 1];
                double top = height(share.getAsDouble());
                rectangle("p3", places[i - 1], top, width, BOTTOM - top, "", page);
            }
        }
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < places.length; i++) {
            OptionalDouble share = points.get(i).totals(scope).unsafeShare();
            if (share.isPresent()) {
                point(path.append(drawn ? "" : "M"), places[i], height(share.getAsDouble()));
            }
            drawn = share.isPresent();
        }
        page.raw("<path class=\"share\" d=\"" + path.toString().trim() + "\"/>\n");
    }

    private static void point(StringBuilder path, double x, double y) {
        path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }

    private static void line(double x1, double y1, double x2, double y2, Html page) {
        page.raw(String.format(
                Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", x1, y1, x2, y2));
    }

    private static void label(String anchor, double x, double y, String label, Html page) {
        page.raw(String.format(Locale.ROOT, "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">", anchor, x, y));
        page.text(label).raw("</text>\n");
    }

    private static void rectangle(
            String style, double x, double y, double width, double height, String says, Html page) {
        page.raw(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">",
                style,
                x,
                y,
                width,
                height));
        if (!says.isEmpty()) {
            page.raw("<title>").text(says).raw("</title>");
        }
        page.raw("</rect>\n");
    }
}
