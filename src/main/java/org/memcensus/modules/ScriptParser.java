package org.memcensus.modules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses the expressions of build scripts. What it does not know it passes over. */
class ScriptParser {
    /** Brackets in brackets; hand-written files have a tenth of it. */
    private static final int MAX_NESTING = 60;

    private static final Set<String> LOGIC = Set.of("and", "or", "&&", "||");

    private static final Set<String> COMPARISONS =
            Set.of("==", "!=", "<", ">", "<=", ">=", "in", "not", "is", "|", "&");

    private final List<ScriptToken> tokens;
    private int at;
    private int nesting;

    /** A parser of a script's tokens. */
    ScriptParser(List<ScriptToken> tokens) {
        this.tokens = tokens;
    }

    /** The token that comes next. */
    final ScriptToken peek() {
        return tokens.get(at);
    }

    /** Number of the token that comes next: it tells whether anything was taken. */
    final int place() {
        return at;
    }

    /** Whether the script ends here. */
    final boolean ends() {
        return peek().kind() == ScriptToken.Kind.END;
    }

    /** Takes a token. */
    final ScriptToken take() {
        ScriptToken token = tokens.get(at);
        if (token.kind() != ScriptToken.Kind.END) {
            at++;
        }
        return token;
    }

    /** Takes the next token if it is this sign or word. */
    final boolean takes(String sign) {
        if (peek().is(sign)) {
            take();
            return true;
        }
        return false;
    }

    /** Goes behind the end of the line. */
    final void skipLine() {
        while (!ends() && take().kind() != ScriptToken.Kind.NEWLINE) {
            // Passed over.
        }
    }

    /** Takes ends of lines; they mean nothing here. */
    final void skipNewLines() {
        while (peek().kind() == ScriptToken.Kind.NEWLINE) {
            take();
        }
    }

    /** How many blocks and brackets are open; false, with nothing opened, where there are too many. */
    final boolean opens() {
        if (nesting >= MAX_NESTING) {
            return false;
        }
        nesting++;
        return true;
    }

    /** Closes what {@link #opens} opened. */
    final void closes() {
        nesting--;
    }

    /** Whether {@code a if b else c} is an expression; in Python only. */
    boolean choosesBehind() {
        return false;
    }

    /** The block that follows a call; only GN has them. */
    List<ScriptStatement> block() {
        return List.of();
    }

    /** An expression. */
    final ScriptExpression expression() {
        if (!opens()) {
            take();
            return new ScriptExpression.Nothing();
        }
        ScriptExpression value = logic();
        if (takes("?")) {
            ScriptExpression one = expression();
            value = takes(":") ? new ScriptExpression.Choice(one, expression()) : one;
        } else if (choosesBehind() && takes("if")) {
            expression();
            value = takes("else") ? new ScriptExpression.Choice(value, expression()) : value;
        }
        closes();
        return value;
    }

    private ScriptExpression logic() {
        ScriptExpression value = comparison();
        while (isSign(LOGIC)) {
            String sign = take().text();
            value = new ScriptExpression.Operation(sign, value, comparison());
        }
        return value;
    }

    private ScriptExpression comparison() {
        ScriptExpression value = sum();
        while (isSign(COMPARISONS)) {
            String sign = take().text();
            value = new ScriptExpression.Operation(sign, value, sum());
        }
        return value;
    }

    private boolean isSign(Set<String> signs) {
        ScriptToken token = peek();
        return (token.kind() == ScriptToken.Kind.SIGN || token.kind() == ScriptToken.Kind.NAME)
                && signs.contains(token.text());
    }

    private ScriptExpression sum() {
        ScriptExpression value = product();
        while (peek().is("+") || peek().is("-")) {
            String sign = take().text();
            value = new ScriptExpression.Operation(sign, value, product());
        }
        return value;
    }

    private ScriptExpression product() {
        ScriptExpression value = unary();
        while (peek().is("/") || peek().is("*") || peek().is("%")) {
            String sign = take().text();
            value = new ScriptExpression.Operation(sign, value, unary());
        }
        return value;
    }

    private ScriptExpression unary() {
        boolean changed = false;
        while (peek().is("not") || peek().is("!") || peek().is("-") || peek().is("*")) {
            changed |= !take().text().equals("*");
        }
        ScriptExpression value = postfix(primary());
        return changed ? new ScriptExpression.Nothing() : value;
    }

    private ScriptExpression primary() {
        ScriptToken token = peek();
        switch (token.kind()) {
            case STRING, OPEN_STRING -> {
                StringBuilder text = new StringBuilder();
                boolean open = false;
                while (peek().kind() == ScriptToken.Kind.STRING || peek().kind() == ScriptToken.Kind.OPEN_STRING) {
                    open |= peek().kind() == ScriptToken.Kind.OPEN_STRING;
                    text.append(take().text());
                }
                return new ScriptExpression.Text(text.toString(), open, token.line());
            }
            case NUMBER -> {
                take();
                return new ScriptExpression.Text(token.text(), false, token.line());
            }
            case NAME -> {
                take();
                if (token.text().equals("lambda")) {
                    while (!ends() && peek().kind() != ScriptToken.Kind.NEWLINE && !takes(":")) {
                        take();
                    }
                    expression();
                    return new ScriptExpression.Nothing();
                }
                return new ScriptExpression.Name(token.text());
            }
            case SIGN -> {
                return bracket();
            }
            default -> {
                return new ScriptExpression.Nothing();
            }
        }
    }

    private ScriptExpression bracket() {
        if (takes("(")) {
            List<ScriptExpression> items = items(")");
            return items.size() == 1 ? items.get(0) : new ScriptExpression.Items(items);
        }
        if (takes("[")) {
            List<ScriptExpression> items = items("]");
            boolean mapped = items.size() == 1 && items.get(0) instanceof ScriptExpression.Mapped;
            return mapped ? items.get(0) : new ScriptExpression.Items(items);
        }
        if (takes("{")) {
            return table();
        }
        // A sign that closes something belongs to who opened it.
        if (!peek().is(")") && !peek().is("]") && !peek().is("}") && !peek().is(",") && !peek().is(":")) {
            take();
        }
        return new ScriptExpression.Nothing();
    }

    private List<ScriptExpression> items(String close) {
        List<ScriptExpression> items = new ArrayList<>();
        skipNewLines();
        while (!ends() && !takes(close)) {
            int before = at;
            ScriptExpression item = expression();
            if (takes("for")) {
                item = mapped(item, close);
            }
            items.add(item);
            skipNewLines();
            if (!takes(",") && at == before) {
                take();
            }
            skipNewLines();
        }
        return items;
    }

    private ScriptExpression mapped(ScriptExpression item, String close) {
        String name = peek().text();
        while (!ends() && !peek().is("in") && !peek().is(close)) {
            take();
        }
        take();
        // What an if leaves out is kept: every branch counts.
        ScriptExpression items = logic();
        while (takes("if")) {
            expression();
        }
        return new ScriptExpression.Mapped(item, name, items);
    }

    private ScriptExpression table() {
        List<ScriptExpression> keys = new ArrayList<>();
        List<ScriptExpression> values = new ArrayList<>();
        skipNewLines();
        while (!ends() && !takes("}")) {
            int before = at;
            ScriptExpression key = expression();
            skipNewLines();
            if (takes(":")) {
                skipNewLines();
                keys.add(key);
                values.add(expression());
            }
            skipNewLines();
            if (!takes(",") && at == before) {
                take();
            }
            skipNewLines();
        }
        return new ScriptExpression.Table(keys, values);
    }

    private ScriptExpression postfix(ScriptExpression start) {
        ScriptExpression value = start;
        while (true) {
            int line = peek().line();
            if (takes(".")) {
                value = new ScriptExpression.Member(value, take().text());
            } else if (takes("(")) {
                value = call(value, line);
            } else if (takes("[")) {
                List<ScriptExpression> index = items("]");
                value = index.size() == 1
                        ? new ScriptExpression.Index(value, index.get(0))
                        : new ScriptExpression.Nothing();
            } else {
                return value;
            }
        }
    }

    private ScriptExpression call(ScriptExpression callee, int line) {
        List<ScriptExpression> arguments = new ArrayList<>();
        Map<String, ScriptExpression> named = new LinkedHashMap<>();
        skipNewLines();
        while (!ends() && !takes(")")) {
            int before = at;
            boolean names = peek().kind() == ScriptToken.Kind.NAME
                    && (tokens.get(at + 1).is(":") || tokens.get(at + 1).is("="));
            if (names) {
                String name = take().text();
                take();
                skipNewLines();
                named.putIfAbsent(name, expression());
            } else {
                ScriptExpression argument = expression();
                arguments.add(takes("for") ? mapped(argument, ")") : argument);
            }
            skipNewLines();
            if (!takes(",") && at == before) {
                take();
            }
            skipNewLines();
        }
        return new ScriptExpression.Call(callee, arguments, named, block(), line);
    }
}
