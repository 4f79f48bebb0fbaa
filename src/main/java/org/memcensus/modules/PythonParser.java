package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the statements of a build script. Where it does not understand one, the next line begins anew. */
final class PythonParser extends PythonExpressionParser {
    private static final Set<String> HEADS = Set.of(
            "if", "elif", "while", "with", "else", "try", "except", "finally", "return", "class", "yield", "await",
            "async", "raise", "assert", "del", "let", "var", "public", "private", "static");

    private PythonParser(List<PythonToken> tokens) {
        super(tokens);
    }

    /** The statements of a script, in order. */
    static List<PythonStatement> statements(List<PythonToken> tokens) {
        PythonParser parser = new PythonParser(tokens);
        List<PythonStatement> statements = new ArrayList<>();
        int column = -1;
        while (!parser.ends()) {
            PythonToken token = parser.peek();
            if (token.kind() == PythonToken.Kind.END) {
                parser.skip();
                column = -1;
            } else {
                column = column < 0 ? token.column() : column;
                int before = parser.place();
                PythonStatement statement = parser.statement(column);
                if (statement != null) {
                    statements.add(statement);
                }
                if (parser.place() == before) {
                    parser.skip();
                }
            }
        }
        return statements;
    }

    private @Nullable PythonStatement statement(int column) {
        PythonToken first = peek();
        if (first.kind() == PythonToken.Kind.NAME && HEADS.contains(first.text())) {
            skip();
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
            skip();
            List<String> names = loopNames();
            PythonExpression source = expression();
            take(":");
            return new PythonStatement(PythonStatement.Kind.LOOP, column, names, source, first.line());
        }
        if (first.named("import") || first.named("from")) {
            StringBuilder module = new StringBuilder();
            skip();
            while (!ends() && (peek().is(".") || peek().kind() == PythonToken.Kind.NAME)) {
                if (peek().named("import")) {
                    break;
                }
                module.append(peek().text());
                skip();
            }
            skipHead();
            return new PythonStatement(
                    PythonStatement.Kind.IMPORT, column, List.of(module.toString()), null, first.line());
        }
        List<String> names = new ArrayList<>();
        PythonExpression value = expression();
        if (peek().is(":") && value instanceof PythonExpression.Name && !peek(1).is("=")) {
            skip();
            expression();
        }
        boolean adds = peek().is("+=");
        while (peek().is("=") || peek().is("+=")) {
            skip();
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
        while (!ends() && peek().kind() != PythonToken.Kind.END) {
            skip();
        }
    }
}
