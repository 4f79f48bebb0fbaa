package org.memcensus.report;

import java.util.Locale;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Score;
import org.memcensus.model.Working;
import org.memcensus.model.Working.RiskPart;
import org.memcensus.report.Screen.Style;

/** Writes down how risk and priority of a module were reckoned, number by number. */
final class WorkingText {
    private static final int LABEL = 14;
    private static final int NAME = 24;

    private WorkingText() {}

    static void write(ModuleCensus module, Screen screen) {
        Score score = module.score();
        Working working = score.working();
        if (working == null) {
            return;
        }
        screen.put("  risk        " + Numbers.tenth(score.risk()))
                .put(Style.FAINT, " (its place among the sums of all ranked modules)")
                .end();
        screen.to(LABEL)
                .put(Style.FAINT, Cells.left("", NAME) + "  per 1,000    rank  weight    adds")
                .end();
        double sum = 0;
        for (RiskPart part : working.parts()) {
            if (!part.name().equals("history")) {
                sum += part.points();
                part(part, screen);
            }
        }
        screen.to(LABEL)
                .put(Cells.left("sum", NAME + 27) + number("%8.2f", sum))
                .end();
        for (RiskPart part : working.parts()) {
            if (part.name().equals("history")) {
                String text = Numbers.percent(part.weight()) + " of the risk is history, where its rank is "
                        + number("%.2f", part.rank()) + "; the rest is the rank of the sum";
                screen.put(" ".repeat(LABEL));
                screen.wrap(Style.NORMAL, LABEL, text);
            }
        }
        screen.put("  priority    " + Numbers.tenth(score.priority()) + " = " + sentence(score, working))
                .end();
        if (working.size() < 1) {
            note("the risk counts " + Numbers.percent(working.size()) + ", for so little unsafe code", screen);
        }
        if (working.kept() < 1) {
            note("and " + Numbers.percent(working.kept()) + " is kept, for the places of its files", screen);
        }
        if (Math.abs(working.firm() - score.risk()) >= 0.05) {
            note(
                    "risk is taken as " + Numbers.tenth(working.firm())
                            + ", since there are few modules to compare with",
                    screen);
        }
    }

    private static void part(RiskPart part, Screen screen) {
        boolean place = part.name().startsWith("path ") || part.name().equals("headers");
        screen.to(LABEL).put(Cells.left(part.name(), NAME));
        screen.put(number("%11.2f", part.rate()) + (place ? "   share" : number("%8.2f", part.rank())));
        screen.put(number("%8.1f", part.weight()) + number("%8.2f", part.points()))
                .end();
    }

    /** The priority as it was reckoned, in one line. */
    static String sentence(Score score, Working working) {
        String sum = number("%.2f", working.riskShare()) + " x " + Numbers.tenth(working.firm())
                + (working.size() < 1 ? " x " + number("%.2f", working.size()) : "") + " + "
                + number("%.2f", 1 - working.riskShare()) + " x " + Numbers.tenth(score.role());
        return working.kept() < 1 ? number("%.2f", working.kept()) + " x (" + sum + ")" : sum;
    }

    private static void note(String text, Screen screen) {
        screen.put(" ".repeat(LABEL));
        screen.wrap(Style.FAINT, LABEL, text);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
