package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads the targets of Swift packages. A target of Swift is a package of its own directory; one of C, which Swift compiles
 * too, lists its files as any library does.
 */
final class SwiftReader implements BuildReader {
    private static final long BUDGET = 16L << 20;

    /** What a file of a target costs, which is kept until all targets are compared. */
    private static final long KEPT = 20;

    private static final Set<String> TARGETS = Set.of("target", "executableTarget", "systemLibrary", "plugin", "macro");
    private static final List<String> PLACES = List.of("Sources", "Source", "src", "srcs");
    private static final List<String> PLUGINS = List.of("Plugins");

    @Override
    public String name() {
        return "swift";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.isNamed(path, "Package.swift");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        Budget budget = new Budget(BUDGET);
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            List<PythonStatement> statements = PythonFile.statements(path, reader, notes, true, budget);
            if (statements != null) {
                Manifest manifest = new Manifest(path, tree, said, budget, declarations);
                if (!new PythonRun(manifest::call, budget, true).run(statements)) {
                    said.costly(path);
                }
                manifest.declareBare();
            }
        }
        return declarations;
    }

    /** One manifest. */
    private final class Manifest {
        private final String path;
        private final FileTree tree;
        private final ReaderNotes notes;
        private final Budget budget;
        private final List<Declaration> declarations;
        private final Set<String> names = new HashSet<>();

        /** Targets that are named and no more: a whole declaration, or what another needs. */
        private final Map<String, Bare> bare = new TreeMap<>();

        Manifest(String path, FileTree tree, ReaderNotes notes, Budget budget, List<Declaration> declarations) {
            this.path = path;
            this.tree = tree;
            this.notes = notes;
            this.budget = budget;
            this.declarations = declarations;
        }

        private @Nullable PythonValue call(String called, PythonRun.Arguments arguments) {
            String kind = called.substring(called.lastIndexOf('.') + 1);
            String name = arguments.get("name").text();
            // In a list of dependencies ".target(name:)" only names one; it may have a condition there.
            boolean named = TARGETS.contains(kind) && !arguments.named().containsKey("condition");
            if (!named || name == null) {
                return name == null ? null : new PythonValue.Text(name);
            }
            if (arguments.named().size() == 1) {
                bare.putIfAbsent(name, new Bare(kind, arguments));
            } else {
                target(kind, name, arguments);
            }
            return new PythonValue.Text(name);
        }

        /** Declares the targets of which only the name is said, and that were not only named as what others need. */
        void declareBare() {
            bare.forEach((name, target) -> target(target.kind(), name, target.arguments()));
        }

        private void target(String kind, String name, PythonRun.Arguments arguments) {
            String place = place(kind, name, arguments.get("path").text());
            if (place == null) {
                return;
            }
            Set<String> left = new HashSet<>();
            for (String word : arguments.get("exclude").texts()) {
                left.add(TreePath.join(place, word));
            }
            List<String> wanted = arguments.get("sources").texts().stream()
                    .map(word -> TreePath.join(place, word))
                    .toList();
            List<String> below = tree.under(place);
            if (!budget.spend(below.size() * (KEPT + left.size() + wanted.size()))) {
                notes.costly(path);
                return;
            }
            List<String> files = below.stream()
                    .filter(file -> left.stream().noneMatch(each -> TreePath.within(file, each)))
                    .filter(file -> wanted.isEmpty()
                            || !isCode(file)
                            || Headers.is(file)
                            || wanted.stream().anyMatch(each -> TreePath.within(file, each)))
                    .toList();
            boolean swift = files.stream().anyMatch(file -> file.endsWith(".swift"));
            if (!files.isEmpty() && names.add(name)) {
                declarations.add(new Declaration(
                                name(),
                                name,
                                kind(kind),
                                place,
                                swift
                                        ? files
                                        : files.stream()
                                                .filter(Manifest::isCode)
                                                .toList(),
                                swift,
                                path,
                                arguments.line())
                        .linking(arguments.get("dependencies").texts()));
            }
        }

        /** A call that gives a name alone. */
        private record Bare(String kind, PythonRun.Arguments arguments) {}

        private static ModuleKind kind(String kind) {
            return switch (kind) {
                case "executableTarget" -> ModuleKind.EXECUTABLE;
                case "plugin", "macro" -> ModuleKind.PLUGIN;
                default -> ModuleKind.LIBRARY;
            };
        }

        private static boolean isCode(String file) {
            String ending = file.substring(file.lastIndexOf('.') + 1);
            return switch (ending) {
                case "swift", "c", "cc", "cpp", "cxx", "m", "mm", "s", "S" -> true;
                default -> Headers.is(file);
            };
        }

        /** The directory of a target: the one it names, or one of its name where Swift looks for it. */
        private @Nullable String place(String kind, String name, @Nullable String named) {
            String directory = TreePath.parent(path);
            if (named != null) {
                String place = named.startsWith("/") ? null : TreePath.resolve(directory, named);
                if (place == null) {
                    notes.outside(path, named);
                }
                return place;
            }
            for (String parent : kind.equals("plugin") ? PLUGINS : PLACES) {
                String place = TreePath.resolve(directory, parent + "/" + name);
                if (place != null && !tree.under(place).isEmpty()) {
                    return place;
                }
            }
            return null;
        }
    }
}
