package org.memcensus.count;

/** Finds the lines of a text in bytes. */
final class Lines {
    private Lines() {}

    /** The index of the first byte of the line that {@code at} is on. */
    static int start(byte[] bytes, int at) {
        int i = at;
        while (i > 0 && bytes[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    /** The index of the line end of the line that {@code at} is on; {@code end} where it is the last one. */
    static int end(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** The index of the first byte behind the line that {@code at} is on. */
    static int next(byte[] bytes, int at, int end) {
        return Math.min(end, end(bytes, at, end) + 1);
    }

    /** Whether there is only white space from {@code from} up to {@code to}. */
    static boolean blank(byte[] bytes, int from, int to) {
        return skipBlank(bytes, from, to) == to;
    }

    /** The index of the first byte that is not white space; {@code to} where there is none. */
    static int skipBlank(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= 0 && bytes[i] <= ' ') {
            i++;
        }
        return i;
    }

    /** Whether a text stands at an index, ASCII letters in any case. */
    static boolean stands(byte[] bytes, int at, int end, String text) {
        if (at < 0 || at + text.length() > end) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            byte b = bytes[at + i];
            int lower = b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
            if (lower != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
