package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.Glob;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads the targets of SCons: calls of its builders with a name and a list of sources, also where variables, {@code Glob},
 * {@code Split} and other scripts lead to them. Python itself is not run.
 */
final class SconsReader implements BuildReader {
    private static final Set<String> NAMES = Set.of("SConstruct", "Sconstruct", "SConscript", "Sconscript", "SCsub");

    /** Characters that may be looked at and put in, over all files. */
    private static final long BUDGET = 16L << 20;

    private static final Map<String, ModuleKind> BUILDERS = Map.of(
            "Program", ModuleKind.EXECUTABLE,
            "add_program", ModuleKind.EXECUTABLE,
            "Library", ModuleKind.LIBRARY,
            "StaticLibrary", ModuleKind.LIBRARY,
            "SharedLibrary", ModuleKind.LIBRARY,
            "add_library", ModuleKind.LIBRARY,
            "add_shared_library", ModuleKind.LIBRARY,
            "LoadableModule", ModuleKind.PLUGIN);

    @Override
    public String name() {
        return "scons";
    }

    @Override
    public boolean reads(String path) {
        return NAMES.contains(TreePath.name(path));
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        Run run = new Run(name(), tree, reader, notes);
        List<String> topFirst = new ArrayList<>(buildFiles);
        topFirst.sort(Comparator.comparingInt(TreePath::depth).thenComparing(Comparator.naturalOrder()));
        for (String path : topFirst) {
            run.script(path, ScriptRun.start(path));
        }
        return run.declarations();
    }

    /** One reading of all scripts of a tree. */
    private static final class Run extends ScriptRun {
        private static final int MAX_DEPTH = 30;

        private final Set<String> visited = new HashSet<>();
        private ScriptValue returned = UNKNOWN;

        Run(String system, FileTree tree, FileReader reader, Consumer<Problem> notes) {
            super(system, tree, reader, notes, BUDGET);
        }

        /** Reads a script once; gives what it returns. */
        private ScriptValue script(String path, ScriptPlace from) {
            if (!tree.contains(path) || !visited.add(path)) {
                return UNKNOWN;
            }
            if (from.depth() >= MAX_DEPTH) {
                notes.add(from.path(), "build files nested more than " + MAX_DEPTH + " deep: " + path + " is not read");
                return UNKNOWN;
            }
            String text = text(path);
            if (text == null) {
                return UNKNOWN;
            }
            returned = UNKNOWN;
            ScriptScope scope = new ScriptScope(from.scope());
            run(
                    SconsParser.statements(text),
                    new ScriptPlace(path, TreePath.parent(path), scope, false, from.depth() + 1));
            return returned;
        }

        @Override
        ScriptValue call(ScriptExpression.Call call, ScriptPlace place) {
            String name = name(call.callee());
            ModuleKind kind = BUILDERS.get(name);
            if (kind != null) {
                declare(kind, call, place);
                return UNKNOWN;
            }
            List<ScriptValue> arguments = arguments(call, place);
            switch (name) {
                case "SConscript" -> {
                    return scripts(call, arguments, place);
                }
                case "Return" -> {
                    ScriptValue.Items all = new ScriptValue.Items();
                    for (ScriptValue argument : arguments) {
                        for (ScriptValue.Text text : argument.texts()) {
                            for (String variable : MakeVariables.split(text.text())) {
                                ScriptValue value = place.scope().get(variable);
                                operators.append(all, value == null ? UNKNOWN : rooted(value, place));
                            }
                        }
                    }
                    returned = all;
                }
                case "Glob" -> {
                    return glob(arguments, place);
                }
                case "Split" -> {
                    return split(arguments);
                }
                // Objects stand for their sources.
                case "Object", "StaticObject", "SharedObject", "File", "list", "sorted", "set" -> {
                    ScriptValue source = named(call, "source", place);
                    return !(source instanceof ScriptValue.Unknown)
                            ? source
                            : arguments.isEmpty() ? UNKNOWN : arguments.get(arguments.size() - 1);
                }
                case "join" -> {
                    return joined(arguments);
                }
                case "add_source_files" -> {
                    if (arguments.size() > 1 && arguments.get(0) instanceof ScriptValue.Items list) {
                        operators.append(list, glob(arguments.subList(1, arguments.size()), place));
                    }
                }
                case "append", "extend", "Append" -> {
                    if (call.callee() instanceof ScriptExpression.Member member
                            && evaluate(member.object(), place) instanceof ScriptValue.Items list) {
                        arguments.forEach(argument -> operators.append(list, rooted(argument, place)));
                    }
                }
                default -> {}
            }
            return UNKNOWN;
        }

        private ScriptValue scripts(ScriptExpression.Call call, List<ScriptValue> arguments, ScriptPlace place) {
            ScriptValue.Items results = new ScriptValue.Items();
            List<ScriptValue.Text> paths = new ArrayList<>((arguments.isEmpty() ? UNKNOWN : arguments.get(0)).texts());
            for (ScriptValue.Text directory : named(call, "dirs", place).texts()) {
                paths.add(directory.with(directory.text() + "/SConscript"));
            }
            for (ScriptValue.Text text : paths) {
                String path = sources.resolve(place.path(), place.directory(), word(text.text()));
                if (path != null) {
                    operators.append(results, script(path, place));
                }
            }
            return results;
        }

        /** A path as others write it: {@code #} is the top. */
        private static String word(String text) {
            return text.startsWith("#") ? SourcePaths.ROOT + text.substring(1) : text;
        }

        /** Files as seen from here, as paths that mean the same elsewhere: scripts hand lists to each other. */
        private ScriptValue rooted(ScriptValue value, ScriptPlace place) {
            ScriptValue.Items files = new ScriptValue.Items();
            for (ScriptValue.Text text : value.texts()) {
                String path = SourcePaths.place(place.directory(), word(text.text()));
                boolean file = path != null && tree.contains(path);
                operators.append(files, file ? text.with(SourcePaths.ROOT + path) : text);
            }
            return files;
        }

        private ScriptValue glob(List<ScriptValue> patterns, ScriptPlace place) {
            ScriptValue.Items files = new ScriptValue.Items();
            for (ScriptValue pattern : patterns) {
                for (ScriptValue.Text text : pattern.texts()) {
                    String path = SourcePaths.place(place.directory(), word(text.text()));
                    if (path != null && !Glob.isPattern(path)) {
                        operators.append(files, text.with(SourcePaths.ROOT + path));
                    }
                    for (String file : sources.glob(path, false)) {
                        operators.append(files, text.with(SourcePaths.ROOT + file));
                    }
                }
            }
            return files;
        }

        private ScriptValue split(List<ScriptValue> arguments) {
            ScriptValue.Items words = new ScriptValue.Items();
            for (ScriptValue argument : arguments) {
                for (ScriptValue.Text text : argument.texts()) {
                    MakeVariables.split(text.text()).forEach(word -> operators.append(words, text.with(word)));
                }
            }
            return words;
        }

        private static ScriptValue joined(List<ScriptValue> parts) {
            StringBuilder path = new StringBuilder();
            for (ScriptValue part : parts) {
                if (!(part instanceof ScriptValue.Text text)
                        || path.length() + text.text().length() > 4096) {
                    return UNKNOWN;
                }
                path.append(path.length() == 0 ? "" : "/").append(text.text());
            }
            return parts.isEmpty() || !(parts.get(0) instanceof ScriptValue.Text first)
                    ? UNKNOWN
                    : first.with(path.toString());
        }

        private void declare(ModuleKind kind, ScriptExpression.Call call, ScriptPlace place) {
            List<ScriptValue> arguments = arguments(call, place);
            ScriptValue target = named(call, "target", place);
            ScriptValue files = named(call, "source", place);
            target = target instanceof ScriptValue.Unknown && !arguments.isEmpty() ? arguments.get(0) : target;
            files = files instanceof ScriptValue.Unknown && arguments.size() > 1 ? arguments.get(1) : files;
            if (files instanceof ScriptValue.Unknown && arguments.size() == 1) {
                // Program('main.c') is named by its source.
                files = target;
            }
            List<ScriptValue.Text> names = target.texts();
            String name = names.isEmpty() ? "" : name(names.get(0).text(), kind);
            List<String> words = new ArrayList<>();
            for (ScriptValue.Text text : files.texts()) {
                // A string may list several files only within Split: names may hold blanks.
                words.add(word(text.text()));
            }
            if (words.isEmpty()) {
                return;
            }
            if (name.isEmpty()) {
                notes.add(
                        place.path(),
                        "target at line " + call.line() + " has a name that is not known before SCons runs");
                return;
            }
            Target made = target(place.directory(), name, kind, place.path(), call.line());
            made.add(sources.files(place.path(), place.directory(), words));
            named(call, "LIBS", place)
                    .texts()
                    .forEach(library -> made.addLinks(List.of(name(library.text(), ModuleKind.LIBRARY))));
        }

        /** A target's name; SCons puts lib before that of a library, so that a program may have the same. */
        private static String name(String target, ModuleKind kind) {
            String name = TreePath.name(target);
            int dot = name.lastIndexOf('.');
            if (name.isEmpty() || name.length() > 200 || name.indexOf('$') >= 0) {
                return "";
            }
            String plain = dot > 0 ? name.substring(0, dot) : name;
            return kind == ModuleKind.LIBRARY && !plain.startsWith("lib") ? "lib" + plain : plain;
        }

        @Override
        String interpolate(String text, boolean open, ScriptPlace place) {
            return open ? fill(text, '{', '}', place) : text;
        }
    }
}
