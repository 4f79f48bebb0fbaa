package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;

/**
 * C and assembly in the long strings of other languages that compile it: {@code cdef extern from *:} of Cython,
 * {@code set_source} of Python's cffi, {@code Inline} and OpenSSL's perlasm of Perl. Only whole lines between the string's
 * signs are taken.
 */
final class VerbatimBlocks {
    private static final Needle EXTERN = new Needle("extern from");
    private static final Needle SET_SOURCE = new Needle(".set_source(");
    private static final Needle INLINE = new Needle("Inline");
    private static final Needle INLINE_SECTION = new Needle("\n__C__");

    /** What OpenSSL's generators of assembly write to; what translates it for an assembler; and the project that most are of. */
    private static final Needle CODE = new Needle("$code");

    private static final Needle XLATE = new Needle("xlate");
    private static final Needle AUTHORS = new Needle("CRYPTOGAMS");
    private static final Pattern WRITES = Pattern.compile("\\$code\\s{0,9}\\.?=\\s{0,9}<<[ ]?['\"]?(\\w{1,60})['\"]?");

    private static final Pattern HEREDOC =
            Pattern.compile("Inline\\b[^\\n]{0,40}\\b(?:C|CPP|'C'|'CPP')\\b[^\\n]{0,80}<<[ ]?['\"]?(\\w{1,60})['\"]?");

    /** As far behind the call as the string may open. */
    private static final int NEAR = 400;

    private VerbatimBlocks() {}

    static @Nullable Embedding inCython(Content content) {
        return inPythonStrings(content, EXTERN);
    }

    static @Nullable Embedding inPython(Content content) {
        return inPythonStrings(content, SET_SOURCE);
    }

    static @Nullable Embedding inPerl(Content content) {
        byte[] bytes = content.bytes();
        int end = content.length();
        int at = INLINE.find(bytes, 0, end);
        boolean assembly =
                CODE.find(bytes, 0, end) >= 0 && (XLATE.find(bytes, 0, end) >= 0 || AUTHORS.find(bytes, 0, end) >= 0);
        if (at < 0 && !assembly) {
            return null;
        }
        Cutout cutout = new Cutout(content);
        if (assembly) {
            moveAssembly(content, cutout);
        }
        if (at < 0) {
            return cutout.result();
        }
        int section = INLINE_SECTION.find(bytes, at, end);
        if (section >= 0) {
            int from = Lines.next(bytes, section + 1, end);
            cutout.move("c", from, Math.max(from, endOfSection(bytes, from, end)));
        }
        for (; at >= 0; at = INLINE.find(bytes, at + INLINE.length(), end)) {
            int line = Lines.end(bytes, at, end);
            Matcher heredoc = HEREDOC.matcher(new String(bytes, at, line - at, StandardCharsets.ISO_8859_1));
            if (heredoc.lookingAt()) {
                int from = Math.min(end, line + 1);
                cutout.move("c", from, endOfHeredoc(bytes, from, end, heredoc.group(1)));
            }
        }
        return cutout.result();
    }

    /** Moves what a generator of assembly, as OpenSSL has them, writes to its code in here-documents. */
    private static void moveAssembly(Content content, Cutout cutout) {
        byte[] bytes = content.bytes();
        int end = content.length();
        int next;
        for (int at = 0; at < end; at = next) {
            next = Lines.next(bytes, at, end);
            int dollar = Lines.skipBlank(bytes, at, next);
            if (Lines.stands(bytes, dollar, next, "$code")) {
                int line = Lines.end(bytes, dollar, end);
                Matcher heredoc = WRITES.matcher(new String(bytes, dollar, line - dollar, StandardCharsets.ISO_8859_1));
                if (heredoc.lookingAt()) {
                    int to = endOfHeredoc(bytes, next, end, heredoc.group(1));
                    cutout.move("unix assembly", next, to);
                    next = to;
                }
            }
        }
    }

    private static int endOfHeredoc(byte[] bytes, int from, int end, String word) {
        int to = from;
        while (to < end && !isLine(bytes, to, end, word)) {
            to = Lines.next(bytes, to, end);
        }
        return to;
    }

    private static @Nullable Embedding inPythonStrings(Content content, Needle call) {
        byte[] bytes = content.bytes();
        int end = content.length();
        int at = call.find(bytes, 0, end);
        if (at < 0) {
            return null;
        }
        Cutout cutout = new Cutout(content);
        while (at >= 0) {
            int open = quotes(bytes, at, Math.min(end, at + NEAR), call == EXTERN);
            int close = open < 0 ? -1 : quotesLike(bytes, open, end);
            if (close >= 0) {
                int from = Lines.next(bytes, open, end);
                int to = Lines.start(bytes, close);
                if (from < to) {
                    cutout.move("c", from, to);
                }
            }
            at = call.find(bytes, Math.max(at + call.length(), close), end);
        }
        return cutout.result();
    }

    /** Where the next three quotes stand; in a block of Cython they are the first thing behind its colon. */
    private static int quotes(byte[] bytes, int from, int end, boolean first) {
        for (int i = from; i + 2 < end; i++) {
            boolean quote = bytes[i] == '"' || bytes[i] == '\'';
            if (quote && bytes[i + 1] == bytes[i] && bytes[i + 2] == bytes[i]) {
                return i;
            }
            if (first && bytes[i] == ':') {
                int next = Lines.skipBlank(bytes, i + 1, end);
                return Lines.stands(bytes, next, end, "\"\"\"") || Lines.stands(bytes, next, end, "'''") ? next : -1;
            }
        }
        return -1;
    }

    private static int quotesLike(byte[] bytes, int open, int end) {
        byte quote = bytes[open];
        for (int i = open + 3; i + 2 < end; i++) {
            if (bytes[i] == quote && bytes[i + 1] == quote && bytes[i + 2] == quote) {
                return i;
            }
        }
        return -1;
    }

    private static int endOfSection(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && !(Lines.stands(bytes, at, end, "__") || Lines.stands(bytes, at, end, "=head"))) {
            at = Lines.next(bytes, at, end);
        }
        return at;
    }

    private static boolean isLine(byte[] bytes, int start, int end, String word) {
        int stop = Lines.end(bytes, start, end);
        return new String(bytes, start, Math.min(stop - start, word.length() + 2), StandardCharsets.ISO_8859_1)
                .strip()
                .equals(word);
    }
}
