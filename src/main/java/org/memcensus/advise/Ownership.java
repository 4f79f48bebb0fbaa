package org.memcensus.advise;

import java.util.List;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;

/** What is the project's own, and what it holds of others. */
final class Ownership {
    /** A component of which a project holds less, one line in so many, is not what it is about. */
    static final int LEAST_PART = 20;

    private final List<Replacement> catalogue;
    private final Components components;
    private final List<CodeModule> modules;
    private final Copies copies;

    Ownership(List<Replacement> catalogue, Components components, List<CodeModule> modules, Copies copies) {
        this.catalogue = catalogue;
        this.components = components;
        this.modules = modules;
        this.copies = copies;
    }

    /** Whether the component is this very project, whose programs follow its interface; what is linked below them may change. */
    boolean isOwnProject(Replacement entry) {
        return !entry.isLinked() && isOurs(entry);
    }

    /** Whether a component is what the project is about, and no copy that it holds. */
    boolean isSubject(Replacement entry) {
        long whole = 0;
        long own = 0;
        for (CodeModule module : modules) {
            if (module.role() != Role.CORE) {
                continue;
            }
            for (CountedFile file : module.files()) {
                whole += file.unsafeCode();
                if (components.holds(entry, file.path()) && !copies.holdComponent(file.path())) {
                    own += file.unsafeCode();
                }
            }
        }
        return own * LEAST_PART >= whole;
    }

    /** Whether the project itself is a component that does the work of a twin: no part of it is a twin of the whole. */
    boolean isOwnWork(Replacement twin) {
        return catalogue.stream().anyMatch(entry -> entry.work().equals(twin.work()) && isOurs(entry));
    }

    private boolean isOurs(Replacement entry) {
        return components.hold(entry)
                && modules.stream()
                        .filter(module -> module.role() == Role.CORE)
                        .flatMap(module -> module.files().stream())
                        .anyMatch(file -> !OwnComponents.isHeader(file) && components.holds(entry, file.path()));
    }

    /** Whether all of a module lies among copies of other projects. */
    boolean isShelved(CodeModule module) {
        return module.files().stream().allMatch(file -> components.shelve(file.path()));
    }

    /** Whether a module is not the project's own: what it calls is not the project's to change, nor often built at all. */
    boolean isOthers(CodeModule module) {
        return module.role() != Role.CORE
                || isShelved(module)
                || module.files().stream().anyMatch(file -> copies.hold(file.path()));
    }
}
