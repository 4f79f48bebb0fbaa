package org.memcensus.modules;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Problem;

/** The modules of a tree, and what it takes to tie them: to their build, and to each other. */
public final class FoundModules {
    private final Grouped grouped;
    private final List<CountedFile> files;
    private final Declared declared;
    private final Supplier<IncludeGraph> graph;
    private final Supplier<ImplementationUsers> users;
    private final ModuleMarks marks;

    /**
     * Modules without ties.
     *
     * @param files all counted files, sorted by path
     * @param graph gives what includes what
     * @param users gives which files use one of several implementations
     */
    FoundModules(
            List<Grouping> modules,
            List<CountedFile> files,
            Declared declared,
            Supplier<IncludeGraph> graph,
            Supplier<ImplementationUsers> users,
            ModuleMarks marks) {
        this.grouped = new Grouped(modules, declared.targets());
        this.files = files;
        this.declared = declared;
        this.graph = graph;
        this.users = users;
        this.marks = marks;
    }

    /** The modules without ties: which files belong together. */
    public Grouped untied() {
        return grouped;
    }

    /**
     * The same modules with their ties.
     *
     * @param reader gives the bytes of build files; for several threads
     * @param notes hears of files that cannot be read
     */
    public Grouped tied(FileReader reader, Consumer<Problem> notes) {
        TieFinder finder = new TieFinder(marks, reader, notes);
        return new Grouped(finder.tie(grouped.modules(), files, declared, graph.get(), users.get()), grouped.targets());
    }
}
