package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statements and expressions of a build script. It knows the grammar loosely: what it does not understand becomes
 * unknown, and the next line begins anew.
 */
final class PythonParser {
    /** Brackets that people write are nested a few deep. */
    private static final int MAX_DEPTH = 60;

    private static final Set<String> HEADS = Set.of(
            "if", "elif", "while", "with", "else", "try", "except", "finally", "return", "class", "yield", "await",
            "async", "raise", "assert", "del", "let", "var", "public", "private", "static");

    private static final PythonExpression UNKNOWN = new PythonExpression.Unknown();

    private final List<PythonToken> tokens;
    private int at;
    private int depth;

    private PythonParser(List<PythonToken> tokens) {
        this.tokens = tokens;
    }

    /** The statements of a script, in order. */
    static List<PythonStatement> statements(List<PythonToken> tokens) {
        PythonParser parser = new PythonParser(tokens);
        List<PythonStatement> statements = new ArrayList<>();
        int column = -1;
        while (parser.at < tokens.size()) {
            PythonToken token = parser.peek();
            if (token.kind() == PythonToken.Kind.END) {
                parser.at++;
                column = -1;
            } else {
                column = column < 0 ? token.column() : column;
                int before = parser.at;
                PythonStatement statement = parser.statement(column);
                if (statement != null) {
                    statements.add(statement);
                }
                if (parser.at == before) {
                    parser.at++;
                }
            }
        }
        return statements;
    }

    private PythonToken peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private PythonToken peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private boolean take(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private @Nullable PythonStatement statement(int column) {
        PythonToken first = peek();
        if (first.kind() == PythonToken.Kind.NAME && HEADS.contains(first.text())) {
            at++;
            boolean other = first.named("else") || first.named("elif") || first.named("except");
            return other
                    ? new PythonStatement(PythonStatement.Kind.BRANCH, column, List.of(), null, first.line())
                    : null;
        }
        if (first.named("def") || first.named("func")) {
            skipHead();
            return new PythonStatement(PythonStatement.Kind.FUNCTION, column, List.of(), null, first.line());
        }
        if (first.named("for")) {
            at++;
            List<String> names = loopNames();
            PythonExpression source = expression();
            take(":");
            return new PythonStatement(PythonStatement.Kind.LOOP, column, names, source, first.line());
        }
        if (first.named("import") || first.named("from")) {
            StringBuilder module = new StringBuilder();
            at++;
            while (at < tokens.size() && (peek().is(".") || peek().kind() == PythonToken.Kind.NAME)) {
                if (peek().named("import")) {
                    break;
                }
                module.append(peek().text());
                at++;
            }
            skipHead();
            return new PythonStatement(
                    PythonStatement.Kind.IMPORT, column, List.of(module.toString()), null, first.line());
        }
        List<String> names = new ArrayList<>();
        PythonExpression value = expression();
        if (peek().is(":") && value instanceof PythonExpression.Name && !peek(1).is("=")) {
            at++;
            expression();
        }
        boolean adds = peek().is("+=");
        while (peek().is("=") || peek().is("+=")) {
            at++;
            String variable = PythonExpression.dotted(value);
            if (variable != null) {
                names.add(variable);
            }
            value = tuple();
        }
        PythonStatement.Kind kind = adds ? PythonStatement.Kind.ADD : PythonStatement.Kind.SET;
        return new PythonStatement(kind, column, names, value, first.line());
    }

    /** Skips to the end of the line. */
    private void skipHead() {
        while (at < tokens.size() && peek().kind() != PythonToken.Kind.END) {
            at++;
        }
    }

    private List<String> loopNames() {
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
    private PythonExpression tuple() {
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

    private PythonExpression expression() {
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
                skipTo("]");
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
                skipTo(close);
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
        if (!keys.isEmpty()) {
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
    private void skipTo(String close) {
        loopTo(close);
    }

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
