package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads the programs and libraries of Automake: what {@code lib_LTLIBRARIES} and its like name, and the sources that
 * {@code libfoo_la_SOURCES} lists. Both branches of a condition count. Convenience libraries are units of their own.
 */
final class AutomakeReader implements BuildReader {
    private static final String SOURCES = "_SOURCES";

    /** What ends the name of a variable that lists targets, and what they are. */
    private static final Map<String, ModuleKind> PRIMARIES = Map.of(
            "_PROGRAMS", ModuleKind.EXECUTABLE, "_LTLIBRARIES", ModuleKind.LIBRARY, "_LIBRARIES", ModuleKind.LIBRARY);

    /** Words of the places of what is only built, or built to be tried. */
    private static final Set<String> NOT_INSTALLED =
            Set.of("", "noinst", "check", "EXTRA", "test", "tests", "testing", "example", "examples", "sample", "demo");

    @Override
    public String name() {
        return "automake";
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith("Makefile.am") && TreePath.name(path).equals("Makefile.am");
    }

    /** Whether a make file is none that people wrote: where it lies, Automake writes it. */
    static boolean writes(String path, FileTree tree) {
        return !path.endsWith(".am") && tree.contains(TreePath.join(TreePath.parent(path), "Makefile.am"));
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        MakeFiles files = new MakeFiles(tree, reader, said);
        List<String> topFirst = new ArrayList<>(buildFiles);
        topFirst.sort(Comparator.comparingInt(TreePath::depth).thenComparing(Comparator.naturalOrder()));
        List<Declaration> declarations = new ArrayList<>();
        for (String path : topFirst) {
            if (!files.included(path)) {
                Run run = new Run(files, said, path);
                declarations.addAll(run.declarations());
                files.noteCost(run.file);
            }
        }
        return declarations;
    }

    /** One Makefile.am with what it includes. */
    private static final class Run {
        private final MakeFiles files;
        private final ReaderNotes notes;
        private final MakeFile file;
        private final Map<String, Place> places = new HashMap<>();

        Run(MakeFiles files, ReaderNotes notes, String path) {
            this.files = files;
            this.notes = notes;
            file = files.open(path);
            String directory = SourcePaths.ROOT + file.directory();
            String top = SourcePaths.ROOT + files.top(file.directory());
            for (String prefix : new String[] {"", "abs_", "top_", "abs_top_"}) {
                for (String kind : new String[] {"srcdir", "builddir"}) {
                    file.variables().set(prefix + kind, prefix.endsWith("top_") ? top : directory);
                }
            }
            files.visit(file, this::line);
        }

        private void line(String path, MakeLine line, boolean conditional) {
            if (line.kind() == MakeLine.Kind.ASSIGNMENT) {
                String name = MakeFile.relative(line.left(), path, file);
                String value = MakeFile.relative(line.right(), path, file);
                file.variables().assign(name, line.operator(), value, conditional);
                boolean target = name.endsWith(SOURCES) || kind(name) != null;
                if (target) {
                    places.putIfAbsent(name, new Place(path, line.line()));
                }
            }
        }

        List<Declaration> declarations() {
            List<Declaration> declarations = new ArrayList<>();
            for (String list : new TreeSet<>(places.keySet())) {
                ModuleKind kind = kind(list);
                if (kind != null) {
                    for (String word : new TreeSet<>(file.variables().words(list))) {
                        declare(word, kind, list, declarations);
                    }
                }
            }
            return declarations;
        }

        private void declare(String word, ModuleKind kind, String list, List<Declaration> declarations) {
            MakeVariables variables = file.variables();
            String canonical = MakeFile.canonical(word);
            List<String> sources = new ArrayList<>();
            Place place = places.get(canonical + SOURCES);
            for (String prefix : new String[] {"", "dist_", "nodist_", "EXTRA_"}) {
                sources.addAll(variables.words(prefix + canonical + SOURCES));
            }
            String name = name(word);
            if (place == null) {
                place = places.getOrDefault(list, new Place(file.path(), 1));
                if (sources.isEmpty()) {
                    String stem = word.endsWith(".la") || word.endsWith(".a")
                            ? word.substring(0, word.lastIndexOf('.'))
                            : word;
                    String source = files.source(file.directory(), stem);
                    sources.addAll(source == null ? List.of() : List.of(SourcePaths.ROOT + source));
                }
            }
            if (name.isEmpty()) {
                notes.add(
                        place.path(),
                        "target at line " + place.line() + " has a name that is not known before configure runs");
                return;
            }
            boolean plugin = kind == ModuleKind.LIBRARY
                    && variables.words(canonical + "_LDFLAGS").contains("-module");
            // An included file declares its targets for the directory that includes it, unless they lie beside it.
            Target target = new Target("automake", name, plugin ? ModuleKind.PLUGIN : kind, place.path(), place.line());
            target.add(files.sources().files(file.path(), file.directory(), sources));
            String own = canonical + (kind == ModuleKind.EXECUTABLE ? "_LDADD" : "_LIBADD");
            boolean common = kind == ModuleKind.EXECUTABLE && !variables.has(own);
            target.addLinks(variables.words(common ? "LDADD" : own).stream()
                    .filter(linked -> linked.endsWith(".la") || linked.endsWith(".a"))
                    .toList());
            if (installs(list)) {
                target.deliver();
            }
            if (target.counts()) {
                declarations.add(target.declaration());
            }
        }

        private static String name(String word) {
            String name = TreePath.name(word);
            for (String ending : new String[] {".la", ".a", ".exe"}) {
                if (name.endsWith(ending)) {
                    return name.substring(0, name.length() - ending.length());
                }
            }
            return name;
        }
    }

    private static @Nullable ModuleKind kind(String variable) {
        if (variable.startsWith("am__") || variable.endsWith(SOURCES)) {
            return null;
        }
        return PRIMARIES.get(variable.substring(Math.max(0, variable.lastIndexOf('_'))));
    }

    /** Whether what a list names is installed: it begins with the place where, {@code sbin_PROGRAMS}. */
    private static boolean installs(String list) {
        String place = list.substring(0, Math.max(0, list.lastIndexOf('_')));
        return Arrays.stream(place.split("_", -1)).noneMatch(NOT_INSTALLED::contains);
    }

    /** Where a variable was first given a value. */
    private record Place(String path, int line) {}
}
