package org.memcensus.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the streams are connected to.
 *
 * @param out whether results go to a terminal
 * @param err whether messages go to a terminal
 * @param columns width of a line of text, at least {@link #MIN_COLUMNS}
 * @param rows height of the screen in lines; 0 where it is not known
 * @param charset what the terminal shows
 */
record Terminal(boolean out, boolean err, int columns, int rows, Charset charset) {
    /** Where nothing is known of the width. */
    static final int DEFAULT_COLUMNS = 80;

    /** Below this nothing is readable, and layouts would have to be computed with negative widths. */
    static final int MIN_COLUMNS = 40;

    /** Wider lines are not read more easily. */
    static final int MAX_COLUMNS = 1000;

    /** Keeps the width within its bounds. */
    public Terminal {
        columns = Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS));
    }

    /**
     * What the launcher and the environment tell. The launcher says {@code out}, {@code err} and the size, such as
     * {@code 132x43}, in {@code memcensus.terminal}, and the charset in {@code memcensus.charset} where it had to change the locale.
     */
    static Terminal detect(Map<String, String> environment) {
        String told = System.getProperty("memcensus.terminal");
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean out;
        boolean err;
        String width = "";
        String height = "";
        if (told == null) {
            out = hasConsole();
            err = out;
        } else {
            List<String> words = List.of(told.split(",", -1));
            out = words.contains("out");
            err = words.contains("err");
            String size = words.get(words.size() - 1);
            int cross = size.indexOf('x');
            width = cross < 0 ? size : size.substring(0, cross);
            height = cross < 0 ? "" : size.substring(cross + 1);
        }
        return new Terminal(
                out && !dumb,
                err && !dumb,
                number(environment.get("COLUMNS"), number(width, DEFAULT_COLUMNS)),
                number(environment.get("LINES"), number(height, 0)),
                detectCharset());
    }

    /** Whether the terminal can show more than ASCII. */
    boolean unicode() {
        return charset.name().startsWith("UTF-");
    }

    /** From 22 to 24 the JDK gives a console even where there is no terminal; better plain than escape codes in a file. */
    @SuppressWarnings("SystemConsoleNull") // asked only where null means: no terminal
    private static boolean hasConsole() {
        int feature = Runtime.version().feature();
        return (feature < 22 || feature > 24) && System.console() != null;
    }

    private static Charset detectCharset() {
        String name = System.getProperty("memcensus.charset", System.getProperty("native.encoding", "US-ASCII"));
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.US_ASCII; // what no one knows is shown in what everyone knows
        }
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        int number = Integer.parseInt(text);
        return number == 0 ? otherwise : number;
    }
}
