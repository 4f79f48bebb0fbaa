package org.memcensus.classify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.RoleRules.HeaderRule;

/** Roles by words near the beginning of a file. Immutable. */
final class HeaderRoles {
    /** Far enough to get past a licence. */
    static final int WINDOW = 2048;

    private static final String DOCSTRING = "\"\"\"";

    private final List<HeaderRule> rules;
    private final LiteralSearch words;

    HeaderRoles(List<HeaderRule> rules) {
        this.rules = rules;
        List<String> all = new ArrayList<>();
        for (HeaderRule rule : rules) {
            all.addAll(rule.words());
        }
        words = new LiteralSearch(all);
    }

    /** The decision of the first rule that finds its text; null where none does. */
    @Nullable
    RoleDecision find(Content content) {
        int length = Math.min(content.length(), WINDOW);
        if (!words.finds(content.bytes(), length)) {
            return null;
        }
        String head = new String(content.bytes(), 0, length, StandardCharsets.ISO_8859_1);
        String lower = head.toLowerCase(Locale.ROOT);
        for (HeaderRule rule : rules) {
            for (String text : rule.texts()) {
                if (stands(rule, text, rule.anyCase() ? lower : head)) {
                    return new RoleDecision(rule.role(), "header '" + text + "'");
                }
            }
        }
        return null;
    }

    private static boolean stands(HeaderRule rule, String text, String head) {
        for (int at = head.indexOf(text); at >= 0; at = head.indexOf(text, at + 1)) {
            if (endsWord(head, at + text.length())
                    && (rule.near().isEmpty() || isNear(rule.near(), head, at))
                    && (!rule.opening() || opensLine(head, at))
                    && (!rule.anyCase() || !isInBody(head, at))
                    && !isPrinted(head, at)
                    && !isInText(head, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no word goes on there: generated files are named in what is not one of them. */
    private static boolean endsWord(String head, int end) {
        return end == head.length()
                || !Character.isLetter(head.charAt(end))
                || !Character.isLetter(head.charAt(end - 1));
    }

    private static boolean isNear(List<String> words, String head, int at) {
        int start = head.lastIndexOf('\n', at) + 1;
        int end = head.indexOf('\n', at);
        String line = head.substring(start, end < 0 ? head.length() : end);
        return words.stream().anyMatch(line::contains);
    }

    /**
     * Whether it stands in a string of code: a generator prints the words that its output begins with. A key or its value is
     * the word of a file of data about itself.
     */
    private static boolean isPrinted(String head, int at) {
        boolean open = false;
        boolean quoted = false;
        int start = head.lastIndexOf('\n', at) + 1;
        if (isVimComment(head, start)) {
            return false;
        }
        for (int i = start; i < at; i++) {
            if (head.startsWith(DOCSTRING, i)) {
                i += DOCSTRING.length() - 1;
            } else if (head.charAt(i) == '\\') {
                i++;
            } else if (head.charAt(i) == '"') {
                open = !open;
                if (!open && isKey(head, i + 1)) {
                    return false;
                }
            } else if (head.charAt(i) == '\'' && !open) {
                quoted = !quoted && !isApostrophe(head, start, i);
            }
        }
        int end = open ? head.indexOf('"', at) : -1;
        return open ? end < 0 || !isKey(head, end + 1) : quoted;
    }

    /** Whether it stands in a text of several lines that code begins; a text that begins its own line documents. */
    private static boolean isInText(String head, int at) {
        int open = -1;
        for (int i = head.indexOf(DOCSTRING); i >= 0 && i < at; i = head.indexOf(DOCSTRING, i + DOCSTRING.length())) {
            open = open < 0 ? i : -1;
        }
        return open >= 0
                && head.substring(head.lastIndexOf('\n', open) + 1, open)
                                .strip()
                                .length()
                        > 1;
    }

    /** Whether a single quote begins no string: it begins a comment, as in Basic, or stands in a word of two letters or more. */
    private static boolean isApostrophe(String head, int start, int at) {
        return head.substring(start, at).isBlank()
                || (at - 1 > start
                        && Character.isLetter(head.charAt(at - 1))
                        && Character.isLetter(head.charAt(at - 2)));
    }

    /** Whether a line begins with a quote and a blank, as comments do in Vim's scripts. */
    private static boolean isVimComment(String head, int start) {
        return head.startsWith("\" ", start) || head.startsWith("\"\t", start);
    }

    private static boolean isKey(String head, int from) {
        int i = from;
        while (i < head.length() && head.charAt(i) == ' ') {
            i++;
        }
        return i < head.length() && head.charAt(i) == ':';
    }

    /** Whether a block of code began before: words there are about another file than this one. */
    private static boolean isInBody(String head, int at) {
        return head.lastIndexOf("{\n", at) >= 0 || head.lastIndexOf("{\r\n", at) >= 0;
    }

    /** Whether only the signs of a comment stand before it on its line. */
    private static boolean opensLine(String head, int at) {
        int i = at - 1;
        while (i >= 0 && head.charAt(i) != '\n') {
            if (Character.isLetterOrDigit(head.charAt(i))) {
                return false;
            }
            i--;
        }
        return true;
    }
}
