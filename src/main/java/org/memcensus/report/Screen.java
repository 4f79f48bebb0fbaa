package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A text for a terminal, line by line. No line gets wider than the screen, and no foreign character reaches the
 * terminal as a command: all text is neutralised here, and the only escape sequences are our own.
 */
final class Screen {
    /** How a piece of text looks where colour is on. */
    enum Style {
        /** As the terminal writes by itself. */
        NORMAL(""),
        /** Titles and what answers. */
        BOLD("1"),
        /** What may be skipped. */
        FAINT("2"),
        /** Unsafe, or worst. */
        RED("31"),
        /** The same, louder. */
        RED_BOLD("1;31"),
        /** Between. */
        YELLOW("33"),
        /** Safe, or the way out. */
        GREEN("32"),
        /** Places. */
        CYAN("36");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private final int width;
    private final boolean color;
    private final Glyphs glyphs;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int used;

    Screen(RunInfo run) {
        this.width = run.width();
        this.color = run.color();
        this.glyphs = Glyphs.of(run);
    }

    /** Columns. */
    int width() {
        return width;
    }

    /** Columns that are left on this line. */
    int room() {
        return width - used;
    }

    /** What to draw with. */
    Glyphs glyphs() {
        return glyphs;
    }

    /** Adds text to the line. */
    Screen put(String text) {
        return put(Style.NORMAL, text);
    }

    /** Adds text to the line, cut where the screen ends. */
    Screen put(Style style, String text) {
        if (room() <= 0) {
            return this;
        }
        String shown = Cells.head(Plain.of(text), room(), glyphs.dots());
        used += Cells.width(shown);
        if (color && style != Style.NORMAL && !shown.isBlank()) {
            line.append("\u001b[").append(style.code).append('m').append(shown).append("\u001b[0m");
        } else {
            line.append(shown);
        }
        return this;
    }

    /** Adds spaces up to a column, from 0. */
    Screen to(int column) {
        return put(" ".repeat(Math.max(0, column - used)));
    }

    /** Ends the line. */
    void end() {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
    }

    /** An empty line. */
    void space() {
        end();
    }

    /** A title on a line of its own. */
    void title(String text) {
        put(Style.BOLD, text).put(" ").put(Style.FAINT, glyphs.rule().repeat(Math.max(0, room())));
        end();
    }

    /** Words, over as many lines as they need; goes on where the line is. */
    void wrap(Style style, int indent, String text) {
        to(indent);
        for (String words : Cells.fold(Plain.of(text), room())) {
            to(indent).put(style, words).end();
        }
    }

    /** Adds the lines of another screen. */
    void add(Screen other) {
        lines.addAll(other.lines);
    }

    /** Number of lines. */
    int height() {
        return lines.size();
    }

    /** All lines, each with a line feed. */
    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(each -> text.append(each).append('\n'));
        return text.toString();
    }
}
