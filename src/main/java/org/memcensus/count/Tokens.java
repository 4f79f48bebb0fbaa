package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.LineSyntax.BlockComment;
import org.memcensus.model.LineSyntax.Escape;
import org.memcensus.model.LineSyntax.Feature;
import org.memcensus.model.LineSyntax.LineComment;
import org.memcensus.model.LineSyntax.Quote;
import org.memcensus.model.LineSyntax.Where;

/** A {@link LineSyntax} made ready for bytes: which bytes can be skipped, and which tokens can begin at each other. */
final class Tokens {
    /** Neither a space nor the start of any token. */
    static final byte PLAIN = 0;

    /** White space within a line. */
    static final byte SPACE = 1;

    /** The end of a line. */
    static final byte NEWLINE = 2;

    /** May begin a token. */
    static final byte SPECIAL = 3;

    private static final String PYTHON_BRACKETS = "([{}])";
    private static final Token[] NO_TOKENS = {};

    /** Kind of each byte. */
    final byte[] kinds = new byte[256];

    /** Finds the next byte that is more than a space. */
    final Stops stops;

    /** Tokens that may begin at each byte, longest first. */
    final Token[][] starts = new Token[256][];

    /** Rules beyond tokens. */
    final Set<Feature> features;

    /** Whether a line's first columns decide before its tokens do. */
    final boolean columns;

    /** {@link Feature#CONTINUED_COMMENTS}, asked at every line comment. */
    final boolean continuedComments;

    /** {@link Feature#LUA_LONG_BRACKETS}, asked at every line comment. */
    final boolean luaComments;

    /** {@link Feature#PHP_HEREDOCS}, asked at every line comment. */
    final boolean php;

    /** {@link Feature#IGNORE_CASE}, asked at every token. */
    private final boolean ignoreCase;

    /** What a token opens. */
    enum Opens {
        LINE_COMMENT,
        BLOCK_COMMENT,
        QUOTE,
        HEREDOC,
        REGEX,
        TEMPLATE,
        LONG_BRACKET,
        PERL_QUOTE,
        PERCENT,
        SIGIL,
        BRACKET,
        PHP_END
    }

    /**
     * The start of a comment or a literal.
     *
     * @param opens what it opens
     * @param open its bytes
     * @param close bytes that end it; empty where the line or a rule ends it
     * @param where where it counts
     * @param nested whether it nests
     * @param escape how a closing token is kept inside
     * @param multiline whether it may run over the end of a line
     * @param deeper what nests inside: the opening token, or the bare bracket that a one-byte end belongs to
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Token(
            Opens opens,
            byte[] open,
            byte[] close,
            Where where,
            boolean nested,
            Escape escape,
            boolean multiline,
            byte[] deeper) {
        Token(Opens opens, byte[] open, byte[] close, Where where, boolean nested, Escape escape, boolean multiline) {
            this(
                    opens,
                    open,
                    close,
                    where,
                    nested,
                    escape,
                    multiline,
                    close.length == 1 ? new byte[] {open[open.length - 1]} : open);
        }
    }

    Tokens(LineSyntax syntax) {
        features = syntax.features();
        continuedComments = features.contains(Feature.CONTINUED_COMMENTS);
        luaComments = features.contains(Feature.LUA_LONG_BRACKETS);
        php = features.contains(Feature.PHP_HEREDOCS);
        ignoreCase = features.contains(Feature.IGNORE_CASE);
        columns = features.contains(Feature.FORTRAN_FIXED)
                || features.contains(Feature.COBOL_FIXED)
                || features.contains(Feature.BIRD_TRACKS);
        List<Token> tokens = new ArrayList<>();
        for (BlockComment comment : syntax.blockComments()) {
            tokens.add(new Token(
                    Opens.BLOCK_COMMENT,
                    bytes(comment.open()),
                    bytes(comment.close()),
                    comment.where(),
                    comment.nested(),
                    Escape.NONE,
                    true));
        }
        for (LineComment comment : syntax.lineComments()) {
            tokens.add(open(Opens.LINE_COMMENT, comment.token(), comment.where()));
        }
        for (Quote quote : syntax.quotes()) {
            tokens.add(new Token(
                    Opens.QUOTE,
                    bytes(quote.open()),
                    bytes(quote.close()),
                    Where.ANYWHERE,
                    false,
                    quote.escape(),
                    quote.multiline()));
        }
        addFeatures(tokens);
        tokens.sort(Comparator.comparingInt((Token token) -> -token.open().length));
        fill(tokens);
        stops = new Stops(kinds);
    }

    private void addFeatures(List<Token> tokens) {
        if (features.contains(Feature.SHELL_HEREDOCS)
                || features.contains(Feature.RUBY_HEREDOCS)
                || features.contains(Feature.PERL_QUOTES)) {
            tokens.add(open(Opens.HEREDOC, "<<", Where.ANYWHERE));
        }
        if (features.contains(Feature.PHP_HEREDOCS)) {
            tokens.add(open(Opens.HEREDOC, "<<<", Where.ANYWHERE));
            tokens.add(open(Opens.PHP_END, "?>", Where.ANYWHERE));
        }
        if (features.contains(Feature.SLASH_REGEX) || features.contains(Feature.PERL_QUOTES)) {
            tokens.add(open(Opens.REGEX, "/", Where.ANYWHERE));
        }
        if (features.contains(Feature.TEMPLATE_LITERALS)) {
            tokens.add(open(Opens.TEMPLATE, "`", Where.ANYWHERE));
            tokens.add(open(Opens.BRACKET, "{", Where.ANYWHERE));
            tokens.add(open(Opens.BRACKET, "}", Where.ANYWHERE));
        }
        if (features.contains(Feature.LUA_LONG_BRACKETS)) {
            tokens.add(open(Opens.LONG_BRACKET, "[", Where.ANYWHERE));
        }
        if (features.contains(Feature.PERL_QUOTES)) {
            for (String operator : List.of("qq", "qw", "qr", "tr", "q", "m", "s", "y")) {
                tokens.add(open(Opens.PERL_QUOTE, operator, Where.WORD));
            }
        }
        if (features.contains(Feature.RUBY_HEREDOCS)) {
            tokens.add(open(Opens.PERCENT, "%", Where.ANYWHERE));
        }
        if (features.contains(Feature.SIGILS)) {
            tokens.add(open(Opens.SIGIL, "~", Where.ANYWHERE));
        }
        if (features.contains(Feature.DOCSTRINGS)) {
            PYTHON_BRACKETS
                    .chars()
                    .forEach(c -> tokens.add(open(Opens.BRACKET, Character.toString(c), Where.ANYWHERE)));
        }
    }

    private void fill(List<Token> tokens) {
        Arrays.fill(starts, NO_TOKENS);
        kinds[' '] = SPACE;
        kinds['\t'] = SPACE;
        kinds['\r'] = SPACE;
        kinds['\f'] = SPACE;
        kinds[0x0b] = SPACE;
        kinds['\n'] = NEWLINE;
        for (Token token : tokens) {
            if (token.open().length == 0) {
                continue;
            }
            int first = token.open()[0] & 0xff;
            add(first, token);
            if (ignoreCase && Character.isLetter(first)) {
                add(Character.isLowerCase(first) ? Character.toUpperCase(first) : Character.toLowerCase(first), token);
            }
        }
    }

    private void add(int first, Token token) {
        kinds[first] = SPECIAL;
        Token[] old = starts[first];
        Token[] longer = Arrays.copyOf(old, old.length + 1);
        longer[old.length] = token;
        starts[first] = longer;
    }

    private static Token open(Opens opens, String open, Where where) {
        return new Token(opens, bytes(open), new byte[0], where, false, Escape.NONE, false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether {@code token} stands at {@code i}, letters compared as the syntax asks. */
    boolean stands(byte[] token, byte[] b, int i, int end) {
        if (i + token.length > end) {
            return false;
        }
        for (int k = 0; k < token.length; k++) {
            if (b[i + k] != token[k] && !(ignoreCase && lower(b[i + k]) == lower(token[k]))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
