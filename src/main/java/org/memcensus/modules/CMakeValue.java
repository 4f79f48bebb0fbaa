package org.memcensus.modules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of a variable. A loop may put a thousand items behind it one by one, and only then is it asked for: so it is
 * kept as it grows, and made a text when one is wanted.
 */
final class CMakeValue {
    /** It is cut to so many characters: room for some ten thousand file names. */
    static final int MAX = 1 << 19;

    /** The value, unless it has grown since; then one of the two others is it. */
    private @Nullable String text;

    private @Nullable StringBuilder appended;
    private @Nullable Set<String> united;

    /** Characters in it, semicolons too. */
    private int length;

    CMakeValue(String text) {
        this.text = cut(text);
        length = this.text.length();
    }

    private static String cut(String text) {
        return text.length() > MAX ? text.substring(0, MAX) : text;
    }

    /** The value as text, its items divided by semicolons. */
    String text() {
        if (text == null) {
            text = cut(united == null ? String.valueOf(appended) : String.join(";", united));
        }
        return text;
    }

    /** How many characters {@link #text} has to copy. */
    int costOfText() {
        return text == null ? length : 0;
    }

    /** How many characters {@link #add} has to look at besides those that are added. */
    int costOfAdding() {
        return united == null ? length : 0;
    }

    /** Puts items behind the list. */
    void append(String more) {
        if (more.isEmpty() || length >= MAX) {
            return;
        }
        if (appended == null) {
            appended = new StringBuilder(text());
        }
        appended.append(length == 0 ? "" : ";").append(more);
        length = appended.length();
        text = null;
        united = null;
    }

    /** Puts those items behind the list that it does not have; what it has twice is then there once. */
    void add(String more) {
        if (more.isEmpty() || length >= MAX) {
            return;
        }
        if (united == null) {
            united = new LinkedHashSet<>(length == 0 ? List.of() : List.of(text().split(";", -1)));
        }
        for (String item : more.split(";", -1)) {
            if (united.add(item)) {
                length += item.length() + 1;
            }
        }
        text = null;
        appended = null;
    }
}
