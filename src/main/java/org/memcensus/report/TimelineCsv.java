package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.memcensus.model.Scope;
import org.memcensus.model.Timeline;
import org.memcensus.model.Timeline.NewCode;
import org.memcensus.model.Timeline.Point;
import org.memcensus.model.Totals;

/** The history for spreadsheets: a row for each point and scope, oldest first. */
final class TimelineCsv implements TimelineReport {
    private static final List<String> HEADER = List.of(
            "date",
            "commit",
            "scope",
            "files",
            "code",
            "unsafe_code",
            "safe_code",
            "undetermined_code",
            "unsafe_share",
            "new_code",
            "new_unsafe_code",
            "new_safe_code",
            "new_undetermined_code",
            "new_unsafe_share",
            "unreadable");

    @Override
    public void write(Timeline timeline, RunInfo run, Writer out) throws IOException {
        Csv csv = new Csv().row(HEADER);
        for (Point point : timeline.points()) {
            for (Scope scope : Scope.values()) {
                csv.row(row(point, scope));
            }
        }
        out.write(csv.text());
        out.flush();
    }

    private static List<String> row(Point point, Scope scope) {
        Totals totals = point.totals(scope);
        List<String> cells = new ArrayList<>(List.of(
                TimelineWords.date(point),
                point.commit(),
                scope.label(),
                Long.toString(totals.files()),
                Long.toString(totals.programCode()),
                Long.toString(totals.unsafeCode()),
                Long.toString(totals.safeCode()),
                Long.toString(totals.undeterminedCode()),
                share(totals.unsafeShare())));
        Map<Scope, NewCode> added = point.newCode();
        if (added == null) {
            cells.addAll(List.of("", "", "", "", ""));
        } else {
            NewCode own = added.getOrDefault(scope, NewCode.NONE);
            cells.add(Long.toString(own.code()));
            cells.add(Long.toString(own.unsafeCode()));
            cells.add(Long.toString(own.safeCode()));
            cells.add(Long.toString(own.undeterminedCode()));
            cells.add(share(own.unsafeShare()));
        }
        cells.add(Long.toString(point.coverage().unreadable()));
        return cells;
    }

    private static String share(OptionalDouble share) {
        return share.isEmpty()
                ? ""
                : Numbers.rounded(share.getAsDouble(), JsonFields.SHARE_DECIMALS)
                        .toPlainString();
    }
}
