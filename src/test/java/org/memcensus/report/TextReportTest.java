package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memcensus.model.Census;
import org.memcensus.model.Coverage;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Problem;
import org.memcensus.model.Scope;

class TextReportTest {
    private static String render(Census census, RunInfo run) throws IOException {
        return Golden.render(new TextReport(), census, run);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 72, 80, 100, 132, 300})
    void no_line_is_wider_than_the_screen(int width) throws IOException {
        for (String name : List.of("curl", "hostile", "empty", "no-code", "safe")) {
            for (boolean verbose : new boolean[] {false, true}) {
                RunInfo run =
                        new RunInfo("0.1.0", false, true, width, 0, false, verbose, Scope.SHIPPED, Samples.PHRASES);
                render(Samples.named(name), run)
                        .lines()
                        .forEach(line -> assertTrue(Cells.width(line) <= width, () -> name + ": " + line));
            }
        }
    }

    @Test
    void a_narrow_screen_has_its_own_layout() throws IOException {
        Golden.check("curl-72.txt", render(Samples.curl(), Samples.run(72)));
    }

    @Test
    void what_is_noted_of_one_file_many_times_leaves_room_for_the_others() throws IOException {
        List<Problem> notes = new ArrayList<>();
        IntStream.rangeClosed(1, 9).forEach(i -> notes.add(new Problem("a.sln", "names x" + i)));
        List.of("b", "c", "d", "e").forEach(path -> notes.add(new Problem(path, "cannot be read")));
        Coverage coverage = new Coverage(1, 0, 0, 0, 0, 0, 4, 0, 0, notes);
        Census census = Samples.census(Samples.curl().modules(), coverage);
        String text = render(census, Samples.run());
        assertTrue(text.endsWith("""
                          a.sln (9 notes): names x1
                          b: cannot be read
                          c: cannot be read
                          and 2 more notes (-v lists all)
                        """), text);
        RunInfo verbose = new RunInfo("0.1.0", false, true, 100, 0, false, true, Scope.SHIPPED, Samples.PHRASES);
        assertTrue(render(census, verbose).contains("  a.sln: names x9\n"));
    }

    @Test
    void what_is_known_of_a_module_is_told_once() {
        ModuleCensus module = Samples.ranked(
                1,
                "lib",
                50,
                50,
                List.of(Samples.c("lib/a.c", 900)),
                List.of(
                        Samples.evidence("crypto.tls", Criterion.R3, 20, "lib/a.c", 7, 9),
                        Samples.evidence("net.socket", Criterion.R2, 15, "lib/b.c", 3, 2),
                        Samples.evidence("crypto.tls-words", Criterion.R3, 9, "lib/c.c", 5, 4),
                        Samples.evidence("parse.words", Criterion.R3, 8, "lib/a.c", 7, 2),
                        Samples.evidence("crypto.x509", Criterion.R3, 2, "lib/a.c", 8, 1)));
        assertEquals(
                List.of("crypto.tls", "net.socket", "crypto.x509"),
                Wording.brief(module).stream().map(Evidence::rule).toList());
        assertEquals(5, Wording.best(module).size());
    }

    @Test
    void every_file_is_listed_when_asked_for() throws IOException {
        RunInfo byFile = new RunInfo("0.1.0", false, true, 100, 0, true, false, Scope.SHIPPED, Samples.PHRASES);
        String text = render(Samples.curl(), byFile);
        String without = render(Samples.curl(), Samples.run());
        assertTrue(text.startsWith(without), text);
        String files = text.substring(without.length());
        long all = Samples.curl().files().count();
        assertEquals(all + 3, files.lines().count(), files);
        assertTrue(files.startsWith("\nFiles ─"), files);
        assertTrue(files.matches("(?s).*lib/vtls/\\S+ +C +unsafe +core +[0-9]+ +lib/vtls\n.*"), files);
        String page = Golden.render(new MarkdownReport(), Samples.curl(), byFile);
        assertTrue(page.contains("\n### Files\n\n| file | language |"), page);
    }

    @Test
    void colour_only_adds_escape_sequences() throws IOException {
        RunInfo colour = new RunInfo("0.1.0", true, true, 100, 0, false, false, Scope.SHIPPED, Samples.PHRASES);
        String coloured = render(Samples.curl(), colour);
        assertTrue(coloured.contains("\u001b[1;31m95.9 %\u001b[0m"), coloured);
        String stripped = coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", "");
        assertEquals(render(Samples.curl(), Samples.run()), stripped);
    }

    @Test
    void ascii_screens_get_ascii() throws IOException {
        RunInfo ascii = new RunInfo("0.1.0", false, false, 100, 0, false, false, Scope.SHIPPED, Samples.PHRASES);
        String text = render(Samples.curl(), ascii);
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text), text);
        Golden.check("curl-ascii.txt", text);
        assertFalse(RunInfo.draws(StandardCharsets.US_ASCII));
        assertFalse(RunInfo.draws(StandardCharsets.ISO_8859_1));
        assertTrue(RunInfo.draws(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {42, 45, 60})
    void the_report_fits_the_rows_of_the_screen_with_all_ten_modules(int rows) throws IOException {
        RunInfo run = new RunInfo("0.1.0", false, true, 100, rows, false, false, Scope.SHIPPED, Samples.PHRASES);
        String text = render(Samples.curl(), run);
        assertTrue(text.lines().count() < rows, text);
        assertTrue(text.contains("  1  lib/vtls"), text);
        assertTrue(text.contains(" 10  lib/socks"), text);
    }

    @Test
    void a_low_screen_still_shows_ten_modules_and_why_the_first_are_there() throws IOException {
        RunInfo run = new RunInfo("0.1.0", false, true, 100, 5, false, false, Scope.SHIPPED, Samples.PHRASES);
        String text = render(Samples.curl(), run);
        assertTrue(text.contains(" 10  lib/socks"), text);
        assertTrue(text.contains("receives from sockets lib/ftp.c:120"), text);
        assertFalse(text.contains("receives from sockets lib/url.c:121"), text);
        assertTrue(text.contains("and 36 more modules, 34 under 200 unsafe lines"), text);
    }

    @Test
    void verbose_lists_every_ranked_module() throws IOException {
        RunInfo run = new RunInfo("0.1.0", false, true, 100, 40, false, true, Scope.SHIPPED, Samples.PHRASES);
        String text = render(Samples.curl(), run);
        assertTrue(text.contains(" 46  lib/small43"), text);
        assertTrue(text.contains("rustls-openssl-compat"), text);
        assertTrue(text.contains("does TLS handshakes lib/vtls/openssl.c:3961  R3 +25.0"), text);
        assertFalse(text.contains("more module"), text);
    }

    @Test
    void tiny_modules_give_way_to_larger_ones_of_lower_rank() {
        List<ModuleCensus> ranked = List.of(
                Samples.ranked(1, "tiny", 90, 1, List.of(Samples.c("tiny.c", 199)), List.of()),
                Samples.ranked(2, "large", 80, 1, List.of(Samples.c("large.c", 200)), List.of()),
                Samples.ranked(3, "small", 70, 1, List.of(Samples.c("small.c", 5)), List.of()));
        assertEquals(List.of(2), ranks(RankingText.choose(ranked, 1)));
        assertEquals(List.of(1, 2), ranks(RankingText.choose(ranked, 2)));
        assertEquals(List.of(1, 2, 3), ranks(RankingText.choose(ranked, 3)));
    }

    private static List<Integer> ranks(List<ModuleCensus> modules) {
        return modules.stream().map(ModuleCensus::rank).toList();
    }
}
