package org.memcensus.modules;

import org.jspecify.annotations.Nullable;

/** The value of a variable: a loop may append to it a thousand times, and only then is it asked for. */
final class CMakeValue {
    /** It is cut to so many characters: room for some ten thousand file names. */
    static final int MAX = 1 << 19;

    private @Nullable String text;
    private @Nullable StringBuilder appended;

    CMakeValue(String text) {
        this.text = text.length() > MAX ? text.substring(0, MAX) : text;
    }

    /** The value as text, its items divided by semicolons. */
    String text() {
        if (text == null) {
            text = String.valueOf(appended);
        }
        return text;
    }

    /** Puts values behind its list. */
    void append(String more) {
        if (appended == null) {
            appended = new StringBuilder(text());
        }
        if (more.isEmpty() || appended.length() >= MAX) {
            return;
        }
        text = null;
        appended.append(appended.isEmpty() ? "" : ";").append(more);
        appended.setLength(Math.min(appended.length(), MAX));
    }
}
