package org.memcensus.modules;

import org.jspecify.annotations.Nullable;
import org.memcensus.model.ModuleKind;

/**
 * What files are grouped into, before it is split by role.
 *
 * @param id id of its core part, unique among units
 * @param name what a maintainer would call it
 * @param kind what it is
 * @param path its directory from the scanned root, "" for the root
 * @param reason why its files belong together, one phrase
 * @param claim the target or package that it is; null where no build declares it
 */
record Unit(String id, String name, ModuleKind kind, String path, String reason, Twins.@Nullable Merged claim) {
    private Unit(String id, String name, ModuleKind kind, String path, String reason) {
        this(id, name, kind, path, reason, null);
    }

    /** A directory. */
    static Unit directory(String path) {
        String shown = path.isEmpty() ? "." : path;
        return new Unit("dir:" + shown, shown, ModuleKind.DIRECTORY, path, "directory " + shown);
    }

    /** A family of files in a flat directory. */
    static Unit family(String directory, String stem) {
        String name = TreePath.join(directory, stem);
        String shown = directory.isEmpty() ? "." : directory;
        return new Unit(
                "family:" + name,
                name,
                ModuleKind.FAMILY,
                directory,
                "family " + stem + "* of flat directory " + shown);
    }

    /** A third-party component. */
    static Unit vendored(String path) {
        String shown = path.isEmpty() ? "." : path;
        return new Unit("vendored:" + shown, shown, ModuleKind.VENDORED, path, "third-party component " + shown);
    }

    /** Files of a third-party component among others of their directory. */
    static Unit vendored(String directory, String component) {
        String name = TreePath.join(directory, component);
        return new Unit("vendored:" + name, name, ModuleKind.VENDORED, directory, "third-party component " + component);
    }

    /** What a build declares. */
    static Unit declared(Twins.Merged claim) {
        Declaration declaration = claim.target();
        String path = declaration.directory();
        String name = declaration.whole() ? declaration.name() : TreePath.join(path, declaration.name());
        return new Unit(id(declaration), name, declaration.kind(), path, claim.said(), claim);
    }

    /** Id of what a build declares. */
    static String id(Declaration declaration) {
        String path = declaration.directory();
        String whole = path.isEmpty() ? "." : path;
        return declaration.system() + ":" + (declaration.whole() ? whole : TreePath.join(path, declaration.name()));
    }
}
