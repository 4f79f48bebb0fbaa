package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;

/** Parses the statements of a GN script. */
final class GnParser extends ScriptParser {
    private GnParser(String text) {
        super(ScriptLexer.tokens(text));
    }

    /** The statements of a script. */
    static List<ScriptStatement> statements(String text) {
        GnParser parser = new GnParser(text);
        List<ScriptStatement> all = new ArrayList<>();
        while (!parser.ends()) {
            all.addAll(parser.statements());
            // A brace that closes nothing.
            parser.take();
        }
        return all;
    }

    @Override
    List<ScriptStatement> block() {
        skipNewLines();
        if (!peek().is("{") || !opens()) {
            return List.of();
        }
        take();
        List<ScriptStatement> statements = statements();
        takes("}");
        closes();
        return statements;
    }

    private List<ScriptStatement> statements() {
        List<ScriptStatement> statements = new ArrayList<>();
        while (!ends()) {
            skipNewLines();
            if (peek().is("}") || ends()) {
                break;
            }
            if (takes("if")) {
                expression();
                statements.add(new ScriptStatement.Guarded(new ScriptExpression.Nothing(), block()));
            } else if (takes("else")) {
                if (!peek().is("if")) {
                    statements.add(new ScriptStatement.Guarded(new ScriptExpression.Nothing(), block()));
                }
            } else if (peek().is("{")) {
                statements.addAll(block());
                takes("{");
            } else {
                simple(statements);
            }
        }
        return statements;
    }

    private void simple(List<ScriptStatement> statements) {
        int before = place();
        ScriptExpression left = expression();
        boolean adds = peek().is("+=");
        if (left instanceof ScriptExpression.Name name && (adds || peek().is("="))) {
            take();
            skipNewLines();
            statements.add(new ScriptStatement.Assign(name.name(), adds, expression()));
        } else if (takes("-=")) {
            // What is taken out on one condition is in on another.
            skipNewLines();
            expression();
        } else if (left instanceof ScriptExpression.Call call
                && ScriptRun.name(call.callee()).equals("foreach")) {
            boolean named = call.arguments().size() == 2 && call.arguments().get(0) instanceof ScriptExpression.Name;
            if (named && call.arguments().get(0) instanceof ScriptExpression.Name name) {
                statements.add(new ScriptStatement.Each(
                        List.of(name.name()), call.arguments().get(1), call.block()));
            }
        } else {
            statements.add(new ScriptStatement.Evaluate(left));
            if (place() == before) {
                take();
            }
        }
    }
}
