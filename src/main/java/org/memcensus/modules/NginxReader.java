package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads the build of nginx and of modules for it: the shell lists of {@code auto/sources}, and the modules that
 * {@code auto/modules} and the {@code config} of an addition declare by {@code ngx_module_name}.
 */
final class NginxReader implements BuildReader {
    /** Characters that may be looked at, over all files: those of nginx cost a tenth of a million. */
    private static final long BUDGET = 16L << 20;

    private static final String LIST = "_SRCS";

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public boolean reads(String path) {
        return isPart(path, "auto/modules") || isPart(path, "auto/sources") || isPart(path, "config");
    }

    private static boolean isPart(String path, String end) {
        return path.endsWith(end)
                && (path.length() == end.length() || path.charAt(path.length() - end.length() - 1) == '/');
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        Budget budget = new Budget(BUDGET);
        SourcePaths sources = new SourcePaths(tree, budget, said);
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            String text = BuildFile.text(path, reader, notes);
            if (text != null
                    && (text.contains("ngx_module_srcs") || (text.contains(LIST) && !isPart(path, "config")))) {
                new Run(path, sources, budget).read(text, declarations);
                if (budget.empty()) {
                    said.costly(path);
                }
            }
        }
        return declarations;
    }

    /** One file of shell assignments. */
    private static final class Run {
        private final String path;
        private final String directory;
        private final SourcePaths sources;
        private final Budget budget;
        private final Map<String, String> values = new HashMap<>();
        private final Map<String, Target> targets = new TreeMap<>();
        private int declared = 1;

        Run(String path, SourcePaths sources, Budget budget) {
            this.path = path;
            this.sources = sources;
            this.budget = budget;
            String parent = TreePath.parent(path);
            directory = isPart(path, "config") ? parent : TreePath.parent(parent);
        }

        void read(String text, List<Declaration> declarations) {
            ShellLines.visit(text, new ShellLines.Visitor() {
                @Override
                public void assign(String name, String value, int line) {
                    Run.this.assign(name, value, line);
                }

                @Override
                public void line(int start, int end, int line) {
                    if (text.startsWith(". auto/module", start)) {
                        declare();
                    }
                }
            });
            targets.values().stream()
                    .filter(Target::counts)
                    .map(Target::declaration)
                    .forEach(declarations::add);
        }

        private void assign(String name, String value, int line) {
            values.put(name, value);
            declared = name.equals("ngx_module_name") ? line : declared;
            if (name.endsWith(LIST) && name.length() > LIST.length()) {
                String part = name.substring(0, name.length() - LIST.length()).toLowerCase(Locale.ROOT);
                targets.computeIfAbsent(part, any -> new Target("nginx", part, ModuleKind.LIBRARY, path, line))
                        .add(files(value));
            }
        }

        private void declare() {
            List<String> names = words(values.getOrDefault("ngx_module_name", ""));
            if (!names.isEmpty()) {
                Target target = targets.computeIfAbsent(
                        names.get(0), name -> new Target("nginx", name, ModuleKind.PLUGIN, path, declared));
                target.add(files(values.getOrDefault("ngx_module_srcs", "")));
                target.add(files(values.getOrDefault("ngx_module_deps", "")));
                String libraries = String.join(" ", words(values.getOrDefault("ngx_module_libs", "")));
                target.addLinks(LinkerWords.libraries(libraries));
            }
        }

        private List<String> files(String value) {
            List<String> words = words(value);
            words.removeIf(word -> word.startsWith("$") || word.startsWith("/"));
            return sources.files(path, directory, words);
        }

        private List<String> words(String value) {
            if (!budget.spend(value.length())) {
                return new ArrayList<>();
            }
            return new ArrayList<>(MakeVariables.split(value.replace('"', ' ')
                    .replace('\'', ' ')
                    .replace("\\\n", " ")
                    .replace("$ngx_addon_dir/", "")));
        }
    }
}
