package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads the targets of GN: every block with a name and {@code sources} is one, whatever template makes it. Lists of imported
 * files are followed, and {@code //} is the directory of the {@code .gn} file.
 */
final class GnReader implements BuildReader {
    private static final String SCRIPT = "BUILD.gn";

    /** Characters that may be looked at and put in, over all files: room for ten thousand of them. */
    private static final long BUDGET = 64L << 20;

    /** Blocks with sources that build nothing of them. */
    private static final Set<String> OTHERS =
            Set.of("action", "action_foreach", "copy", "config", "group", "template", "bundle_data", "generated_file");

    @Override
    public String name() {
        return "gn";
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(SCRIPT) && TreePath.name(path).equals(SCRIPT);
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        Run run = new Run(name(), tree, reader, notes);
        List<String> sorted = new ArrayList<>(buildFiles);
        sorted.sort(Comparator.naturalOrder());
        for (String path : sorted) {
            run.script(path, ScriptRun.start(path));
        }
        return run.declarations();
    }

    /** One reading of all scripts of a tree. */
    private static final class Run extends ScriptRun {
        private static final int MAX_DEPTH = 20;

        /** What a block lists of files, and of other targets. */
        private static final List<String> LISTS = List.of("sources", "public", "deps", "public_deps");

        /** Characters of imported files that are kept in mind: several times what any known tree has. */
        private static final int MAX_KEPT = 4 << 20;

        private final Map<String, List<ScriptStatement>> parsed = new HashMap<>();
        private int kept;
        private final Set<String> open = new HashSet<>();
        private final Map<String, String> roots = new HashMap<>();

        Run(String system, FileTree tree, FileReader reader, Consumer<Problem> notes) {
            super(system, tree, reader, notes, BUDGET);
        }

        private void script(String path, ScriptPlace place) {
            if (open.size() >= MAX_DEPTH || !open.add(path)) {
                notes.add(place.path(), "imports itself, or more files in files than " + MAX_DEPTH + ": " + path);
                return;
            }
            List<ScriptStatement> statements = parsed.get(path);
            if (statements == null) {
                String text = text(path);
                statements = text == null ? List.of() : GnParser.statements(text);
                int length = text == null ? 0 : text.length();
                // Who scripts a directory is read once; what they import is kept, as long as there is room.
                if (!path.endsWith(SCRIPT) && kept + length < MAX_KEPT) {
                    kept += length;
                    parsed.put(path, statements);
                }
            }
            run(statements, place);
            open.remove(path);
        }

        /** The directory that {@code //} stands for. */
        private String root(String directory) {
            return roots.computeIfAbsent(directory, at -> {
                String up = at;
                while (!up.isEmpty() && !tree.contains(TreePath.join(up, ".gn"))) {
                    up = TreePath.parent(up);
                }
                return up;
            });
        }

        private String rooted(String word, ScriptPlace place) {
            String root = word.startsWith(SourcePaths.ROOT) ? root(place.directory()) : "";
            return root.isEmpty() ? word : SourcePaths.ROOT + root + "/" + word.substring(2);
        }

        @Override
        ScriptValue call(ScriptExpression.Call call, ScriptPlace place) {
            String name = name(call.callee());
            switch (name) {
                case "import" -> {
                    for (ScriptExpression argument : call.arguments()) {
                        if (evaluate(argument, place) instanceof ScriptValue.Text text) {
                            boolean literal = argument instanceof ScriptExpression.Text written
                                    && written.text().equals(text.text());
                            imported(text.text(), literal, place);
                        }
                    }
                }
                case "declare_args" -> run(call.block(), place);
                case "template", "config", "defined", "assert", "print", "set_defaults" -> {}
                case "rebase_path", "get_path_info", "filter_exclude", "filter_include" -> {
                    return call.arguments().isEmpty()
                            ? UNKNOWN
                            : evaluate(call.arguments().get(0), place);
                }
                default -> {
                    if (!call.block().isEmpty() && !OTHERS.contains(name)) {
                        declare(name, call, place);
                    }
                }
            }
            return UNKNOWN;
        }

        /** Reads an imported file. Names of files in it are relative to who uses them, names of scripts to itself. */
        private void imported(String word, boolean literal, ScriptPlace place) {
            String directory = TreePath.parent(place.path());
            String path = literal
                    ? sources.resolve(place.path(), directory, rooted(word, place))
                    : SourcePaths.place(directory, rooted(word, place));
            if (path != null && tree.contains(path)) {
                script(
                        path,
                        new ScriptPlace(path, place.directory(), place.scope(), place.conditional(), place.depth()));
            }
        }

        private void declare(String template, ScriptExpression.Call call, ScriptPlace place) {
            List<ScriptValue> arguments = arguments(call, place);
            ScriptScope scope = new ScriptScope(place.scope());
            for (String list : LISTS) {
                scope.set(list, new ScriptValue.Items());
            }
            run(call.block(), new ScriptPlace(place.path(), place.directory(), scope, false, place.depth() + 1));
            List<String> words = new ArrayList<>();
            List<String> links = new ArrayList<>();
            for (String list : LISTS) {
                ScriptValue value = scope.get(list);
                for (ScriptValue.Text text : value == null ? List.<ScriptValue.Text>of() : value.texts()) {
                    String word = rooted(text.text(), place);
                    if (list.endsWith("deps")) {
                        links.add(LinkNames.label(word, place.directory(), false));
                    } else {
                        words.add(word);
                    }
                }
            }
            // target("static_library", "name") gives the template's name first.
            ScriptValue name = arguments.isEmpty() ? UNKNOWN : arguments.get(arguments.size() - 1);
            if (words.isEmpty() || scope.get("testonly") != null) {
                return;
            }
            if (!(name instanceof ScriptValue.Text text)
                    || text.text().isEmpty()
                    || text.text().length() > 200) {
                notes.add(
                        place.path(), "target at line " + call.line() + " has a name that is not known before GN runs");
                return;
            }
            String kind = template.equals("target") && arguments.get(0) instanceof ScriptValue.Text first
                    ? first.text()
                    : template;
            if (!OTHERS.contains(kind)) {
                Target target = target(place.directory(), text.text(), kind(kind), place.path(), call.line());
                target.add(sources.files(place.path(), place.directory(), words));
                target.addLinks(links);
            }
        }

        private static ModuleKind kind(String template) {
            if (template.contains("executable") || template.contains("test") || template.contains("fuzz")) {
                return ModuleKind.EXECUTABLE;
            }
            return template.contains("loadable_module") ? ModuleKind.PLUGIN : ModuleKind.LIBRARY;
        }

        @Override
        String interpolate(String text, boolean open, ScriptPlace place) {
            int at = text.indexOf('$');
            if (at < 0) {
                return text;
            }
            StringBuilder braced = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c != '$' || text.startsWith("${", i)) {
                    braced.append(c == '$' ? "" : c);
                    continue;
                }
                int end = i + 1;
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
                braced.append('{').append(text, i + 1, end).append('}');
                i = end - 1;
            }
            return fill(braced.toString(), '{', '}', place);
        }
    }
}
