package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses the statements of a SCons script, which is Python, as far as lists of files need it. */
final class SconsParser extends ScriptParser {
    private static final Set<String> GUARDS =
            Set.of("if", "elif", "else", "while", "with", "try", "except", "finally", "def", "class", "async");

    private SconsParser(String text) {
        super(ScriptLexer.tokens(text));
    }

    /** The statements of a script. */
    static List<ScriptStatement> statements(String text) {
        SconsParser parser = new SconsParser(text);
        List<ScriptStatement> all = new ArrayList<>();
        while (!parser.ends()) {
            all.addAll(parser.statements(0));
            parser.skipNewLines();
        }
        return all;
    }

    @Override
    boolean choosesBehind() {
        return true;
    }

    /** Statements that are indented at least so far. */
    private List<ScriptStatement> statements(int indentation) {
        List<ScriptStatement> statements = new ArrayList<>();
        skipNewLines();
        while (!ends() && peek().column() >= indentation) {
            statement(statements);
            skipNewLines();
        }
        return statements;
    }

    private void statement(List<ScriptStatement> statements) {
        ScriptToken first = peek();
        if (first.kind() == ScriptToken.Kind.NAME && GUARDS.contains(first.text())) {
            take();
            boolean open = opens();
            header();
            if (open) {
                statements.add(new ScriptStatement.Guarded(new ScriptExpression.Nothing(), body(first.column())));
                closes();
            }
        } else if (takes("for")) {
            loop(statements, first.column());
        } else {
            simple(statements);
        }
    }

    /** Goes behind the colon that ends a header. */
    private void header() {
        int brackets = 0;
        while (!ends() && peek().kind() != ScriptToken.Kind.NEWLINE) {
            ScriptToken token = take();
            if (token.is("(") || token.is("[") || token.is("{")) {
                brackets++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                brackets--;
            } else if (token.is(":") && brackets <= 0) {
                return;
            }
        }
    }

    private List<ScriptStatement> body(int column) {
        if (peek().kind() == ScriptToken.Kind.NEWLINE) {
            return statements(column + 1);
        }
        List<ScriptStatement> body = new ArrayList<>();
        statement(body);
        return body;
    }

    private void loop(List<ScriptStatement> statements, int column) {
        List<String> names = new ArrayList<>();
        while (!ends() && !peek().is("in") && peek().kind() != ScriptToken.Kind.NEWLINE) {
            ScriptToken token = take();
            if (token.kind() == ScriptToken.Kind.NAME) {
                names.add(token.text());
            }
        }
        take();
        ScriptExpression items = expression();
        takes(":");
        if (!names.isEmpty() && opens()) {
            statements.add(new ScriptStatement.Each(names, items, body(column)));
            closes();
        }
    }

    private void simple(List<ScriptStatement> statements) {
        ScriptExpression left = expression();
        boolean adds = peek().is("+=");
        String name = left instanceof ScriptExpression.Name plain
                ? plain.name()
                : left instanceof ScriptExpression.Member member ? ScriptRun.memberName(member) : "";
        if ((adds || peek().is("=")) && !name.isEmpty()) {
            take();
            statements.add(new ScriptStatement.Assign(name, adds, expression()));
        } else {
            statements.add(new ScriptStatement.Evaluate(left));
        }
        skipLine();
    }
}
