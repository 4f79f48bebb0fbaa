package org.memcensus.modules;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How files of one kind declare options. A pattern is only tried where a cheap look found what it begins with: build files are
 * long, and few of their lines declare options.
 *
 * <p>Each repeat in a pattern has a bound: it must not look at megabytes of white space from each place.
 */
enum OptionSyntax {
    /** {@code option(X "..." OFF)} and wrappers of it; {@code set(X v CACHE STRING "...")}. */
    CMAKE(
            "(?i)(?:\\w{0,60}option\\s{0,99}\\(\\s{0,99}([A-Z]\\w{1,80})|set\\s{0,99}\\(\\s{0,99}(\\w{1,80})\\s[^\\n]{0,300}\\bCACHE\\b)",
            "(") {
        @Override
        int start(String text, int mark) {
            int end = mark;
            while (end > 0 && mark - end < MAX_BLANKS && text.charAt(end - 1) <= ' ') {
                end--;
            }
            if (text.regionMatches(true, end - 3, "set", 0, 3)) {
                return end - 3;
            }
            int start = end - OPTION.length();
            if (!text.regionMatches(true, start, OPTION, 0, OPTION.length())) {
                return NOWHERE;
            }
            while (start > 0 && end - start < MAX_NAME && isName(text.charAt(start - 1))) {
                start--;
            }
            return start;
        }
    },

    /** {@code option('tls', type: 'combo', choices: ['a', 'b'])}. */
    MESON("option\\s{0,99}\\(\\s{0,99}'([\\w-]{1,80})'([^)]{0,2000})", "option"),

    /** {@code AC_ARG_WITH([rustls], ...)}. */
    AUTOCONF("AC_ARG_(WITH|ENABLE)\\s{0,99}\\(\\s{0,99}\\[?\\s{0,99}([\\w+-]{1,80})", "AC_ARG_"),

    /** A shell script in the manner of nginx's: {@code --with-pcre=*)}. */
    SHELL("(--(?:with|enable)-[\\w-]{1,80})(?:=[^)\\n]{0,40})?\\s{0,99}\\)", "--") {
        @Override
        int start(String text, int mark) {
            return beginsLine(text, mark) ? mark : NOWHERE;
        }
    },

    /** {@code ifdef USE_X}, {@code ifeq ($(MALLOC),jemalloc)}. */
    MAKE(
            "(?:ifdef\\s{1,99}(\\w{1,80})|ifn?eq\\s{0,99}\\(\\s{0,99}\\$[({](\\w{1,80})[)}]\\s{0,99},\\s{0,99}([\\w-]{0,40})\\s{0,99}\\))",
            "if") {
        @Override
        int start(String text, int mark) {
            int before = mark;
            while (before > 0
                    && mark - before < MAX_BLANKS
                    && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
                before--;
            }
            boolean alternative = before < mark && text.startsWith("else", before - 4);
            return beginsLine(text, alternative ? before - 4 : mark) ? mark : NOWHERE;
        }
    },

    /** {@code config DRIVER_RUST}: options of kernels are thousands, and only these choose an implementation. */
    KCONFIG("(\\w{0,80}RUST\\w{0,80})\\s{0,99}(?:\\n|\\z)", "RUST") {
        @Override
        int start(String text, int mark) {
            int start = mark;
            while (start > 0 && mark - start < MAX_NAME && isName(text.charAt(start - 1))) {
                start--;
            }
            int end = start;
            while (end > 0
                    && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')
                    && start - end < MAX_BLANKS) {
                end--;
            }
            int word = end - (text.startsWith("menuconfig", end - 10) ? 10 : 6);
            boolean declares = end < start && text.startsWith("config", end - 6) && beginsLine(text, word);
            return declares ? start : NOWHERE;
        }
    };

    private static final int NOWHERE = -1;
    private static final int MAX_BLANKS = 99;
    private static final int MAX_NAME = 66;
    private static final String OPTION = "option";

    private final Pattern pattern;
    private final String mark;

    OptionSyntax(String pattern, String mark) {
        this.pattern = Pattern.compile(pattern);
        this.mark = mark;
    }

    /** The syntax of a file that may declare options. */
    static OptionSyntax of(String path) {
        String name = TreePath.name(path).toLowerCase(Locale.ROOT);
        if (name.endsWith("options.txt") || name.equals("meson.options")) {
            return MESON;
        }
        if (name.endsWith(".ac") || name.endsWith(".in") || name.endsWith(".m4")) {
            return AUTOCONF;
        }
        return switch (name) {
            case "options" -> SHELL;
            case "makefile" -> MAKE;
            case "kconfig" -> KCONFIG;
            default -> CMAKE;
        };
    }

    /** Where a declaration begins whose mark stands at a place; {@link #NOWHERE} if it is none. */
    int start(String text, int place) {
        return place;
    }

    /** Hands each declaration in a text to a visitor, in order. */
    void find(String text, Visitor visitor) {
        Matcher matcher = pattern.matcher(text);
        int at = 0;
        int place = text.indexOf(mark);
        while (place >= 0) {
            int start = start(text, place);
            int next = place + 1;
            if (start >= at && matcher.region(start, text.length()).lookingAt()) {
                visitor.found(matcher);
                at = matcher.end();
                next = Math.max(next, at);
            }
            place = text.indexOf(mark, next);
        }
    }

    private static boolean isName(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    /** Whether nothing but blanks stands before a place on its line. */
    private static boolean beginsLine(String text, int place) {
        int start = place;
        while (start > 0
                && place - start < MAX_BLANKS
                && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return place >= 0 && (start == 0 || text.charAt(start - 1) == '\n');
    }

    /** Hears of declarations. */
    @FunctionalInterface
    interface Visitor {
        /** A declaration; its groups are those of the pattern. */
        void found(Matcher declaration);
    }
}
