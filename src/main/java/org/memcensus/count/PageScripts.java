package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;

/** JavaScript and TypeScript in a page: the lines between {@code <script>} and {@code </script>}. Templates and data are neither. */
final class PageScripts {
    private static final Needle CLOSING = new Needle("</");
    private static final Needle COMMENT_END = new Needle("-->");
    private static final String OPENING = "<script";
    private static final Pattern KIND = Pattern.compile("\\b(type|lang|language)\\s*=\\s*[\"']?([^\"'\\s>]+)");

    /** Longer tags are no tags. */
    private static final int MAX_TAG = 4096;

    private PageScripts() {}

    static @Nullable Embedding find(Content content) {
        byte[] bytes = content.bytes();
        int end = content.length();
        Cutout cutout = null;
        for (int i = 0; i < end; i++) {
            if (bytes[i] != '<') {
                continue;
            }
            if (Lines.stands(bytes, i, end, "<!--")) {
                int close = COMMENT_END.find(bytes, i, end);
                i = close < 0 ? end : close;
            } else if (Lines.stands(bytes, i, end, OPENING)) {
                int tag = i;
                while (tag < end && bytes[tag] != '>') {
                    tag++;
                }
                int close = closing(bytes, tag, end);
                String language = tag - i > MAX_TAG ? "" : language(bytes, i, tag);
                int from = Lines.next(bytes, tag, end);
                int to = Lines.start(bytes, close);
                if (from < to && !language.isEmpty()) {
                    cutout = cutout == null ? new Cutout(content) : cutout;
                    cutout.move(language, from, to);
                }
                i = close;
            }
        }
        return cutout == null ? null : cutout.result();
    }

    private static int closing(byte[] bytes, int from, int end) {
        int at = CLOSING.find(bytes, from, end);
        while (at >= 0 && !Lines.stands(bytes, at, end, "</script")) {
            at = CLOSING.find(bytes, at + 1, end);
        }
        return at < 0 ? end : at;
    }

    /** The language that a tag speaks of; empty where it is none that runs. */
    private static String language(byte[] bytes, int from, int to) {
        String tag = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        Matcher kinds = KIND.matcher(tag);
        String language = "javascript";
        while (kinds.find()) {
            String kind = kinds.group(2);
            if (kind.equals("ts") || kind.equals("tsx") || kind.endsWith("typescript")) {
                language = "typescript";
            } else if (!(kind.contains("javascript")
                    || kind.contains("ecmascript")
                    || kind.contains("jscript")
                    || kind.equals("module")
                    || kind.equals("js")
                    || kind.equals("jsx")
                    || kind.equals("text/babel"))) {
                return "";
            }
        }
        return language;
    }
}
