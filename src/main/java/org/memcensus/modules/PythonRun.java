package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the lists of a build script without running it: every branch counts, a loop over a known list is gone through, and
 * what cannot be known stays unknown. The functions of a build system are told to it.
 */
final class PythonRun {
    /** Nested expressions and loops that are followed; people stay far below. */
    private static final int MAX_DEPTH = 200;

    private static final int MAX_LOOPS = 5;

    /** A string longer than this is no file name. Characters. */
    private static final int MAX_TEXT = 4000;

    private final Functions functions;
    private final Budget budget;
    private final boolean inFunctions;
    private final Map<String, PythonValue> variables = new HashMap<>();
    private int depth;

    /**
     * A run with no variables.
     *
     * @param functions what functions give
     * @param budget what it may cost
     * @param inFunctions whether the bodies of functions are followed as if they stood outside
     */
    PythonRun(Functions functions, Budget budget, boolean inFunctions) {
        this.functions = functions;
        this.budget = budget;
        this.inFunctions = inFunctions;
    }

    /** Functions of a build system. */
    @FunctionalInterface
    interface Functions {
        /**
         * What a call gives, or null where it is none of the build system's functions.
         *
         * @param name its name with dots, as written
         */
        @Nullable
        PythonValue call(String name, Arguments arguments);
    }

    /**
     * Arguments of a call.
     *
     * @param list those without a name
     * @param named those with a name
     * @param line line of the call, from 1
     */
    record Arguments(List<PythonValue> list, Map<String, PythonValue> named, int line) {
        /** An argument by its name, else by its place. */
        PythonValue get(String name, int place) {
            PythonValue value = named.get(name);
            return value != null ? value : place < list.size() ? list.get(place) : PythonValue.unknown();
        }

        /** An argument by its name. */
        PythonValue get(String name) {
            return get(name, Integer.MAX_VALUE);
        }
    }

    /** The value of a variable. */
    PythonValue variable(String name) {
        return variables.getOrDefault(name, PythonValue.unknown());
    }

    /** Gives a variable a value. */
    void set(String name, PythonValue value) {
        variables.put(name, value);
    }

    /** Follows statements; false where the budget ended first. The last value is the script's own, where it is data. */
    boolean run(List<PythonStatement> statements) {
        run(statements, 0);
        return !budget.empty();
    }

    private void run(List<PythonStatement> statements, int loops) {
        int branch = Integer.MAX_VALUE;
        int branchLine = 0;
        for (int i = 0; i < statements.size() && budget.spend(10); i++) {
            PythonStatement statement = statements.get(i);
            if (statement.column() <= branch && statement.line() != branchLine) {
                branch = Integer.MAX_VALUE;
            }
            switch (statement.kind()) {
                case IMPORT -> {}
                case BRANCH -> {
                    branch = statement.column();
                    branchLine = statement.line();
                }
                case FUNCTION -> i = inFunctions ? i : body(statements, i) - 1;
                case LOOP -> {
                    int end = body(statements, i);
                    loop(statement, statements.subList(i + 1, end), loops);
                    i = end - 1;
                }
                default -> assign(statement, branch < Integer.MAX_VALUE);
            }
        }
    }

    /** Index behind the body of a loop or function. */
    private static int body(List<PythonStatement> statements, int head) {
        PythonStatement first = statements.get(head);
        int end = head + 1;
        while (end < statements.size()
                && (statements.get(end).column() > first.column()
                        || statements.get(end).line() == first.line())) {
            end++;
        }
        return end;
    }

    private void loop(PythonStatement head, List<PythonStatement> body, int loops) {
        PythonValue source = head.value() == null ? PythonValue.unknown() : value(head.value());
        List<PythonValue> items = elements(source);
        if (loops >= MAX_LOOPS || items.isEmpty()) {
            bind(head.names(), PythonValue.unknown());
            if (loops < MAX_LOOPS) {
                run(body, loops + 1);
            }
            return;
        }
        for (PythonValue item : items) {
            if (budget.empty()) {
                return;
            }
            bind(head.names(), item);
            run(body, loops + 1);
        }
    }

    /** What a loop goes over: a dictionary gives its keys. */
    private static List<PythonValue> elements(PythonValue source) {
        if (source instanceof PythonValue.Table table) {
            return table.entries().keySet().stream()
                    .<PythonValue>map(PythonValue.Text::new)
                    .toList();
        }
        return source instanceof PythonValue.Items items ? items.items() : List.of();
    }

    private void bind(List<String> names, PythonValue item) {
        for (int i = 0; i < names.size(); i++) {
            PythonValue part = item;
            if (names.size() > 1) {
                List<PythonValue> parts = item instanceof PythonValue.Items items ? items.items() : List.of();
                part = i < parts.size() ? parts.get(i) : PythonValue.unknown();
            }
            variables.put(names.get(i), part);
        }
    }

    private void assign(PythonStatement statement, boolean alternative) {
        if (statement.value() == null) {
            return;
        }
        PythonValue value = value(statement.value());
        for (String name : statement.names()) {
            if (statement.kind() == PythonStatement.Kind.ADD) {
                variables.put(name, plus(variable(name), value));
            } else {
                variables.put(name, alternative ? either(variable(name), value) : value);
            }
        }
    }

    private PythonValue either(PythonValue one, PythonValue other) {
        spend(one);
        spend(other);
        return budget.empty() ? PythonValue.unknown() : PythonValue.either(one, other);
    }

    private void spend(PythonValue value) {
        budget.spend(1 + value.values().size());
    }

    /** What an expression comes to. */
    PythonValue value(PythonExpression expression) {
        if (depth > MAX_DEPTH || !budget.spend(1)) {
            return PythonValue.unknown();
        }
        depth++;
        PythonValue value = known(expression);
        depth--;
        return value;
    }

    private PythonValue known(PythonExpression expression) {
        if (expression instanceof PythonExpression.Text text) {
            boolean braces = text.text().indexOf('{') >= 0 && text.text().length() <= MAX_TEXT;
            return new PythonValue.Text(braces ? PythonFunctions.filled(text.text(), this::variable) : text.text());
        } else if (expression instanceof PythonExpression.Name name) {
            return variable(name.name());
        } else if (expression instanceof PythonExpression.Items items) {
            return items(items.items());
        } else if (expression instanceof PythonExpression.Pairs pairs) {
            return pairs(pairs);
        } else if (expression instanceof PythonExpression.Call call) {
            return call(call);
        } else if (expression instanceof PythonExpression.Member member) {
            String name = PythonExpression.dotted(member);
            return name == null ? PythonValue.unknown() : variable(name);
        } else if (expression instanceof PythonExpression.Element element) {
            return element(value(element.base()), value(element.key()));
        } else if (expression instanceof PythonExpression.Operation operation) {
            return operation(operation);
        } else if (expression instanceof PythonExpression.Each each) {
            return each(each);
        }
        return PythonValue.unknown();
    }

    private PythonValue items(List<PythonExpression> expressions) {
        List<PythonValue> values = new ArrayList<>();
        expressions.forEach(item -> values.add(value(item)));
        return new PythonValue.Items(values);
    }

    private PythonValue pairs(PythonExpression.Pairs pairs) {
        Map<String, PythonValue> entries = new LinkedHashMap<>();
        for (int i = 0; i < pairs.keys().size(); i++) {
            String key = value(pairs.keys().get(i)).text();
            entries.put(key == null ? "?" + i : key, value(pairs.values().get(i)));
        }
        return new PythonValue.Table(entries);
    }

    private PythonValue each(PythonExpression.Each each) {
        List<PythonValue> values = new ArrayList<>();
        List<PythonValue> items = elements(value(each.source()));
        for (PythonValue item : items.isEmpty() ? List.of(PythonValue.unknown()) : items) {
            if (budget.empty()) {
                break;
            }
            bind(each.variables(), item);
            values.add(value(each.item()));
        }
        return new PythonValue.Items(values);
    }

    private PythonValue element(PythonValue base, PythonValue key) {
        if (base instanceof PythonValue.Table table) {
            String name = key.text();
            if (name != null && table.entries().containsKey(name)) {
                return table.at(name);
            }
            PythonValue any = PythonValue.unknown();
            for (PythonValue value : table.values()) {
                any = either(any, value);
            }
            return any;
        }
        return PythonValue.unknown();
    }

    private PythonValue operation(PythonExpression.Operation operation) {
        PythonValue left = value(operation.left());
        PythonValue right = value(operation.right());
        return switch (operation.operator()) {
            case '+' -> plus(left, right);
            case '/' -> PythonFunctions.path(List.of(left, right));
            case '%' ->
                PythonFunctions.format(left, right instanceof PythonValue.Items all ? all.items() : List.of(right));
            default -> either(left, right);
        };
    }

    private PythonValue plus(PythonValue left, PythonValue right) {
        if (left instanceof PythonValue.Text one && right instanceof PythonValue.Text two) {
            boolean fits = one.text().length() + two.text().length() <= MAX_TEXT;
            return fits ? new PythonValue.Text(one.text() + two.text()) : PythonValue.unknown();
        }
        if (left instanceof PythonValue.Unknown
                && right instanceof PythonValue.Text two
                && two.text().startsWith("/")) {
            // A directory that only a run would know: most often the one of the script.
            return new PythonValue.Text(two.text().substring(1));
        }
        boolean strings = left instanceof PythonValue.Text || right instanceof PythonValue.Text;
        return strings ? eachPlus(left, right) : either(left, right);
    }

    /** A string and one of several: each of them with it. */
    private PythonValue eachPlus(PythonValue left, PythonValue right) {
        List<PythonValue> sums = new ArrayList<>();
        for (String one : left.texts()) {
            for (String two : right.texts()) {
                if (budget.spend(1) && one.length() + two.length() <= MAX_TEXT) {
                    sums.add(new PythonValue.Text(one + two));
                }
            }
        }
        return sums.isEmpty() ? PythonValue.unknown() : new PythonValue.Items(sums);
    }

    private PythonValue call(PythonExpression.Call call) {
        List<PythonValue> list = new ArrayList<>();
        call.arguments().forEach(argument -> list.add(value(argument)));
        Map<String, PythonValue> named = new LinkedHashMap<>();
        call.named().forEach(argument -> named.put(argument.name(), value(argument.value())));
        String name = PythonExpression.dotted(call.function());
        if (name != null) {
            PythonValue own = functions.call(name, new Arguments(list, named, call.line()));
            if (own != null) {
                spend(own);
                return own;
            }
        }
        if (call.function() instanceof PythonExpression.Member member) {
            PythonValue changed = change(member, list);
            if (changed != null) {
                return changed;
            }
            PythonValue result = PythonFunctions.method(member.name(), value(member.base()), name, list);
            spend(result);
            return result;
        }
        PythonValue result = name == null ? PythonValue.unknown() : PythonFunctions.plain(name, list, named);
        spend(result);
        return result;
    }

    /** Adds to the list that a variable holds; null where the call does nothing of that kind. */
    private @Nullable PythonValue change(PythonExpression.Member member, List<PythonValue> list) {
        String variable = PythonExpression.dotted(member.base());
        if (variable == null || list.isEmpty()) {
            return null;
        }
        PythonValue more = list.get(list.size() - 1);
        switch (member.name()) {
            case "append", "insert", "add" ->
                variables.put(variable, either(variable(variable), new PythonValue.Items(List.of(more))));
            case "extend", "update" -> variables.put(variable, either(variable(variable), more));
            default -> {
                return null;
            }
        }
        return PythonValue.unknown();
    }
}
