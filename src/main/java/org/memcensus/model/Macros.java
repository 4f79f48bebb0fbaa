package org.memcensus.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads versions out of C headers. */
final class Macros {
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){1,4}[\\w.+-]{0,20}");

    private Macros() {}

    /** The version or number that a macro is defined as; empty where there is none. */
    static String value(String text, String macro) {
        int end = end(text, macro);
        if (end < 0) {
            return "";
        }
        int stop = text.indexOf('\n', end);
        String value = text.substring(end, stop < 0 ? text.length() : stop).strip();
        Matcher version = VERSION.matcher(value);
        if (version.find()) {
            return version.group();
        }
        String bare = value.replace("\"", "").replace("(", "").replace(")", "");
        int digits = 0;
        while (digits < bare.length() && Character.isDigit(bare.charAt(digits))) {
            digits++;
        }
        return bare.substring(0, digits);
    }

    /** Whether a macro is defined, as whatever. */
    static boolean defines(String text, String macro) {
        return end(text, macro) >= 0;
    }

    /** The place behind the name of a macro where it is first defined; -1 where it is not. */
    private static int end(String text, String macro) {
        for (int at = text.indexOf(macro); at >= 0; at = text.indexOf(macro, at + macro.length())) {
            int end = at + macro.length();
            boolean whole = end < text.length() && Character.isWhitespace(text.charAt(end));
            int line = text.lastIndexOf('\n', at) + 1;
            if (whole
                    && text.substring(line, at)
                            .replace(" ", "")
                            .replace("\t", "")
                            .equals("#define")) {
                return end;
            }
        }
        return -1;
    }
}
