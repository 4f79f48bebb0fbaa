package org.memcensus.report;

/** Writes foreign text into GitHub-flavoured Markdown so that it stays text: no markup, no mention, no broken table. */
final class Markdown {
    /** What may stand in a plain code span, in a table too, whatever comes next to it. */
    private static final String TAME = "._/:+-#()=,@%~ ";

    /** What means nothing anywhere on a line, as long as letters stand around it. */
    private static final String PROSE = " .,:;()/'-+%=?";

    private Markdown() {}

    /** A name or path, as code. */
    static String code(String foreign) {
        String text = Plain.of(foreign);
        if (text.isBlank()) {
            return "";
        }
        boolean tame = !text.startsWith(" ")
                && !text.endsWith(" ")
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || TAME.indexOf(c) >= 0);
        // A code span keeps backslashes, but a table splits at bars before it looks for spans: entities hold in both.
        return tame ? "`" + text + "`" : "<code>" + entities(text, "._/: ") + "</code>";
    }

    /** Words, as words. */
    static String text(String foreign) {
        return entities(Plain.of(foreign), PROSE);
    }

    /** A link where the address is one, else only its text. */
    static String link(String foreign, String url) {
        boolean address = url.startsWith("https://")
                && url.chars().allMatch(c -> c > ' ' && c < 0x7f && "()<>|\\\"`[]".indexOf(c) < 0);
        return address ? "[" + text(foreign) + "](" + url + ")" : text(foreign);
    }

    private static String entities(String text, String harmless) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || point > 0x7f || harmless.indexOf(point) >= 0) {
                safe.appendCodePoint(point);
            } else {
                safe.append("&#").append(point).append(';');
            }
        });
        return safe.toString();
    }
}
