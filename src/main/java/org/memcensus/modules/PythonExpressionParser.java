package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the expressions of a build script. It knows the grammar loosely: what it does not understand becomes unknown. What
 * stands between them is told by who knows the statements.
 */
class PythonExpressionParser {
    /** Brackets that people write are nested a few deep. */
    private static final int MAX_DEPTH = 60;

    private static final PythonExpression UNKNOWN = new PythonExpression.Unknown();

    private final List<PythonToken> tokens;
    private int at;
    private int depth;

    /** A parser of the words of a script. */
    PythonExpressionParser(List<PythonToken> tokens) {
        this.tokens = tokens;
    }

    /** Whether there are no more words. */
    final boolean ends() {
        return at >= tokens.size();
    }

    /** Number of the word that comes next: it tells whether anything was taken. */
    final int place() {
        return at;
    }

    /** Goes behind the word that comes next. */
    final void skip() {
        at++;
    }

    /** The word that comes next; at the end the last one. */
    final PythonToken peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    /** A word further on. */
    final PythonToken peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /** Takes the next word if it is this sign. */
    final boolean take(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    /** The variables of a loop, up to behind {@code in}. */
    final List<String> loopNames() {
        List<String> names = new ArrayList<>();
        while (at < tokens.size() && !peek().named("in") && peek().kind() != PythonToken.Kind.END) {
            if (peek().kind() == PythonToken.Kind.NAME) {
                names.add(peek().text());
            }
            at++;
        }
        if (peek().named("in")) {
            at++;
        }
        return names;
    }

    /** An expression, or several with commas between: a tuple without brackets. */
    final PythonExpression tuple() {
        PythonExpression first = expression();
        if (!peek().is(",")) {
            return first;
        }
        List<PythonExpression> items = new ArrayList<>(List.of(first));
        while (take(",") && peek().kind() != PythonToken.Kind.END) {
            items.add(expression());
        }
        return new PythonExpression.Items(items);
    }

    /** An expression. */
    final PythonExpression expression() {
        if (depth > MAX_DEPTH) {
            at++;
            return UNKNOWN;
        }
        depth++;
        PythonExpression value = operand(sum());
        if (peek().named("if")) {
            at++;
            operand(sum());
            if (peek().named("else")) {
                at++;
                value = new PythonExpression.Operation('|', value, expression());
            }
        } else if (peek().is("?")) {
            at++;
            value = expression();
            if (take(":")) {
                value = new PythonExpression.Operation('|', value, expression());
            }
        }
        depth--;
        return value;
    }

    /** Comparisons and logic: of these only "or" tells of files. */
    private PythonExpression operand(PythonExpression first) {
        PythonExpression value = first;
        while (true) {
            PythonToken token = peek();
            if (token.is("|") || token.named("or")) {
                at++;
                value = new PythonExpression.Operation('|', value, sum());
            } else if (token.named("and")
                    || token.named("not")
                    || token.named("in")
                    || token.named("is")
                    || token.is("==")
                    || token.is("!=")
                    || token.is("<")
                    || token.is(">")
                    || token.is("<=")
                    || token.is(">=")
                    || token.is("&")) {
                at++;
                sum();
                value = token.named("and") ? value : UNKNOWN;
            } else {
                return value;
            }
        }
    }

    private PythonExpression sum() {
        PythonExpression value = product();
        while (peek().is("+") || peek().is("-")) {
            boolean plus = peek().is("+");
            at++;
            PythonExpression right = product();
            value = plus ? new PythonExpression.Operation('+', value, right) : value;
        }
        return value;
    }

    private PythonExpression product() {
        PythonExpression value = postfix();
        while (peek().is("%") || peek().is("/") || peek().is("*") || peek().is("//")) {
            char operator = peek().text().charAt(0);
            at++;
            PythonExpression right = postfix();
            value = operator == '*' ? UNKNOWN : new PythonExpression.Operation(operator, value, right);
        }
        return value;
    }

    private PythonExpression postfix() {
        PythonExpression value = primary();
        while (true) {
            if (peek().is(".") && peek(1).kind() == PythonToken.Kind.NAME) {
                value = new PythonExpression.Member(value, peek(1).text());
                at += 2;
            } else if (peek().is("(")) {
                value = call(value);
            } else if (peek().is("[")) {
                at++;
                PythonExpression key = peek().is(":") ? UNKNOWN : expression();
                boolean slice = peek().is(":");
                loopTo("]");
                value = slice ? UNKNOWN : new PythonExpression.Element(value, key);
            } else {
                return value;
            }
        }
    }

    private PythonExpression primary() {
        PythonToken token = peek();
        switch (token.kind()) {
            case TEXT -> {
                StringBuilder text = new StringBuilder();
                while (peek().kind() == PythonToken.Kind.TEXT) {
                    text.append(peek().text());
                    at++;
                }
                return new PythonExpression.Text(text.toString());
            }
            case NAME -> {
                at++;
                if (token.text().equals("lambda")) {
                    loopTo(":");
                    return expression();
                }
                boolean prefix = token.text().equals("not") || token.text().equals("await");
                return prefix ? expression() : new PythonExpression.Name(token.text());
            }
            case SIGN -> {
                return bracketed(token);
            }
            default -> {
                return UNKNOWN;
            }
        }
    }

    private PythonExpression bracketed(PythonToken token) {
        switch (token.text()) {
            case "(" -> {
                at++;
                return items(")", true);
            }
            case "[" -> {
                at++;
                return items("]", false);
            }
            case "{" -> {
                at++;
                return items("}", false);
            }
            case "*", "**", "-", ".", "!", "~", "@" -> {
                at++;
                return nested();
            }
            case ")", "]", "}", ",", ":", "=" -> {
                return UNKNOWN;
            }
            default -> {
                at++;
                return UNKNOWN;
            }
        }
    }

    /** What stands behind a sign: as deep as a bracket, for signs too may be written by the thousand. */
    private PythonExpression nested() {
        if (depth > MAX_DEPTH) {
            return UNKNOWN;
        }
        depth++;
        PythonExpression value = postfix();
        depth--;
        return value;
    }

    /** What stands between brackets: a list, a dictionary or a comprehension; one value in round ones is itself. */
    private PythonExpression items(String close, boolean round) {
        List<PythonExpression> keys = new ArrayList<>();
        List<PythonExpression> values = new ArrayList<>();
        boolean comma = false;
        while (at < tokens.size() && !peek().is(close)) {
            int before = at;
            PythonExpression value = expression();
            if (take(":")) {
                keys.add(value);
                value = expression();
            }
            if (peek().named("for")) {
                at++;
                value = new PythonExpression.Each(value, loopNames(), expression());
                loopTo(close);
                return value;
            }
            values.add(value);
            comma |= peek().is(",");
            take(",");
            if (at == before) {
                at++;
            }
        }
        at++;
        if (!keys.isEmpty() || values.isEmpty() && close.equals("}")) {
            return keys.size() == values.size() ? new PythonExpression.Pairs(keys, values) : UNKNOWN;
        }
        return round && values.size() == 1 && !comma ? values.get(0) : new PythonExpression.Items(values);
    }

    private PythonExpression call(PythonExpression function) {
        int line = peek().line();
        at++;
        List<PythonExpression> arguments = new ArrayList<>();
        List<PythonExpression.Named> named = new ArrayList<>();
        while (at < tokens.size() && !peek().is(")")) {
            int before = at;
            if (peek().kind() == PythonToken.Kind.NAME && (peek(1).is("=") || peek(1).is(":"))) {
                String name = peek().text();
                at += 2;
                named.add(new PythonExpression.Named(name, expression()));
            } else {
                PythonExpression value = expression();
                if (peek().named("for")) {
                    at++;
                    value = new PythonExpression.Each(value, loopNames(), expression());
                    loopTo(")");
                    at--;
                }
                arguments.add(value);
            }
            take(",");
            if (at == before) {
                at++;
            }
        }
        at++;
        return new PythonExpression.Call(function, arguments, named, line);
    }

    /** Goes behind the sign that closes what is open here. */
    private void loopTo(String close) {
        int open = 0;
        while (at < tokens.size()) {
            PythonToken token = peek();
            at++;
            if (open == 0 && token.is(close)) {
                return;
            }
            if (token.is("(") || token.is("[") || token.is("{")) {
                open++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                open = Math.max(0, open - 1);
            }
        }
    }
}
