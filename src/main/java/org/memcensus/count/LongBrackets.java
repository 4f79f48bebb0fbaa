package org.memcensus.count;

/** Reads the long brackets of Lua: strings and comments. */
final class LongBrackets {
    private final CountingPass pass;
    private final byte[] b;
    private final int end;

    LongBrackets(CountingPass pass) {
        this.pass = pass;
        this.b = pass.b;
        this.end = pass.end;
    }

    /** Reads Lua's {@code [==[...]==]}, if one opens here. */
    void read() {
        int close = endOf(pass.i);
        if (close < 0) {
            pass.plain();
            return;
        }
        pass.literal(close);
    }

    /** Index behind the long bracket that opens at {@code i}, the end of the file if it is not closed; -1 if none opens. */
    int endOf(int i) {
        if (i >= end || b[i] != '[') {
            return -1;
        }
        int level = pass.repeats(i + 1, '=');
        int body = i + 1 + level;
        if (body >= end || b[body] != '[') {
            return -1;
        }
        for (int j = body + 1; j < end; j++) {
            if (b[j] == ']' && pass.repeats(j + 1, '=') == level && j + 1 + level < end && b[j + 1 + level] == ']') {
                return j + 2 + level;
            }
        }
        return end;
    }
}
