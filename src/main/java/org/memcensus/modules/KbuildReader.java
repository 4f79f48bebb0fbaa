package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads Kbuild: what an option of the configuration builds as a module ({@code obj-$(CONFIG_X) += x.o}) is a unit, and so is
 * an object made of others ({@code x-y := a.o b.o}), with all of its parts. Other objects are built in and left to their
 * directory. Directories are not followed: each has a make file of its own, which is read.
 */
final class KbuildReader implements BuildReader {
    @Override
    public String name() {
        return "kbuild";
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith("Makefile") && TreePath.name(path).equals("Makefile")
                || path.endsWith("Kbuild") && TreePath.name(path).equals("Kbuild");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        MakeFiles files = new MakeFiles(tree, reader, said);
        List<Run> runs = new ArrayList<>();
        List<Problem> ofOptions = new ArrayList<>();
        CompletableFuture<KconfigOptions> read = null;
        for (String path : buildFiles) {
            Run run = new Run(files, path);
            if (run.finds()) {
                runs.add(run);
                if (read == null) { // beside the other make files
                    read = CompletableFuture.supplyAsync(
                            () -> KconfigOptions.of(tree, reader, new ReaderNotes(ofOptions::add)));
                }
            }
        }
        List<Declaration> declarations = new ArrayList<>();
        if (read != null) {
            KconfigOptions options = read.join();
            ofOptions.forEach(problem -> said.add(problem.path(), problem.reason()));
            Map<String, Set<String>> built = new HashMap<>();
            runs.forEach(run -> run.declare(options, built));
            built.replaceAll((symbol, labels) -> atHome(symbol, labels, options));
            runs.forEach(run -> run.link(options, built));
            runs.forEach(run -> files.noteCost(run.file));
            runs.forEach(run -> run.finish(declarations));
        }
        return declarations;
    }

    /** Of what is built for an option, what lies where the option is described: one processor's variant of it does not. */
    private static Set<String> atHome(String symbol, Set<String> labels, KconfigOptions options) {
        Set<String> home = new TreeSet<>();
        for (String label : labels) {
            if (options.isHome(symbol, label.substring(SourcePaths.ROOT.length(), label.lastIndexOf(':')))) {
                home.add(label);
            }
        }
        return home.isEmpty() ? labels : home;
    }

    /** Whether a variable of a make file lists objects as only Kbuild does. */
    static boolean lists(String variable) {
        return variable.startsWith("obj-") || variable.startsWith("lib-$(CONFIG_");
    }

    /** One make file of Kbuild with what it includes. */
    private static final class Run {
        /** Targets of one option that others are linked to: far more than those that mean one thing. */
        private static final int MAX_BUILT = 20;

        /** What to link one to what another option builds costs, in characters looked at. */
        private static final int LINK_COST = 10;

        private static final Set<String> LISTS = Set.of("obj", "lib");

        /** Variables that name directories. */
        private static final Set<String> PLACES = Set.of("src", "obj", "srctree", "objtree");

        private final MakeFiles files;
        private final MakeFile file;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, List<String>> parts = new TreeMap<>();

        /** The sources of the objects that were asked for. */
        private final Map<String, Set<String>> composites = new HashMap<>();

        private final Map<String, Target> targets = new TreeMap<>();

        /** The options that each target is built for. */
        private final Map<String, Set<String>> symbols = new TreeMap<>();

        Run(MakeFiles files, String path) {
            this.files = files;
            file = files.open(path);
            MakeVariables variables = file.variables();
            for (String name : PLACES) {
                variables.set(name, SourcePaths.ROOT + (name.endsWith("tree") ? "" : file.directory()));
            }
            files.visit(file, this::line);
        }

        /** Whether it is a make file of Kbuild at all. */
        boolean finds() {
            return !entries.isEmpty();
        }

        private void line(String path, MakeLine line, boolean conditional) {
            if (line.kind() != MakeLine.Kind.ASSIGNMENT || PLACES.contains(line.left())) {
                return;
            }
            String name = line.left();
            int dash = cut(name);
            if (dash <= 0) {
                file.variables().assign(name, line.operator(), line.right(), conditional);
                return;
            }
            String stem = name.substring(0, dash);
            if (LISTS.contains(stem)) {
                entries.add(new Entry(name.substring(dash + 1), line.right(), path, line.line()));
            } else {
                parts.computeIfAbsent(stem, any -> new ArrayList<>()).add(line.right());
                // Lists go by this name in other lists too: foo-y += $(bar-y).
                file.variables().assign(name, line.operator(), line.right(), true);
            }
        }

        /** Place of the dash before {@code y}, {@code objs} or {@code $(CONFIG_X)} in a variable's name; -1 where none is. */
        private static int cut(String name) {
            int reference = name.indexOf("-$(");
            if (reference > 0) {
                return reference;
            }
            for (String ending : new String[] {"-y", "-m", "-objs", "-cxxobjs"}) {
                if (name.endsWith(ending)) {
                    return name.length() - ending.length();
                }
            }
            return -1;
        }

        /**
         * Makes the targets.
         *
         * @param options what is known of the options
         * @param built hears which targets each option builds
         */
        void declare(KconfigOptions options, Map<String, Set<String>> built) {
            for (Entry entry : entries) {
                String symbol = symbol(entry.option());
                List<String> objects = new ArrayList<>();
                for (String word : file.variables().expandWords(entry.objects())) {
                    if (word.endsWith(".o")) {
                        objects.add(word.substring(0, word.length() - 2));
                    }
                }
                for (String object : objects) {
                    boolean module = symbol == null ? entry.option().equals("m") : options.buildsModule(symbol);
                    if (parts.containsKey(object)) {
                        declare(object, module, entry).add(composite(object));
                        builds(symbol, object, entry, built);
                    } else if (module) {
                        // Several files of one option belong together.
                        String name = symbol == null || objects.size() == 1
                                ? TreePath.name(object)
                                : symbol.toLowerCase(Locale.ROOT);
                        declare(name, true, entry).add(sources(object));
                        builds(symbol, name, entry, built);
                    }
                }
            }
            for (String list : List.of("hostprogs", "userprogs")) {
                for (String program : file.variables().words(list)) {
                    if (parts.containsKey(program)) {
                        Entry entry = new Entry("", "", file.path(), 1);
                        Target target =
                                targets.computeIfAbsent(program, any -> target(program, ModuleKind.EXECUTABLE, entry));
                        target.add(composite(program));
                        if (list.equals("hostprogs")) {
                            target.runWhileBuilding();
                        }
                    }
                }
            }
        }

        private void builds(@Nullable String symbol, String name, Entry entry, Map<String, Set<String>> built) {
            if (symbol != null) {
                Set<String> targets = built.computeIfAbsent(symbol, any -> new TreeSet<>());
                if (targets.size() < MAX_BUILT) {
                    targets.add(LinkNames.label(TreePath.parent(entry.path()), TreePath.name(name)));
                }
                symbols.computeIfAbsent(name, any -> new TreeSet<>()).add(symbol);
            }
        }

        /** Links what is built for an option to what is built for those that it selects or depends on. */
        void link(KconfigOptions options, Map<String, Set<String>> built) {
            symbols.forEach((name, own) -> {
                Target target = targets.get(name);
                if (target != null) {
                    for (String symbol : own) {
                        for (String other : options.requiredBy(symbol)) {
                            if (files.spend(LINK_COST)) {
                                target.addLinks(built.getOrDefault(other, Set.of()));
                            }
                        }
                    }
                }
            });
        }

        void finish(List<Declaration> declarations) {
            targets.values().stream()
                    .filter(Target::counts)
                    .map(Target::declaration)
                    .forEach(declarations::add);
        }

        private Target declare(String name, boolean module, Entry entry) {
            ModuleKind kind = module ? ModuleKind.KERNEL_MODULE : ModuleKind.LIBRARY;
            return targets.computeIfAbsent(name, any -> target(name, kind, entry));
        }

        private static Target target(String name, ModuleKind kind, Entry entry) {
            return new Target("kbuild", TreePath.name(name), kind, entry.path(), entry.line());
        }

        /** The option of {@code obj-$(CONFIG_X)}; null where another variable or none decides. */
        private static @Nullable String symbol(String option) {
            int start = option.indexOf("CONFIG_");
            int end = start < 0 ? -1 : option.indexOf(')', start);
            return end < 0 ? null : option.substring(start + "CONFIG_".length(), end);
        }

        /** The sources of an object that is made of others. */
        private Set<String> composite(String object) {
            return composites.computeIfAbsent(object, any -> composite(any, 0));
        }

        private Set<String> composite(String object, int depth) {
            Set<String> found = new TreeSet<>();
            if (depth > 3) {
                return found;
            }
            for (String words : parts.getOrDefault(object, List.of())) {
                if (!files.spend(words.length())) {
                    break;
                }
                for (String word : file.variables().expandWords(words)) {
                    if (word.endsWith(".o")) {
                        String part = word.substring(0, word.length() - 2);
                        boolean nested = parts.containsKey(part) && !part.equals(object);
                        found.addAll(nested ? composite(part, depth + 1) : sources(part));
                    }
                }
            }
            return found;
        }

        private List<String> sources(String object) {
            String source = files.source(file.directory(), object);
            return source == null ? List.of() : List.of(source);
        }
    }

    /** An assignment to {@code obj-}: its option, its objects as written, and its place. */
    private record Entry(String option, String objects, String path, int line) {}
}
