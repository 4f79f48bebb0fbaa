package org.memcensus.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How comments and strings look in a language: all that counting lines needs to know.
 *
 * @param name name in the table of syntaxes
 * @param lineComments what opens a comment that ends with the line
 * @param blockComments comments with an end of their own
 * @param quotes strings, in the order in which they are tried (longer openers first)
 * @param features what tokens alone cannot say
 */
public record LineSyntax(
        String name,
        List<LineComment> lineComments,
        List<BlockComment> blockComments,
        List<Quote> quotes,
        Set<Feature> features) {
    /** Copies its lists. */
    public LineSyntax {
        lineComments = List.copyOf(lineComments);
        blockComments = List.copyOf(blockComments);
        quotes = List.copyOf(quotes);
        features = Set.copyOf(features);
    }

    /** The same syntax where one of its features is missing. */
    public LineSyntax without(Feature feature) {
        Set<Feature> others = new HashSet<>(features);
        others.remove(feature);
        return new LineSyntax(name, lineComments, blockComments, quotes, others);
    }

    /** Where a comment token counts. */
    public enum Where {
        /** Anywhere in code. */
        ANYWHERE,
        /** Where a word can begin and end: {@code #} in a shell, {@code REM}, {@code dnl}. */
        WORD,
        /** As the first thing on a line that is not white space. */
        LINE_START,
        /** In the first column. */
        COLUMN_1
    }

    /**
     * A token that makes the rest of its line a comment.
     *
     * @param token its text
     * @param where where it counts
     */
    public record LineComment(String token, Where where) {}

    /**
     * A comment with an opening and a closing token.
     *
     * @param open opening token
     * @param close closing token
     * @param nested whether it nests
     * @param where where the opening token counts; with {@code COLUMN_1} the closing token too stands in the first
     *     column and the rest of its line belongs to the comment (POD, Ruby's {@code =begin})
     */
    public record BlockComment(String open, String close, boolean nested, Where where) {}

    /**
     * A kind of string or character literal.
     *
     * @param open opening token
     * @param close closing token; empty if the opening token is a whole literal ({@code $"} in Erlang)
     * @param escape how a closing token is kept inside
     * @param multiline whether it may run over the end of a line
     */
    public record Quote(String open, String close, Escape escape, boolean multiline) {}

    /** How a string protects its closing token. */
    public enum Escape {
        /** Not at all: raw. */
        NONE,
        /** By a backslash before it. */
        BACKSLASH,
        /** By writing it twice. */
        DOUBLED
    }

    /** Rules that a list of tokens cannot express. Each is one case of the counter. */
    public enum Feature {
        /** A backslash at the end of the line continues a line comment (C, C++). */
        CONTINUED_COMMENTS,
        /** {@code R"x(...)x"}. */
        CPP_RAW_STRINGS,
        /** {@code r#"..."#}, and an apostrophe that opens a lifetime rather than a character. */
        RUST_LITERALS,
        /** C# {@code @"..."}, {@code $@"..."} and {@code """} of three or more quotes. */
        CSHARP_STRINGS,
        /** Swift {@code #"..."#}. */
        SWIFT_RAW_STRINGS,
        /** D {@code q"(...)"}, {@code r"..."}, {@code q{...}}. */
        D_STRINGS,
        /** Lua {@code [==[...]==]}, also as a comment after {@code --}. */
        LUA_LONG_BRACKETS,
        /** Here-documents of shells: {@code <<EOF}, {@code <<-EOF}, {@code <<'EOF'}. */
        SHELL_HEREDOCS,
        /** Here-documents of Ruby: {@code <<~EOF}, {@code <<-EOF}, {@code <<EOF}; and its {@code %w[...]} and their kin. */
        RUBY_HEREDOCS,
        /** Sigils of Elixir: {@code ~s(...)}, {@code ~r/.../}. */
        SIGILS,
        /** Here-documents of Perl, and its quote-like operators. */
        PERL_QUOTES,
        /** Here-documents of PHP: {@code <<<EOF}, and text outside {@code <?php ... ?>}. */
        PHP_HEREDOCS,
        /** A string that stands alone as a statement is a comment (Python). */
        DOCSTRINGS,
        /** Slashes may open a regular expression (JavaScript and its kin). */
        SLASH_REGEX,
        /** Template literals with code inside: {@code `...${...}...`}. */
        TEMPLATE_LITERALS,
        /** An apostrophe inside or after a name is part of it (Haskell, ML, Ada, Verilog numbers, Lisp quotes). */
        APOSTROPHE_IN_NAMES,
        /** An apostrophe opens a character only as {@code 'x'} or {@code '\...'}; else it means nothing. */
        CHARACTER_ONLY,
        /** A double quote inside a bare word means nothing: {@code a"b} (Tcl). */
        QUOTES_AT_WORDS,
        /** Comment words are matched without regard to case. */
        IGNORE_CASE,
        /** Fortran fixed form: C, c, *, d or ! in the first column. */
        FORTRAN_FIXED,
        /** COBOL fixed form: * or / in column 7. */
        COBOL_FIXED,
        /** Literate: only lines that begin with {@code >} are code. */
        BIRD_TRACKS,
        /** Preprocessor lines: {@code #} opens no comment when a directive's word follows (assembly). */
        CPP_DIRECTIVES,
        /** Text without any comment: every line that is not blank is code (data, prose). */
        PLAIN
    }
}
