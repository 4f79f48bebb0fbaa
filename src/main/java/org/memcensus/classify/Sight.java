package org.memcensus.classify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The beginning of a file as marks see it. Its other forms are made when first asked for. For one thread. */
final class Sight {
    private final String text;
    private final boolean inCode;
    private @Nullable String lower;
    private @Nullable String code;

    /**
     * A sight of a text.
     *
     * @param inCode whether only its code counts
     */
    Sight(String text, boolean inCode) {
        this.text = text;
        this.inCode = inCode;
    }

    String text() {
        return text;
    }

    boolean inCode() {
        return inCode;
    }

    /** The text in lower case. */
    String lower() {
        String known = lower;
        if (known == null) {
            known = text.toLowerCase(Locale.ROOT);
            lower = known;
        }
        return known;
    }

    /** What a C compiler reads of the text. */
    String code() {
        String known = code;
        if (known == null) {
            known = CodeText.of(text);
            code = known;
        }
        return known;
    }
}
