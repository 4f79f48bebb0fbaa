package org.memcensus.count;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memcensus.model.Language;
import org.memcensus.model.LineCounts;
import org.memcensus.model.LineSyntax.Feature;
import org.memcensus.model.Safety;

/** Counts every fixture as it is, and in every form that the same text can have on disk. */
class FixtureTest {
    private static final String MARK = "\ufeff";

    /** Languages that are used much, whatever their safety class. */
    private static final List<String> COMMON = List.of(
            "Ada",
            "Awk",
            "Batchfile",
            "C#",
            "CMake",
            "COBOL",
            "CSS",
            "Clojure",
            "Common Lisp",
            "Dart",
            "Dockerfile",
            "Elixir",
            "Emacs Lisp",
            "Erlang",
            "F#",
            "GLSL",
            "Go",
            "Groovy",
            "HCL",
            "HTML",
            "Haskell",
            "JSON",
            "Java",
            "JavaScript",
            "Julia",
            "Kotlin",
            "Literate Haskell",
            "Lua",
            "MATLAB",
            "Makefile",
            "Markdown",
            "Nim",
            "Nix",
            "OCaml",
            "PHP",
            "Pascal",
            "Perl",
            "PowerShell",
            "Prolog",
            "Python",
            "R",
            "Raku",
            "Ruby",
            "Rust",
            "SCSS",
            "SQL",
            "Scala",
            "Scheme",
            "Shell",
            "Smalltalk",
            "Swift",
            "TOML",
            "TSX",
            "Tcl",
            "TeX",
            "TypeScript",
            "VHDL",
            "Verilog",
            "Vim script",
            "Visual Basic .NET",
            "XML",
            "YAML");

    static List<Fixture> fixtures() {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_fixture_has_the_lines_that_it_states(Fixture fixture) {
        assertEquals(fixture.truth(), fixture.count(fixture.bytes()));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void where_words_of_eight_bytes_begin_makes_no_difference(Fixture fixture) {
        String text = fixture.text();
        if (text.startsWith("#!")) {
            return; // what is true of the first line only
        }
        LineCounts truth = fixture.truth();
        for (int blanks = 1; blanks < 8; blanks++) {
            assertEquals(
                    new LineCounts(truth.code(), truth.comments(), truth.blanks() + blanks),
                    fixture.count(("\n".repeat(blanks) + text).getBytes(UTF_8)),
                    blanks + " blank lines before");
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void line_ends_make_no_difference(Fixture fixture) {
        String text = fixture.text();
        assertEquals(fixture.truth(), fixture.count(text.replace("\n", "\r\n").getBytes(UTF_8)), "CRLF");
        assertEquals(fixture.truth(), fixture.count(text.replace("\n", "\r").getBytes(UTF_8)), "CR");
        assertEquals(
                fixture.truth(),
                fixture.count(text.substring(0, text.length() - 1).getBytes(UTF_8)),
                "last");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void encodings_make_no_difference(Fixture fixture) {
        String text = MARK + fixture.text();
        assertEquals(fixture.truth(), fixture.count(text.getBytes(UTF_8)), "UTF-8 with mark");
        assertEquals(fixture.truth(), fixture.count(text.getBytes(UTF_16LE)), "UTF-16LE");
        assertEquals(fixture.truth(), fixture.count(text.getBytes(UTF_16BE)), "UTF-16BE");
        assertEquals(
                fixture.truth(), fixture.count(text.replace("\n", "\r\n").getBytes(UTF_16LE)), "UTF-16LE with CRLF");
    }

    @Test
    void every_feature_of_a_syntax_has_a_fixture() {
        Set<Feature> missing = EnumSet.allOf(Feature.class);
        fixtures()
                .forEach(
                        fixture -> missing.removeAll(fixture.language().syntax().features()));
        assertTrue(missing.isEmpty(), "no fixture for " + missing);
    }

    @Test
    void every_unsafe_and_every_common_language_has_a_fixture() {
        Set<String> missing = new TreeSet<>(COMMON);
        Fixture.LANGUAGES.values().stream()
                .filter(language -> language.safety() == Safety.UNSAFE)
                .map(Language::name)
                .forEach(missing::add);
        missing.removeAll(
                fixtures().stream().map(fixture -> fixture.language().name()).collect(Collectors.toSet()));
        assertTrue(missing.isEmpty(), "no fixture for " + missing);
    }
}
