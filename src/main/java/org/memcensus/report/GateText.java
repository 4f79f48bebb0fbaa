package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import org.memcensus.model.Evidence;
import org.memcensus.model.Finding;
import org.memcensus.model.Problem;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.AnnotationUse;
import org.memcensus.model.Verdict.Broken;
import org.memcensus.model.Verdict.NewHatch;
import org.memcensus.report.Screen.Style;

/** The verdict for people. */
final class GateText implements GateReport {
    private static final int INDENT = 2;
    private static final int DEEPER = 4;

    @Override
    public void write(Verdict verdict, RunInfo run, Writer out) throws IOException {
        Screen screen = new Screen(run);
        Style style = switch (verdict.outcome()) {
            case PASS -> Style.GREEN;
            case FAIL -> Style.RED_BOLD;
            case UNDECIDED -> Style.YELLOW;
        };
        screen.put(style, verdict.outcome().name()).put("  ");
        screen.wrap(Style.NORMAL, 0, GateWords.headline(verdict));
        screen.wrap(Style.FAINT, INDENT, GateWords.change(verdict));
        for (Finding finding : verdict.findings()) {
            screen.space();
            finding(finding, run, screen);
        }
        if (!verdict.broken().isEmpty()) {
            screen.space();
            for (Broken broken : verdict.broken()) {
                screen.wrap(Style.RED, INDENT, "--" + broken.limit() + ": " + broken.text());
            }
        }
        if (!verdict.unread().isEmpty()) {
            screen.space();
            screen.title("Not read");
            for (Problem problem : verdict.unread()) {
                screen.wrap(
                        Style.YELLOW,
                        INDENT,
                        (problem.path().isEmpty() ? "the tree" : problem.path()) + ": " + problem.reason());
            }
            screen.wrap(
                    Style.FAINT,
                    INDENT,
                    "make it readable, or annotate module \"unread:PATH\" in .memcensus.yml if it hides nothing");
        }
        rest(verdict, screen);
        out.write(screen.text());
        out.flush();
    }

    private static void finding(Finding finding, RunInfo run, Screen screen) {
        screen.wrap(Style.BOLD, INDENT, GateWords.finding(finding));
        for (String path : finding.files().subList(1, Math.min(finding.files().size(), run.verbose() ? 10_000 : 5))) {
            screen.wrap(Style.CYAN, DEEPER, path);
        }
        for (Evidence evidence : GateWords.evidence(finding)) {
            screen.wrap(Style.NORMAL, DEEPER, GateWords.evidence(evidence, run));
        }
        screen.wrap(Style.GREEN, DEEPER, screen.glyphs().arrow() + " " + GateWords.wayOut(finding));
        screen.wrap(Style.FAINT, DEEPER, "if it must be, say so in .memcensus.yml:");
        for (String line : GateWords.annotation(finding.id())) {
            screen.to(DEEPER + INDENT).put(Style.FAINT, line).end();
        }
    }

    private static void rest(Verdict verdict, Screen screen) {
        if (!verdict.hatches().isEmpty()) {
            screen.space();
            screen.title("New escape hatches");
            for (NewHatch hatch : verdict.hatches()) {
                screen.wrap(Style.YELLOW, INDENT, GateWords.hatch(hatch));
            }
        }
        if (!verdict.annotations().isEmpty()) {
            screen.space();
            screen.title("Annotations");
            for (AnnotationUse use : verdict.annotations()) {
                screen.wrap(use.isNew() ? Style.YELLOW : Style.NORMAL, INDENT, GateWords.use(use));
            }
        }
        if (!verdict.notes().isEmpty()) {
            screen.space();
            for (Problem note : verdict.notes()) {
                screen.wrap(Style.YELLOW, INDENT, note.path() + ": " + note.reason());
            }
        }
    }
}
