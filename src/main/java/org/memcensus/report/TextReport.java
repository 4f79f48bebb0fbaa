package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Census;

/** The report for people: one screen that says how much is unsafe, what to replace first, and what was left out. */
final class TextReport implements Report {
    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        Screen top = new Screen(run);
        OverviewText.write(census, run, top);
        Screen bottom = new Screen(run);
        StandingText.write(census, run, bottom);
        CoverageText.write(census.coverage(), run, bottom);
        Screen past = new Screen(run);
        HistoryText.write(census, past);
        ComparisonText.write(census, run, past);
        int rows = run.rows() == 0 ? Integer.MAX_VALUE : run.rows() - top.height() - past.height() - bottom.height();
        RankingText.write(census, run, rows, top);
        top.add(past);
        top.add(bottom);
        out.write(top.text());
        if (run.byFile()) {
            Screen title = new Screen(run);
            title.space();
            title.title("Files");
            out.write(title.text());
            out.write(ListReport.text(FileListing.of(census), run));
        }
        out.flush();
    }
}
