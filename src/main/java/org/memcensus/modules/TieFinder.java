package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Problem;
import org.memcensus.model.Ties;

/** Finds what ties modules to their build and to each other, once it is known which modules there are. */
final class TieFinder {
    private final ModuleMarks marks;
    private final FileReader reader;
    private final Consumer<Problem> notes;

    /**
     * A finder for one repository.
     *
     * @param marks what tells of components and implementations
     * @param reader gives the bytes of a file
     * @param notes hears of files that cannot be read
     */
    TieFinder(ModuleMarks marks, FileReader reader, Consumer<Problem> notes) {
        this.marks = marks;
        this.reader = reader;
        this.notes = notes;
    }

    /** The same modules, in the same order, with their ties. */
    List<Grouping> tie(
            List<Grouping> groups,
            List<CountedFile> files,
            Declared declared,
            IncludeGraph graph,
            ImplementationUsers users) {
        List<CodeModule> modules = groups.stream().map(Grouping::module).toList();
        // On a thread of its own: who calls and includes whom needs no file, and what build files say nothing else.
        CompletableFuture<Neighbours> asked = CompletableFuture.supplyAsync(() -> Neighbours.of(modules, graph));
        Switches switches = Switches.of(marks.choices(), users, files, reader, notes);
        Neighbours neighbours = asked.join();
        link(modules, declared, neighbours);
        neighbours.countUsers();
        FileTree tree = new FileTree(files.stream().map(CountedFile::path).toList());
        List<Ties.Offer> offers =
                Offers.of(files, declared.all(), tree, reader, notes).byModule(modules, neighbours);
        Upstreams upstreams = new Upstreams(marks.upstreams(), reader, notes);
        List<Grouping> tied = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            CodeModule module = modules.get(i);
            Ties.Upstream upstream = module.kind() == ModuleKind.VENDORED ? upstreams.of(module) : null;
            tied.add(groups.get(i)
                    .with(module.with(new Ties(
                            declared.of(module),
                            directories(module),
                            offers.get(i),
                            neighbours.dependsOn(i),
                            neighbours.users(i),
                            neighbours.usedHeaders(i),
                            neighbours.usedFunctions(i),
                            upstream,
                            switches.of(module, upstream)))));
        }
        return tied;
    }

    /** Adds what declared targets link: a name that is a target of this repository too. */
    private static void link(List<CodeModule> modules, Declared declared, Neighbours neighbours) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < modules.size(); i++) {
            places.put(modules.get(i).id(), i);
        }
        declared.links()
                .forEach((from, targets) -> targets.forEach(to -> {
                    Integer source = places.get(from);
                    Integer target = places.get(to);
                    if (source != null && target != null) {
                        neighbours.link(source, target);
                    }
                }));
    }

    /** The directories of a target's files, where they are others than that of its declaration. */
    private static List<String> directories(CodeModule module) {
        switch (module.kind()) {
            case LIBRARY, EXECUTABLE, PLUGIN, KERNEL_MODULE -> {}
            default -> {
                return List.of();
            }
        }
        TreeSet<String> directories = new TreeSet<>();
        module.files().forEach(file -> directories.add(TreePath.parent(file.path())));
        return directories.size() == 1 && directories.contains(module.path()) ? List.of() : List.copyOf(directories);
    }
}
