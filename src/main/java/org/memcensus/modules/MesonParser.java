package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;

/** Parses the statements of a Meson script. */
final class MesonParser extends ScriptParser {
    private MesonParser(String text) {
        super(ScriptLexer.tokens(text));
    }

    /** The statements of a script. */
    static List<ScriptStatement> statements(String text) {
        MesonParser parser = new MesonParser(text);
        List<ScriptStatement> all = new ArrayList<>();
        while (!parser.ends()) {
            all.addAll(parser.statements());
            // An end of nothing.
            parser.take();
        }
        return all;
    }

    /** Statements up to a word that ends a block or a branch. */
    private List<ScriptStatement> statements() {
        List<ScriptStatement> statements = new ArrayList<>();
        while (!ends()) {
            skipNewLines();
            if (peek().is("elif") || peek().is("else") || peek().is("endif") || peek().is("endforeach") || ends()) {
                break;
            }
            if (takes("if")) {
                branches(statements);
            } else if (takes("foreach")) {
                loop(statements);
            } else {
                simple(statements);
            }
        }
        return statements;
    }

    private void branches(List<ScriptStatement> statements) {
        ScriptExpression condition = expression();
        skipLine();
        if (!opens()) {
            return;
        }
        statements.add(new ScriptStatement.Guarded(condition, statements()));
        while (peek().is("elif") || peek().is("else")) {
            condition = take().text().equals("elif") ? expression() : new ScriptExpression.Nothing();
            skipLine();
            statements.add(new ScriptStatement.Guarded(condition, statements()));
        }
        takes("endif");
        closes();
    }

    private void loop(List<ScriptStatement> statements) {
        List<String> names = new ArrayList<>();
        while (!ends() && !peek().is(":") && peek().kind() != ScriptToken.Kind.NEWLINE) {
            ScriptToken token = take();
            if (token.kind() == ScriptToken.Kind.NAME) {
                names.add(token.text());
            }
        }
        take();
        ScriptExpression items = expression();
        skipLine();
        if (names.isEmpty() || !opens()) {
            return;
        }
        statements.add(new ScriptStatement.Each(names, items, statements()));
        takes("endforeach");
        closes();
    }

    private void simple(List<ScriptStatement> statements) {
        ScriptExpression left = expression();
        boolean adds = peek().is("+=");
        if ((adds || peek().is("=")) && left instanceof ScriptExpression.Name name) {
            take();
            statements.add(new ScriptStatement.Assign(name.name(), adds, expression()));
        } else {
            statements.add(new ScriptStatement.Evaluate(left));
        }
        skipLine();
    }
}
