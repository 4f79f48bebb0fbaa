package org.memcensus.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.LineCounts;
import org.memcensus.model.LineSyntax;
import org.memcensus.tables.SyntaxTable;

/** Whatever the bytes are, counting ends soon, adds up, and gives spans that lie in the file. */
class HostileInputTest {
    /** A guard against hanging, not a measure: what is linear takes a small part of it. */
    private static final Duration GUARD = Duration.ofSeconds(20);

    private static final long SEED = 20261121;
    private static final int ROUNDS = 40;
    private static final List<String> SOUP = List.of(
            "\n",
            "\n",
            "\n",
            "\r\n",
            " ",
            "\t",
            "\f",
            "a",
            "R",
            "r",
            "q",
            "#",
            "\\",
            "\\\n",
            "<<A",
            "A\n",
            "<<<A\n",
            "1'",
            "q{",
            "qw(",
            "s/",
            "}",
            "{",
            "${",
            "`",
            "[[",
            "]]",
            "[=[",
            "R\"x(",
            ")x\"",
            "r#\"",
            "\"#",
            "@\"",
            "$@\"",
            "\"\"\"",
            "'''",
            "=pod\n",
            "=cut\n",
            "?>",
            "<?php",
            "\u00e9",
            "é\u4e2d",
            "~s(",
            "%w[",
            "/[",
            "\\begin{code}\n");

    static List<LineSyntax> syntaxes() {
        return SyntaxTable.read();
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void random_bytes_are_counted(LineSyntax syntax) {
        Random random = new Random(SEED);
        LineCounter counter = new LineCounter(syntax);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                if (random.nextInt(8) == 0) {
                    bytes[i] = '\n';
                }
            }
            check(counter, bytes, bytes.length);
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void soups_of_tokens_are_counted(LineSyntax syntax) {
        Random random = new Random(SEED);
        LineCounter counter = new LineCounter(syntax);
        List<String> tokens = tokens(syntax);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder soup = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                List<String> from = random.nextBoolean() ? tokens : SOUP;
                soup.append(from.get(random.nextInt(from.size())));
            }
            byte[] bytes = soup.toString().getBytes(UTF_8);
            check(counter, bytes, bytes.length);
        }
    }

    @Test
    void fixtures_are_counted_wherever_they_are_cut_off() {
        for (Fixture fixture : Fixture.all()) {
            LineCounter counter = new LineCounter(fixture.language().syntax());
            byte[] bytes = fixture.bytes();
            for (int length = 0; length <= bytes.length; length++) {
                check(counter, bytes, length);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void repeating_an_opener_without_end_stays_linear(LineSyntax syntax) {
        LineCounter counter = new LineCounter(syntax);
        List<String> openers = new ArrayList<>(tokens(syntax));
        openers.addAll(
                List.of("<<A ", "<<A\n", "q{", "R\"", "[[", "a'", "/*", "`", "`${", "r#", "=/[", "1'", "#", "\\"));
        assertTimeoutPreemptively(GUARD, () -> {
            for (String opener : openers) {
                byte[] bytes = opener.repeat(20_000 / opener.length() + 1).getBytes(UTF_8);
                check(counter, bytes, bytes.length);
            }
        });
    }

    @Test
    void megabytes_of_openers_stay_linear() {
        List<String> openers = List.of(
                "<<A", "<<A ", "<<A\n", "q{", "q {\n", "s{", "R\"", "R\"x(", "[[", "[=[", "'", "a'", "0'0", "/*", "`",
                "`${", "r#", "r#\"", "=/[", "(/", "\"", "\"\"\"", "\\\"", "?>", "<?", "<<<A\n", "%w[", "~s(", "//\\\n",
                "#", "({");
        List<LineSyntax> syntaxes = syntaxes().stream()
                .filter(syntax -> List.of(
                                "c",
                                "cpp",
                                "csharp",
                                "d",
                                "elixir",
                                "go",
                                "javascript",
                                "lua",
                                "perl",
                                "php",
                                "python",
                                "ruby",
                                "rust",
                                "shell",
                                "swift")
                        .contains(syntax.name()))
                .toList();
        assertEquals(15, syntaxes.size());
        for (LineSyntax syntax : syntaxes) {
            LineCounter counter = new LineCounter(syntax);
            for (String opener : openers) {
                byte[] bytes = opener.repeat((1 << 19) / opener.length()).getBytes(UTF_8);
                assertTimeoutPreemptively(
                        GUARD, () -> check(counter, bytes, bytes.length), syntax.name() + " on " + opener);
            }
        }
    }

    @Test
    void here_documents_that_all_end_at_the_last_line_stay_linear() {
        byte[] oneLine = ("<<A ".repeat(1 << 18) + "\n" + "x\n".repeat(1 << 18) + "A\n").getBytes(UTF_8);
        byte[] manyLines = ("<<A <<B <<C\n".repeat(1 << 16) + "A\nB\nC\n").getBytes(UTF_8);
        for (LineSyntax syntax : syntaxes()) {
            if (List.of("perl", "php", "ruby", "shell").contains(syntax.name())) {
                LineCounter counter = new LineCounter(syntax);
                assertTimeoutPreemptively(GUARD, () -> check(counter, oneLine, oneLine.length), syntax.name());
                assertTimeoutPreemptively(GUARD, () -> check(counter, manyLines, manyLines.length), syntax.name());
            }
        }
    }

    private static List<String> tokens(LineSyntax syntax) {
        List<String> tokens = new ArrayList<>(List.of("\n", "x"));
        syntax.lineComments().forEach(comment -> tokens.add(comment.token()));
        syntax.blockComments().forEach(comment -> {
            tokens.add(comment.open());
            tokens.add(comment.close());
            tokens.add("\n" + comment.open());
        });
        syntax.quotes().forEach(quote -> {
            tokens.add(quote.open());
            if (!quote.close().isEmpty()) {
                tokens.add(quote.close());
            }
        });
        return tokens;
    }

    private static void check(LineCounter counter, byte[] bytes, int length) {
        CodeSpans spans = new CodeSpans();
        LineCounts counts = counter.count(new Content(bytes, length), spans);
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n' || i == length - 1) {
                lines++;
            }
        }
        assertEquals(lines, counts.code() + counts.comments() + counts.blanks());
        assertEquals(counts, counter.count(new Content(bytes, length), null), "with and without spans");
        int behind = 0;
        int line = 1;
        for (int k = 0; k < spans.count(); k++) {
            assertTrue(spans.start(k) >= behind, "spans are in order and apart");
            assertTrue(spans.end(k) > spans.start(k) && spans.end(k) <= length, "spans lie in the file");
            for (int i = behind; i < spans.start(k); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            assertEquals(line, spans.line(k), "line of the span at " + spans.start(k));
            for (int i = spans.start(k); i < spans.end(k); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            behind = spans.end(k);
        }
    }
}
