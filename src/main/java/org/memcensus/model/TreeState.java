package org.memcensus.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the two states that a gate compares: what a {@link Census} says of unsafe code, and enough of the contents to know
 * moved code again. A baseline file holds one.
 *
 * @param commit commit that it was read from or stands on; null without one
 * @param modules every module with code, sorted by id
 * @param targets every target that the builds declare, sorted by id
 * @param annotations last day of each annotated module's annotation, as text; empty for no end
 * @param unread paths of files that could not be read
 */
public record TreeState(
        @Nullable String commit,
        List<Module> modules,
        List<BuildTarget> targets,
        Map<String, String> annotations,
        Set<String> unread) {
    /** Nothing. */
    public static final TreeState EMPTY = new TreeState(null, List.of(), List.of(), Map.of(), Set.of());

    /** Copies its collections. */
    public TreeState {
        modules = List.copyOf(modules);
        targets = List.copyOf(targets);
        annotations = Map.copyOf(annotations);
        unread = Set.copyOf(unread);
    }

    /**
     * A module of the state.
     *
     * @param id its id
     * @param kind what it is
     * @param role the role of its files
     * @param code lines of code of safety classes other than none
     * @param files its files with unsafe code, sorted by path
     * @param hatches escape hatches that it has: of each kind the first place, and the number of all, sorted by kind
     */
    public record Module(
            String id, ModuleKind kind, Role role, long code, List<UnsafeFile> files, List<EscapeHatch> hatches) {
        /** Copies its collections. */
        public Module {
            files = List.copyOf(files);
            hatches = List.copyOf(hatches);
        }
    }

    /**
     * A file with code in a memory-unsafe language.
     *
     * @param path its path from the scanned root
     * @param role its role
     * @param lines lines of unsafe code, at least 1
     * @param blob its git blob id; null where it is not known
     * @param sketch its lines; null where they must be read first
     */
    public record UnsafeFile(
            String path,
            Role role,
            long lines,
            @Nullable String blob,
            @Nullable LineSketch sketch) {}
}
