package org.memcensus.report;

import org.memcensus.model.Safety;

/**
 * What is drawn with, in one of two sets.
 *
 * @param unsafe filling of a bar for unsafe code
 * @param undetermined filling for code without a ruling
 * @param safe filling for safe code
 * @param eighths what ends a bar of unsafe code between two cells, thinnest first; none where there are only whole cells
 * @param rule what a horizontal line is made of
 * @param arrow leads to a replacement
 * @param dots stand for what is left out
 * @param dot between two things on one line
 */
record Glyphs(
        String unsafe,
        String undetermined,
        String safe,
        String eighths,
        String rule,
        String arrow,
        String dots,
        String dot) {
    private static final Glyphs UNICODE = new Glyphs("█", "▒", "░", "▏▎▍▌▋▊▉", "─", "→", "…", "·");
    private static final Glyphs ASCII = new Glyphs("#", "+", ".", "", "-", "->", "...", "-");

    /** The set that the output can show. */
    static Glyphs of(RunInfo run) {
        return run.unicode() ? UNICODE : ASCII;
    }

    /** A bar of so many cells at the most, for a value in [0, 1]. A value above 0 is never without any bar. */
    String bar(Safety safety, double value, int cells) {
        String fill = switch (safety) {
            case UNSAFE -> unsafe;
            case UNDETERMINED -> undetermined;
            case SAFE, NONE -> safe;
        };
        int steps = safety == Safety.UNSAFE ? eighths.length() + 1 : 1;
        long parts = Math.round(Math.min(1, Math.max(0, value)) * cells * steps);
        if (parts == 0 && value > 0) {
            parts = 1;
        }
        int rest = (int) (parts % steps);
        return fill.repeat((int) (parts / steps)) + (rest == 0 ? "" : eighths.substring(rest - 1, rest));
    }
}
