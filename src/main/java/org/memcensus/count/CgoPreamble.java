package org.memcensus.count;

import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;

/**
 * C in a Go file: the comment right before {@code import "C"}, which cgo compiles. Lines that begin with {@code #cgo} are
 * its options, and stay a comment.
 */
final class CgoPreamble {
    private static final Needle IMPORT = new Needle("import \"C\"");

    private CgoPreamble() {}

    static @Nullable Embedding find(Content content) {
        byte[] bytes = content.bytes();
        int at = IMPORT.find(bytes, 0, content.length());
        if (at < 0) {
            return null;
        }
        Cutout cutout = new Cutout(content);
        for (; at >= 0; at = IMPORT.find(bytes, at + IMPORT.length(), content.length())) {
            int line = Lines.start(bytes, at);
            if (line > 1 && Lines.blank(bytes, line, at)) {
                preamble(bytes, line, cutout);
            }
        }
        return cutout.result();
    }

    /** The comment whose last line ends right before the line that begins at {@code line}. */
    private static void preamble(byte[] bytes, int line, Cutout cutout) {
        int last = line - 1;
        while (last > 0 && bytes[last - 1] == '\r') {
            last--;
        }
        if (last >= 4 && bytes[last - 1] == '/' && bytes[last - 2] == '*') {
            int open = last - 3;
            while (open > 0 && !(bytes[open - 1] == '/' && bytes[open] == '*')) {
                open--;
            }
            if (open > 0) {
                block(bytes, open - 1, last - 2, cutout);
            }
            return;
        }
        for (int start = Lines.start(bytes, last); ; start = Lines.start(bytes, start - 1)) {
            int end = Lines.end(bytes, start, line);
            int first = Lines.skipBlank(bytes, start, end);
            if (!Lines.stands(bytes, first, end, "//")) {
                return;
            }
            code(bytes, start, first + 2, end, cutout);
            if (start == 0) {
                return;
            }
        }
    }

    /** A comment from {@code open} up to its closing sign at {@code close}. */
    private static void block(byte[] bytes, int open, int close, Cutout cutout) {
        for (int start = Lines.start(bytes, open); start <= close; start = Lines.end(bytes, start, close) + 1) {
            int end = Lines.end(bytes, start, close);
            int from = Math.max(start, open + 2);
            if (Lines.skipBlank(bytes, from, end) < end) {
                code(bytes, start, from, end, cutout);
                if (end == close) {
                    cutout.blank(close, close + 2);
                }
            } else if (start <= open) {
                cutout.comment(open);
            } else if (end == close) {
                cutout.comment(close);
            }
        }
    }

    private static void code(byte[] bytes, int line, int from, int end, Cutout cutout) {
        int first = Lines.skipBlank(bytes, from, end);
        if (Lines.stands(bytes, first, end, "#cgo")) {
            cutout.comment(first);
            return;
        }
        if (first < end) {
            cutout.blank(line, from);
            cutout.move("c", from, end);
        }
    }
}
