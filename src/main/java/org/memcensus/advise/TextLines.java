package org.memcensus.advise;

/** The lines of a text, each made only when it is asked for. */
final class TextLines {
    private final String text;

    /** Where each line begins, and one place behind the last. */
    private final int[] starts;

    private TextLines(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    /** The lines of a text: one more than it has line ends. */
    static TextLines of(String text) {
        int count = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            count++;
        }
        int[] starts = new int[count + 1];
        int line = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            starts[line++] = end + 1;
        }
        starts[count] = text.length() + 1;
        return new TextLines(text, starts);
    }

    int count() {
        return starts.length - 1;
    }

    /** The line without its end. */
    String line(int number) {
        return text.substring(starts[number], starts[number + 1] - 1);
    }

    /** The first letter of a line; that of its end where it is empty. */
    char first(int number) {
        return starts[number] < text.length() ? text.charAt(starts[number]) : '\n';
    }

    boolean startsWith(int number, String prefix) {
        return text.startsWith(prefix, starts[number]);
    }
}
