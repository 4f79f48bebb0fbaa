package org.memcensus.advise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.FirstStep;
import org.memcensus.model.PathWords;

/**
 * Finds the functions of a C file that take outside data apart, by their names. A definition is what begins in the first
 * column, names a function before a parenthesis, and opens a brace before any semicolon; it ends with a brace in the first
 * column. In C++, where functions stand in namespaces and classes, it may be indented, and ends with a brace that is indented
 * alike; it then has a type before its name. What is written otherwise is not found.
 */
final class FunctionFinder {
    private static final Pattern HEAD = Pattern.compile("(?:^|[\\s*&:])([A-Za-z_]\\w*)\\s*\\(");

    /** The head of a function with a type before its name: a macro with a block behind it has none. */
    private static final Pattern TYPED = Pattern.compile("[\\w>&*\\]]\\s*[\\s*&](?:\\w+::)*~?[A-Za-z_]\\w*\\s*\\(");

    private static final Set<String> CPLUSPLUS =
            Set.of("cc", "cpp", "cxx", "c++", "C", "hh", "hpp", "hxx", "ipp", "inl", "mm");

    /** What begins a statement, and no function. */
    private static final Set<String> STATEMENTS = Set.of(
            "if", "else", "for", "while", "do", "switch", "case", "return", "catch", "throw", "new", "delete", "using");

    /** A test of the parser beside it, as {@code DecodeTest01} is. */
    private static final Pattern TEST = Pattern.compile("(?i)(^test|test_|tests?\\d*$)");

    /** A shorter function takes nothing apart. */
    private static final int LEAST_LINES = 15;

    /** Lines that a function's head can have. */
    private static final int HEAD_LINES = 12;

    private static final int MAX_LINE = 2000;
    private static final int LEAST_WEIGHT = 2;

    private final AdviceWords words;

    FunctionFinder(AdviceWords words) {
        this.words = words;
    }

    /** A function with how much its name speaks for it. */
    record Found(FirstStep.Place place, int weight) {
        static final Comparator<Found> BEST = Comparator.comparingInt(Found::weight)
                .thenComparingInt(found -> found.place().lines())
                .reversed()
                .thenComparing(found -> found.place().path())
                .thenComparingInt(found -> found.place().line());
    }

    List<Found> find(String path, byte[] content) {
        TextLines lines = TextLines.of(new String(content, StandardCharsets.UTF_8));
        boolean indented = CPLUSPLUS.contains(path.substring(path.lastIndexOf('.') + 1));
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < lines.count()) {
            boolean may = indented || isFirst(lines.first(i)); // most lines are within a function
            int open = may && begins(lines.line(i), indented) ? opens(lines, i) : -1;
            if (open < 0) {
                i++;
                continue;
            }
            int close = close(lines, open, indentation(lines.line(i)));
            add(path, lines, i, close, found);
            i = close + 1;
        }
        return found;
    }

    private static int close(TextLines lines, int open, String indentation) {
        if (lines.line(open).stripTrailing().endsWith("}")) {
            return open;
        }
        String end = indentation + "}";
        int close = open + 1;
        while (close < lines.count() && !lines.startsWith(close, end)) {
            close++;
        }
        return close;
    }

    private static boolean begins(String line, boolean indented) {
        if (line.length() >= MAX_LINE || line.indexOf('(') <= 0 || line.indexOf('=') >= 0) {
            return false;
        }
        char first = line.charAt(0);
        if (Character.isWhitespace(first)) {
            String head = line.strip();
            return indented
                    && isFirst(head.charAt(0))
                    && TYPED.matcher(head).find()
                    && !STATEMENTS.contains(word(head));
        }
        return isFirst(first)
                && !line.startsWith("typedef")
                && !line.startsWith("struct {")
                && !line.startsWith("extern \"C\"");
    }

    private static boolean isFirst(char letter) {
        return Character.isLetter(letter) || letter == '_';
    }

    private static String word(String head) {
        int end = 0;
        while (end < head.length() && Character.isLetterOrDigit(head.charAt(end))) {
            end++;
        }
        return head.substring(0, end);
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** The line with the brace that opens the body; -1 where a declaration or something else stands here. */
    private static int opens(TextLines lines, int start) {
        for (int i = start; i < Math.min(lines.count(), start + HEAD_LINES); i++) {
            String line = lines.line(i).strip();
            if (line.startsWith("{") || line.endsWith("{") || line.endsWith("}") && line.indexOf('{') > 0) {
                return i;
            }
            // Old declarations of parameters end in a semicolon too; who writes them is not found.
            if (line.endsWith(";") || line.startsWith("#") || line.startsWith("}")) {
                return -1;
            }
        }
        return -1;
    }

    private void add(String path, TextLines lines, int head, int close, List<Found> found) {
        Matcher matcher = HEAD.matcher(lines.line(head));
        if (!matcher.find() || close - head + 1 < LEAST_LINES) {
            return;
        }
        String name = matcher.group(1);
        if (name.equals(name.toUpperCase(Locale.ROOT))) {
            return; // a macro that makes the head; its argument has the name
        }
        if (TEST.matcher(name).find()) {
            return;
        }
        Set<String> own = PathWords.of(name);
        if (own.size() == 1) {
            return; // only what it does, and not with what
        }
        if (own.stream().anyMatch(words.aside()::contains)) {
            return;
        }
        int weight = own.stream().anyMatch(words.outside()::contains) ? 3 : 0;
        weight += weight == 0 && own.stream().anyMatch(words.perhaps()::contains) ? 1 : 0;
        weight += weight > 0 && own.stream().anyMatch(words.objects()::contains) ? 1 : 0;
        if (weight < LEAST_WEIGHT) {
            return;
        }
        found.add(new Found(new FirstStep.Place(name + "()", path, head + 1, close - head + 1), weight));
    }
}
