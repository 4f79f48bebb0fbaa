package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Scope;
import org.memcensus.model.Timeline;
import org.memcensus.model.Timeline.Point;
import org.memcensus.model.Totals;

/** The history as one page that stands for itself, with its course drawn. */
final class TimelineHtml implements TimelineReport {
    private static final int LANGUAGES = 20;

    @Override
    public void write(Timeline timeline, RunInfo run, Writer out) throws IOException {
        Scope scope = run.scope();
        RepositoryInfo repository = timeline.repository();
        String name = repository.folder().isEmpty() ? repository.name() : repository.name() + "/" + repository.folder();
        Html page = HtmlPage.begin("Memory safety of " + name + " over time");
        String url = repository.url();
        page.raw("<header>\n<h1>Memory safety of ").link(name, url == null ? "" : url);
        page.raw(" over time</h1>\n<p class=\"faint\">")
                .text(Numbers.count(timeline.points().size(), "point") + " from " + TimelineWords.date(timeline.first())
                        + " to " + TimelineWords.date(timeline.last()) + ", scope " + scope.label())
                .raw("</p>\n</header>\n<section>\n");
        headline(timeline, scope, page);
        page.raw("<p>").text(TimelineWords.newCode(timeline, scope)).raw("</p>\n</section>\n");
        new TimelineChart(timeline.points(), scope).write(page);
        languages(timeline, run, page);
        points(timeline, scope, page);
        String unread = TimelineWords.unread(timeline);
        if (!unread.isEmpty()) {
            page.raw("<p class=\"warning\">").text(unread).raw("</p>\n");
        }
        page.raw("<p class=\"faint\">").text(TimelineWords.LEGEND).raw("</p>\n");
        HtmlPage.end(run.version(), timeline.policyName() + " " + timeline.policyVersion(), page);
        out.append(page.toString());
        out.flush();
    }

    private static void headline(Timeline timeline, Scope scope, Html page) {
        Totals now = timeline.last().totals(scope);
        if (now.unsafeShare().isEmpty()) {
            page.raw("<p>").text(TimelineWords.headline(timeline, scope)).raw("</p>\n");
            return;
        }
        page.raw("<p class=\"headline\"><b class=\"")
                .raw(now.unsafeCode() == 0 ? "safe" : "unsafe")
                .raw("\">")
                .text(Numbers.percent(now.unsafeShare()))
                .raw("</b> of the ")
                .text(Wording.code(scope))
                .raw(" is memory-unsafe<span>")
                .text(TimelineWords.change(timeline, scope))
                .raw("</span></p>\n");
        HtmlBar.write(now.unsafeCode(), now.undeterminedCode(), now.safeCode(), page);
    }

    private static void languages(Timeline timeline, RunInfo run, Html page) {
        List<TimelineWords.Change> changes = TimelineWords.languages(timeline, run.scope());
        if (changes.isEmpty()) {
            return;
        }
        page.raw("<section>\n<h2>Languages</h2>\n");
        long most = changes.stream()
                .mapToLong(change -> Math.max(change.then(), change.now()))
                .max()
                .orElse(1);
        HtmlTable table = HtmlTable.begin(
                page,
                "languages",
                "Language",
                "Class",
                "Lines on " + TimelineWords.date(timeline.first()) + "#",
                "Lines on " + TimelineWords.date(timeline.last()) + "#",
                "");
        int shown = run.verbose() || changes.size() <= LANGUAGES + 1 ? changes.size() : LANGUAGES;
        for (TimelineWords.Change change : changes.subList(0, shown)) {
            table.row()
                    .text(change.name())
                    .text(change.safety().label(), change.safety().label())
                    .number(Numbers.grouped(change.then()))
                    .number(Numbers.grouped(change.now()))
                    .meter((double) change.now() / most, change.safety().label())
                    .endRow();
        }
        table.end();
        if (shown < changes.size()) {
            page.raw("<p class=\"faint\">and ")
                    .text(Numbers.grouped(changes.size() - shown))
                    .raw(" more (-v lists them).</p>\n");
        }
        page.raw("</section>\n");
    }

    private static void points(Timeline timeline, Scope scope, Html page) {
        page.raw("<section>\n<h2>Points</h2>\n");
        HtmlTable table = HtmlTable.begin(
                page, "", "Date", "Commit", "Unsafe#", "Unsafe lines#", "Code lines#", "New code#", "Unsafe of it#");
        for (Point point : timeline.points()) {
            Totals totals = point.totals(scope);
            table.row()
                    .text(TimelineWords.date(point))
                    .code(TimelineWords.commit(point))
                    .number(Numbers.percent(totals.unsafeShare()))
                    .number(Numbers.grouped(totals.unsafeCode()))
                    .number(Numbers.grouped(totals.programCode()))
                    .number(TimelineWords.newLines(point, scope))
                    .number(TimelineWords.newShare(point, scope))
                    .endRow();
        }
        table.end();
        page.raw("</section>\n");
    }
}
