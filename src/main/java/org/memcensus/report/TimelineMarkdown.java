package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Scope;
import org.memcensus.model.Timeline;
import org.memcensus.model.Timeline.Point;

/** The history for a pull request or an issue, in GitHub-flavoured Markdown. */
final class TimelineMarkdown implements TimelineReport {
    private static final int LANGUAGES = 8;

    @Override
    public void write(Timeline timeline, RunInfo run, Writer out) throws IOException {
        StringBuilder page = new StringBuilder();
        Scope scope = run.scope();
        RepositoryInfo repository = timeline.repository();
        String name = repository.folder().isEmpty() ? repository.name() : repository.name() + "/" + repository.folder();
        page.append("## Memory safety of ").append(Markdown.code(name)).append(" over time\n\n");
        page.append("**").append(prose(TimelineWords.headline(timeline, scope))).append("** ");
        page.append(prose(TimelineWords.newCode(timeline, scope))).append('\n');
        page.append("\n| Date | Commit | Unsafe | Code lines | New code | Unsafe of it |\n");
        page.append("| --- | --- | ---: | ---: | ---: | ---: |\n");
        for (Point point : timeline.points()) {
            row(
                    page,
                    TimelineWords.date(point),
                    Markdown.code(TimelineWords.commit(point)),
                    prose(Numbers.percent(point.totals(scope).unsafeShare())),
                    Numbers.grouped(point.totals(scope).programCode()),
                    TimelineWords.newLines(point, scope),
                    prose(TimelineWords.newShare(point, scope)));
        }
        languages(timeline, run, page);
        String unread = TimelineWords.unread(timeline);
        if (!unread.isEmpty()) {
            page.append("\n**").append(unread).append("**\n");
        }
        page.append('\n').append(TimelineWords.LEGEND).append('\n');
        page.append("\n<sub>memcensus ").append(Markdown.text(run.version()));
        page.append(", policy ").append(Markdown.text(timeline.policyName())).append(' ');
        page.append(Markdown.text(timeline.policyVersion()));
        page.append(", scope ").append(scope.label()).append("</sub>\n");
        out.append(page);
        out.flush();
    }

    private static void languages(Timeline timeline, RunInfo run, StringBuilder page) {
        List<TimelineWords.Change> changes = TimelineWords.languages(timeline, run.scope());
        if (changes.isEmpty()) {
            return;
        }
        page.append("\n| Language | Class | Lines on ").append(TimelineWords.date(timeline.first()));
        page.append(" | Lines on ").append(TimelineWords.date(timeline.last()));
        page.append(" |\n| --- | --- | ---: | ---: |\n");
        int shown = run.verbose() || changes.size() <= LANGUAGES + 1 ? changes.size() : LANGUAGES;
        for (TimelineWords.Change change : changes.subList(0, shown)) {
            row(
                    page,
                    Markdown.text(change.name()),
                    change.safety().label(),
                    Numbers.grouped(change.then()),
                    Numbers.grouped(change.now()));
        }
        if (shown < changes.size()) {
            page.append("\nand ").append(changes.size() - shown).append(" more.\n");
        }
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Our own words, in which only the signs of a rounded number mean something to Markdown. */
    private static String prose(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }
}
