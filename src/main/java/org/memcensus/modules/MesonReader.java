package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads the targets of Meson: libraries, programs and modules, with the variables, lists, dictionaries and loops that lead to
 * their names and files. A target that a loop makes of a dictionary is declared where the dictionary names it.
 */
final class MesonReader implements BuildReader {
    private static final String SCRIPT = "meson.build";

    /** Characters that may be looked at and put in, over all files; the 135 files of systemd cost an eighth of it. */
    private static final long BUDGET = 32L << 20;

    private static final Map<String, ModuleKind> TARGETS = Map.of(
            "library", ModuleKind.LIBRARY,
            "shared_library", ModuleKind.LIBRARY,
            "static_library", ModuleKind.LIBRARY,
            "both_libraries", ModuleKind.LIBRARY,
            "build_target", ModuleKind.LIBRARY,
            "shared_module", ModuleKind.PLUGIN,
            "extension_module", ModuleKind.PLUGIN,
            "executable", ModuleKind.EXECUTABLE);

    /** Arguments that name what is linked. */
    private static final List<String> LINKS = List.of("link_with", "link_whole", "dependencies");

    @Override
    public String name() {
        return "meson";
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(SCRIPT) && TreePath.name(path).equals(SCRIPT);
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        Run run = new Run(name(), tree, reader, notes);
        List<String> topFirst = new ArrayList<>(buildFiles);
        topFirst.sort(Comparator.comparingInt(TreePath::depth).thenComparing(Comparator.naturalOrder()));
        for (String path : topFirst) {
            // What no script leads to, or one in a way that is not seen, is a project of its own.
            run.script(TreePath.parent(path), ScriptRun.start(path));
        }
        return run.declarations();
    }

    /** One reading of all scripts of a tree. */
    private static final class Run extends ScriptRun {
        private static final int MAX_DEPTH = 30;

        /** Where its name is kept; no variable is called so. */
        private static final String PROJECT = "project()";

        private final Set<String> visited = new HashSet<>();

        Run(String system, FileTree tree, FileReader reader, Consumer<Problem> notes) {
            super(system, tree, reader, notes, BUDGET);
        }

        private void script(String directory, ScriptPlace from) {
            String path = TreePath.join(directory, SCRIPT);
            if (!tree.contains(path) || !visited.add(path)) {
                return;
            }
            if (from.depth() >= MAX_DEPTH) {
                notes.add(from.path(), "build files nested more than " + MAX_DEPTH + " deep: " + path + " is not read");
                return;
            }
            String text = text(path);
            if (text != null) {
                run(
                        MesonParser.statements(text),
                        new ScriptPlace(path, directory, from.scope(), from.conditional(), from.depth() + 1));
            }
        }

        @Override
        ScriptValue call(ScriptExpression.Call call, ScriptPlace place) {
            String name = name(call.callee());
            ModuleKind kind = TARGETS.get(name);
            if (kind != null) {
                return declare(kind, call, place);
            }
            if (call.callee() instanceof ScriptExpression.Member member) {
                return method(member, call, place);
            }
            return switch (name) {
                case "files" -> files(arguments(call, place), place);
                case "project" -> {
                    List<ScriptValue> arguments = arguments(call, place);
                    place.scope().set(PROJECT, arguments.isEmpty() ? UNKNOWN : arguments.get(0));
                    yield UNKNOWN;
                }
                case "declare_dependency" -> linked(call, place);
                case "subdir" -> {
                    for (ScriptValue argument : arguments(call, place)) {
                        if (argument instanceof ScriptValue.Text text) {
                            String directory = sources.resolve(place.path(), place.directory(), text.text());
                            if (directory != null) {
                                script(directory, place);
                            }
                        }
                    }
                    yield UNKNOWN;
                }
                case "join_paths" -> {
                    ScriptValue path = UNKNOWN;
                    List<ScriptValue> parts = arguments(call, place);
                    for (int i = 0; i < parts.size(); i++) {
                        path = i == 0 ? parts.get(0) : divide(path, parts.get(i));
                    }
                    yield path;
                }
                case "set_variable" -> {
                    List<ScriptValue> arguments = arguments(call, place);
                    if (arguments.size() == 2 && arguments.get(0) instanceof ScriptValue.Text variable) {
                        place.scope().set(variable.text(), arguments.get(1));
                    }
                    yield UNKNOWN;
                }
                case "get_variable" -> {
                    List<ScriptValue> arguments = arguments(call, place);
                    ScriptValue value = !arguments.isEmpty() && arguments.get(0) instanceof ScriptValue.Text variable
                            ? place.scope().get(variable.text())
                            : null;
                    yield value != null ? value : arguments.size() > 1 ? arguments.get(1) : UNKNOWN;
                }
                default -> UNKNOWN;
            };
        }

        /** Files as seen from here, as paths that mean the same elsewhere. */
        private ScriptValue files(List<ScriptValue> values, ScriptPlace place) {
            ScriptValue.Items files = new ScriptValue.Items();
            for (ScriptValue value : values) {
                for (ScriptValue.Text text : value.texts()) {
                    String path = sources.resolve(place.path(), place.directory(), text.text());
                    if (path != null) {
                        operators.append(
                                files, new ScriptValue.Text(SourcePaths.ROOT + path, text.path(), text.line()));
                    }
                }
            }
            return files;
        }

        private ScriptValue method(ScriptExpression.Member member, ScriptExpression.Call call, ScriptPlace place) {
            String name = member.name();
            if (name.endsWith("_source_dir") || name.endsWith("_root") || name.endsWith("_build_dir")) {
                String directory = name.startsWith("current") ? place.directory() : "";
                return new ScriptValue.Text(SourcePaths.ROOT + directory, place.path(), call.line());
            }
            if (name.equals("project_name")) {
                ScriptValue project = place.scope().get(PROJECT);
                return project == null ? UNKNOWN : project;
            }
            if (name.equals("source_set")) {
                return new ScriptValue.Items();
            }
            if (name.startsWith("extract_") && member.object() instanceof ScriptExpression.Call) {
                return UNKNOWN; // a library that is only compiled for its objects is none
            }
            ScriptValue object = evaluate(member.object(), place);
            List<ScriptValue> arguments = arguments(call, place);
            if (name.equals("stem") && !arguments.isEmpty()) {
                List<ScriptValue.Text> files = arguments.get(0).texts();
                return files.isEmpty()
                        ? UNKNOWN
                        : files.get(0).with(TreePath.stem(files.get(0).text()));
            }
            if (object instanceof ScriptValue.Items items) {
                switch (name) {
                    case "add", "add_all" -> {
                        List<ScriptValue> added = new ArrayList<>(arguments);
                        added.add(named(call, "if_true", place));
                        added.add(named(call, "if_false", place));
                        added.forEach(value -> operators.append(items, files(List.of(value), place)));
                        return UNKNOWN;
                    }
                    // What is chosen from a set of sources is all of it: every branch counts.
                    case "apply", "sources", "all_sources" -> {
                        return items;
                    }
                    case "get" -> {
                        return arguments.isEmpty() ? UNKNOWN : ScriptOperators.item(items, arguments.get(0));
                    }
                    default -> {
                        return UNKNOWN;
                    }
                }
            }
            if (object instanceof ScriptValue.Table table) {
                if (name.equals("keys")) {
                    ScriptValue.Items keys = new ScriptValue.Items();
                    table.entries()
                            .keySet()
                            .forEach(key -> operators.append(keys, new ScriptValue.Text(key, place.path(), 1)));
                    return keys;
                }
                ScriptValue value = name.equals("get") && !arguments.isEmpty()
                        ? ScriptOperators.item(table, arguments.get(0))
                        : UNKNOWN;
                return value instanceof ScriptValue.Unknown && arguments.size() > 1 ? arguments.get(1) : value;
            }
            return object instanceof ScriptValue.Text text ? text(text, name, arguments) : UNKNOWN;
        }

        private ScriptValue text(ScriptValue.Text text, String method, List<ScriptValue> arguments) {
            String value = text.text();
            if (!budget.spend(value.length())) {
                return UNKNOWN;
            }
            switch (method) {
                case "format" -> {
                    for (int i = 0; i < Math.min(arguments.size(), 10); i++) {
                        String put = arguments.get(i) instanceof ScriptValue.Text argument ? argument.text() : "";
                        if (value.length() + put.length() < 4096 && budget.spend(value.length())) {
                            String filled = value.replace("@" + i + "@", put);
                            value = filled.length() < 4096 ? filled : value;
                        }
                    }
                    return text.with(value).unsure();
                }
                case "startswith", "endswith", "contains" -> {
                    if (!text.sure() || arguments.size() != 1 || !(arguments.get(0) instanceof ScriptValue.Text part)) {
                        return UNKNOWN;
                    }
                    return ScriptValue.Text.of(
                            switch (method) {
                                case "startswith" -> value.startsWith(part.text());
                                case "endswith" -> value.endsWith(part.text());
                                default -> value.contains(part.text());
                            });
                }
                case "underscorify" -> value = MakeFile.canonical(value);
                case "strip", "to_string" -> value = value.strip();
                case "split" -> {
                    ScriptValue.Items words = new ScriptValue.Items();
                    MakeVariables.split(value)
                            .forEach(word ->
                                    operators.append(words, new ScriptValue.Text(word, text.path(), text.line())));
                    return words;
                }
                case "replace" -> {
                    if (arguments.size() == 2
                            && arguments.get(0) instanceof ScriptValue.Text from
                            && arguments.get(1) instanceof ScriptValue.Text to
                            && budget.spend(value.length() * (to.text().length() + 1L))) {
                        value = value.length() > 4096 ? value : value.replace(from.text(), to.text());
                    }
                }
                default -> {
                    return UNKNOWN;
                }
            }
            return text.with(value);
        }

        @Override
        ScriptValue divide(ScriptValue left, ScriptValue right) {
            if (left instanceof ScriptValue.Text one && right instanceof ScriptValue.Text other) {
                boolean absolute = other.text().startsWith("/");
                boolean fits = one.text().length() + other.text().length() < 4096;
                return absolute || !fits ? other : one.with(one.text() + "/" + other.text());
            }
            return UNKNOWN;
        }

        @Override
        String interpolate(String text, boolean open, ScriptPlace place) {
            return open ? fill(text, '@', '@', place) : text;
        }

        /** The targets that a call links, as labels; libraries from outside the tree are not known. */
        private ScriptValue.Items linked(ScriptExpression.Call call, ScriptPlace place) {
            ScriptValue.Items linked = new ScriptValue.Items();
            ScriptValue more = named(call, "kwargs", place);
            for (String argument : LINKS) {
                operators.append(linked, named(call, argument, place));
                if (more instanceof ScriptValue.Table table) {
                    operators.append(linked, table.entries().getOrDefault(argument, UNKNOWN));
                }
            }
            return linked;
        }

        /** Declares a target, and gives the label that others link it by. */
        private ScriptValue declare(ModuleKind kind, ScriptExpression.Call call, ScriptPlace place) {
            List<ScriptValue> arguments = arguments(call, place);
            ScriptValue more = named(call, "kwargs", place);
            List<ScriptValue> files =
                    new ArrayList<>(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
            files.add(named(call, "sources", place));
            if (more instanceof ScriptValue.Table table) {
                files.add(table.entries().getOrDefault("sources", UNKNOWN));
            }
            ScriptValue.Text name = arguments.isEmpty() ? null : text(arguments.get(0));
            String plain = name == null ? "" : plain(name.text());
            if (name == null || plain.isEmpty()) {
                notes.add(
                        place.path(),
                        "target at line " + call.line() + " has a name that is not known before Meson runs");
                return UNKNOWN;
            }
            List<String> words = new ArrayList<>();
            for (ScriptValue value : files) {
                value.texts().forEach(text -> words.add(text.text()));
            }
            // A loop at the top declares what dictionaries below it describe: they are the place to look at.
            boolean told = TreePath.within(name.path(), place.directory())
                    && !name.path().equals(place.path());
            String path = told ? name.path() : place.path();
            int line = told ? name.line() : call.line();
            Target target = target(TreePath.parent(path), plain, kind, path, line);
            target.add(sources.files(place.path(), place.directory(), words));
            if (installs(call)) {
                target.deliver();
            } else if (isTrue(call, "native")) {
                target.runWhileBuilding();
            }
            target.addLinks(linked(call, place).texts().stream()
                    .map(ScriptValue.Text::text)
                    .toList());
            return new ScriptValue.Text(LinkNames.label(TreePath.parent(path), plain), path, line);
        }

        /** Whether it says so itself: what an option decides is not known. */
        private static boolean installs(ScriptExpression.Call call) {
            return isTrue(call, "install");
        }

        private static boolean isTrue(ScriptExpression.Call call, String argument) {
            return call.named().get(argument) instanceof ScriptExpression.Name answer
                    && answer.name().equals("true");
        }

        /** A name without what stood beside a part that is not known. */
        private static String plain(String name) {
            int end = Math.min(name.length(), 200);
            while (end > 0 && !Character.isLetterOrDigit(name.charAt(end - 1)) && name.charAt(end - 1) != '+') {
                end--;
            }
            int start = 0;
            while (start < end && (name.charAt(start) == '-' || name.charAt(start) == '.')) {
                start++;
            }
            return TreePath.name(name.substring(start, end));
        }

        private static ScriptValue.@Nullable Text text(ScriptValue value) {
            return value instanceof ScriptValue.Text text ? text : null;
        }
    }
}
