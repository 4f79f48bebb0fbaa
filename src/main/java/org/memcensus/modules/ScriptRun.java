package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Evaluates the statements of build scripts as far as names and files need it. Every branch of a condition is taken, and
 * what cannot be known is {@link #UNKNOWN}. What a call does is told by the build system's own reader.
 */
abstract class ScriptRun {
    /** What cannot be known. */
    static final ScriptValue UNKNOWN = new ScriptValue.Unknown();

    /** What the file of a library is called before its name. */
    private static final String LIB = "lib";

    private static final int MAX_TEXT = ScriptOperators.MAX_TEXT;
    private static final int STATEMENT_COST = 50;

    /** Statements and expressions in each other; hand-written scripts have a tenth of it. */
    private static final int MAX_DEPTH = 400;

    /** Paths of the tree. */
    final FileTree tree;

    final ReaderNotes notes;
    final Budget budget;
    final SourcePaths sources;
    final ScriptOperators operators;
    private final String system;
    private final FileReader reader;
    private final Map<String, Target> programs = new TreeMap<>();
    private final Map<String, Target> libraries = new TreeMap<>();
    private int depth;

    /**
     * A run over a tree.
     *
     * @param system name of the build system
     * @param tree its paths
     * @param reader gives the bytes of a file
     * @param notes hears what cannot be read
     * @param budget what it may cost, in characters looked at or put in
     */
    ScriptRun(String system, FileTree tree, FileReader reader, Consumer<Problem> notes, long budget) {
        this.system = system;
        this.tree = tree;
        this.reader = reader;
        this.notes = new ReaderNotes(notes);
        this.budget = new Budget(budget);
        this.operators = new ScriptOperators(this.budget);
        this.sources = new SourcePaths(tree, this.budget, this.notes);
    }

    /** The text of a script, null where it cannot be read or would cost too much. */
    final @Nullable String text(String path) {
        String text = BuildFile.text(path, reader, notes.sink());
        return text != null && budget.spend(text.length()) ? text : null;
    }

    /** A script that nothing has led to yet: a project of its own. */
    static ScriptPlace start(String path) {
        return new ScriptPlace(path, TreePath.parent(path), new ScriptScope(null), false, 0);
    }

    /** The target of a name in a directory, made where there is none; a library and a program may have the same. */
    final Target target(String directory, String name, ModuleKind kind, String path, int line) {
        boolean program = kind == ModuleKind.EXECUTABLE;
        Map<String, Target> like = program ? programs : libraries;
        return like.computeIfAbsent(
                LinkNames.label(directory, name), any -> new Target(system, name, kind, path, line));
    }

    /** All that was declared. A library of the name of a program is called by its file: libgit beside git. */
    final List<Declaration> declarations() {
        List<Declaration> declarations = new ArrayList<>();
        programs.values().stream()
                .filter(Target::counts)
                .map(Target::declaration)
                .forEach(declarations::add);
        libraries.forEach((label, target) -> {
            if (target.counts()) {
                Declaration library = target.declaration();
                declarations.add(programs.containsKey(label) ? library.named(LIB + library.name()) : library);
            }
        });
        return declarations.stream()
                .map(each -> each.linking(each.links().stream()
                        .map(link -> programs.containsKey(link) ? LinkNames.beside(link, LIB) : link)
                        .toList()))
                .toList();
    }

    /** What a call gives, and what it does. */
    abstract ScriptValue call(ScriptExpression.Call call, ScriptPlace place);

    /** A string with the references in it put in; the signs around them differ. */
    abstract String interpolate(String text, boolean open, ScriptPlace place);

    /** Puts in what stands between an opening and a closing sign, as far as it is known. */
    final String fill(String text, char opening, char closing, ScriptPlace place) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf(opening); start >= 0; start = text.indexOf(opening, at)) {
            int end = text.indexOf(closing, start + 1);
            if (end < 0 || out.length() > MAX_TEXT) {
                break;
            }
            out.append(text, at, start);
            if (place.scope().get(text.substring(start + 1, end).strip()) instanceof ScriptValue.Text value
                    && budget.spend(value.text().length())) {
                out.append(value.text());
            }
            at = end + 1;
        }
        return out.append(text, at, text.length()).toString();
    }

    /** What divided strings are: Meson joins paths. */
    ScriptValue divide(ScriptValue left, ScriptValue right) {
        return UNKNOWN;
    }

    /** What a function or method is called: {@code shared_library}, {@code Program}. */
    static String name(ScriptExpression callee) {
        if (callee instanceof ScriptExpression.Name name) {
            return name.name();
        }
        return callee instanceof ScriptExpression.Member member ? member.name() : "";
    }

    /** Does statements in order. */
    final void run(List<ScriptStatement> statements, ScriptPlace place) {
        if (depth >= MAX_DEPTH) {
            return;
        }
        depth++;
        for (ScriptStatement statement : statements) {
            if (!budget.spend(STATEMENT_COST)) {
                notes.add(place.path(), "build files too costly to read: some declarations are left out");
                break;
            }
            if (statement instanceof ScriptStatement.Assign assign) {
                assign(assign, place);
            } else if (statement instanceof ScriptStatement.Evaluate evaluate) {
                evaluate(evaluate.expression(), place);
            } else if (statement instanceof ScriptStatement.Guarded guarded) {
                guarded(guarded, place);
            } else if (statement instanceof ScriptStatement.Each each) {
                each(each, place);
            }
        }
        depth--;
    }

    /** A branch is taken unless its condition is surely false. */
    private void guarded(ScriptStatement.Guarded guarded, ScriptPlace place) {
        ScriptValue condition = evaluate(guarded.condition(), place);
        boolean known = condition instanceof ScriptValue.Text;
        if (known && ((ScriptValue.Text) condition).answers(false)) {
            return;
        }
        boolean sure = known && ((ScriptValue.Text) condition).answers(true);
        run(guarded.body(), sure ? place : place.guarded());
    }

    private void assign(ScriptStatement.Assign assign, ScriptPlace place) {
        ScriptValue value = evaluate(assign.value(), place);
        ScriptValue old = place.scope().get(assign.name());
        boolean union = assign.adds() || (place.conditional() && old != null);
        ScriptValue result = union && old != null ? operators.added(old, value, assign.adds()) : operators.copy(value);
        boolean unsure = place.conditional() && result instanceof ScriptValue.Text;
        place.scope().set(assign.name(), unsure ? ((ScriptValue.Text) result).unsure() : result);
    }

    private void each(ScriptStatement.Each each, ScriptPlace place) {
        ScriptValue items = evaluate(each.items(), place);
        if (items instanceof ScriptValue.Table table) {
            for (Map.Entry<String, ScriptValue> entry :
                    new ArrayList<>(table.entries().entrySet())) {
                place.scope().set(each.names().get(0), new ScriptValue.Text(entry.getKey(), place.path(), 1));
                if (each.names().size() > 1) {
                    place.scope().set(each.names().get(1), entry.getValue());
                }
                run(each.body(), place.inside());
            }
        } else if (items instanceof ScriptValue.Items list && !list.items().isEmpty()) {
            for (ScriptValue item : List.copyOf(list.items())) {
                if (budget.empty()) {
                    return;
                }
                bind(each.names(), item, place.scope());
                run(each.body(), place.inside());
            }
        } else {
            run(each.body(), place.guarded());
        }
    }

    private static void bind(List<String> names, ScriptValue item, ScriptScope scope) {
        if (names.size() == 1) {
            scope.set(names.get(0), item);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            boolean has =
                    item instanceof ScriptValue.Items items && items.items().size() > i;
            scope.set(names.get(i), has ? ((ScriptValue.Items) item).items().get(i) : UNKNOWN);
        }
    }

    /** What an expression gives. */
    final ScriptValue evaluate(ScriptExpression expression, ScriptPlace place) {
        if (!budget.spend(2) || depth >= MAX_DEPTH) {
            return UNKNOWN;
        }
        depth++;
        ScriptValue value = value(expression, place);
        depth--;
        return value;
    }

    private ScriptValue value(ScriptExpression expression, ScriptPlace place) {
        if (expression instanceof ScriptExpression.Text text) {
            String value = interpolate(text.text(), text.open(), place);
            return new ScriptValue.Text(value, place.path(), text.line());
        } else if (expression instanceof ScriptExpression.Name name) {
            ScriptValue value = place.scope().get(name.name());
            return value == null ? UNKNOWN : value;
        } else if (expression instanceof ScriptExpression.Items items) {
            ScriptValue.Items list = new ScriptValue.Items();
            items.items().forEach(item -> list.items().add(evaluate(item, place)));
            return list;
        } else if (expression instanceof ScriptExpression.Table table) {
            return table(table, place);
        } else if (expression instanceof ScriptExpression.Call call) {
            return call(call, place);
        } else if (expression instanceof ScriptExpression.Index index) {
            return ScriptOperators.item(evaluate(index.object(), place), evaluate(index.index(), place));
        } else if (expression instanceof ScriptExpression.Operation operation) {
            return operate(operation, place);
        } else if (expression instanceof ScriptExpression.Choice choice) {
            ScriptValue one = evaluate(choice.one(), place);
            ScriptValue other = evaluate(choice.other(), place);
            return one instanceof ScriptValue.Items
                    ? operators.added(operators.copy(one), other, false)
                    : operators.added(one, other, false);
        } else if (expression instanceof ScriptExpression.Mapped mapped) {
            return map(mapped, place);
        } else if (expression instanceof ScriptExpression.Member member) {
            ScriptValue value = place.scope().get(memberName(member));
            return value == null ? UNKNOWN : value;
        }
        return UNKNOWN;
    }

    /** The name that a member's value is kept by: {@code env.sources}. */
    static String memberName(ScriptExpression.Member member) {
        return name(member.object()) + "." + member.name();
    }

    private ScriptValue table(ScriptExpression.Table table, ScriptPlace place) {
        ScriptValue.Table value = new ScriptValue.Table();
        for (int i = 0; i < table.keys().size(); i++) {
            if (evaluate(table.keys().get(i), place) instanceof ScriptValue.Text key) {
                value.entries().put(key.text(), evaluate(table.values().get(i), place));
            }
        }
        return value;
    }

    private ScriptValue operate(ScriptExpression.Operation operation, ScriptPlace place) {
        ScriptValue left = evaluate(operation.left(), place);
        ScriptValue right = evaluate(operation.right(), place);
        return operation.sign().equals("/") ? divide(left, right) : operators.operate(operation.sign(), left, right);
    }

    private ScriptValue map(ScriptExpression.Mapped mapped, ScriptPlace place) {
        ScriptValue.Items result = new ScriptValue.Items();
        if (evaluate(mapped.items(), place) instanceof ScriptValue.Items items) {
            ScriptPlace inner = place.with(new ScriptScope(place.scope()));
            for (ScriptValue item : List.copyOf(items.items())) {
                if (!budget.spend(STATEMENT_COST)) {
                    break;
                }
                inner.scope().set(mapped.name(), item);
                operators.append(result, evaluate(mapped.item(), inner));
            }
        }
        return result;
    }

    /** The values of a call's arguments in order. */
    final List<ScriptValue> arguments(ScriptExpression.Call call, ScriptPlace place) {
        List<ScriptValue> values = new ArrayList<>();
        call.arguments().forEach(argument -> values.add(evaluate(argument, place)));
        return values;
    }

    /** A named argument's value; UNKNOWN where it is not given. */
    final ScriptValue named(ScriptExpression.Call call, String name, ScriptPlace place) {
        ScriptExpression value = call.named().get(name);
        return value == null ? UNKNOWN : evaluate(value, place);
    }
}
