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
        return tame ? "`" + text + "`" : "<code>" + entities(text, "./ -") + "</code>";
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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = Character.isLetterOrDigit(c) || c > 0x7f || harmless.indexOf(c) >= 0;
            if (word && !startsLink(text, i)) {
                safe.append(c);
            } else {
                safe.append("&#").append((int) c).append(';');
            }
            if (c == '@' || c == '#') {
                // GitHub looks for mentions and issue numbers after entities are gone; a comment parts the words.
                safe.append("<!-- -->");
            }
        }
        return safe.toString();
    }

    /** Whether the character is the colon of {@code https://} or the dot of {@code www.}, of which GitHub makes links. */
    private static boolean startsLink(String text, int at) {
        return text.startsWith("://", at) || (text.charAt(at) == '.' && text.regionMatches(true, at - 3, "www", 0, 3));
    }
}
