package org.memcensus.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.memcensus.model.GateLimits;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.TreeState;
import org.memcensus.model.TreeState.UnsafeFile;

/** A module of the new state, with where its unsafe code comes from. */
final class Judged {
    /**
     * Share of a module's old lines that must be found elsewhere to say that it moved away. Less than half: only lines worth
     * knowing again are found, and a moved file may have been edited.
     */
    static final double MOVED_AWAY = 0.4;

    /** New lines in a moved module that are no longer a by-product of the move, however large it is. */
    private static final long MANY_HIDDEN = 100;

    /** Code behind an old header that could be anything. */
    private static final long MANY_BEHIND_HEADER = 200;

    /** Fewer new lines than one in ten of a moved module are a by-product of the move. */
    private static final long ONE_IN = 10;

    private static final Set<String> HEADERS = Set.of("h", "hh", "hpp", "hxx", "h++", "inc", "inl");

    private final TreeState.Module module;
    private final List<UnsafeFile> files;
    private final Origins origins;

    Judged(TreeState.Module module, GateLimits limits, Origins origins) {
        this.module = module;
        this.origins = origins;
        this.files = module.files().stream()
                .filter(file -> limits.judges(file.role()))
                .toList();
    }

    String id() {
        return module.id();
    }

    ModuleKind kind() {
        return module.kind();
    }

    /** Its judged unsafe files, sorted by path. */
    List<UnsafeFile> files() {
        return files;
    }

    /** Its lines of unsafe code. */
    long lines() {
        return sum(files);
    }

    /** Lines of unsafe code of a module in the judged roles. */
    static long lines(TreeState.Module module, GateLimits limits) {
        return sum(module.files().stream()
                .filter(file -> limits.judges(file.role()))
                .toList());
    }

    private static long sum(List<UnsafeFile> files) {
        return files.stream().mapToLong(UnsafeFile::lines).sum();
    }

    /** Whether any of its files was there before. */
    boolean standsInPlace() {
        return files.stream().anyMatch(file -> origins.of(file) == Origin.IN_PLACE);
    }

    /** Whether at least half of it was in the old state, here or elsewhere. */
    boolean mostlyKnown() {
        long known = files.stream()
                .filter(file -> origins.of(file).isKnown())
                .mapToLong(UnsafeFile::lines)
                .sum();
        return known * 2 >= lines();
    }

    /** Whether the answer hangs on files that could not be read in the old state. */
    boolean unknown() {
        return files.stream().anyMatch(file -> origins.of(file) == Origin.UNKNOWN);
    }

    /** Lines of its files that are new. */
    long newLines() {
        return sum(newFiles());
    }

    /** Paths of its files that are new. */
    List<String> newPaths() {
        return newFiles().stream().map(UnsafeFile::path).toList();
    }

    private List<UnsafeFile> newFiles() {
        return files.stream().filter(file -> Gate.isNew(file, origins)).toList();
    }

    /**
     * Whether new files came along as others moved. Not a new header of a file that moved: a split needs one. A new version
     * of a third-party component brings new files too, and stays the same component.
     */
    boolean hidesNewCode() {
        if (module.kind() == ModuleKind.VENDORED
                || files.stream().noneMatch(file -> origins.of(file) == Origin.MOVED)) {
            return false;
        }
        Set<String> moved = files.stream()
                .filter(file -> origins.of(file) != Origin.NEW)
                .map(file -> stem(file.path()))
                .collect(Collectors.toSet());
        long hidden = sum(newFiles().stream()
                .filter(file -> !(isHeader(file.path()) && moved.contains(stem(file.path()))))
                .toList());
        return hidden > 0 && (hidden * ONE_IN >= lines() || hidden >= MANY_HIDDEN);
    }

    /**
     * Whether it only gives a header that was there, in whatever module, some code of its own: what the header declares was
     * a part of that module before. Not if it is so much that it could be anything.
     */
    boolean completesHeaders() {
        return !unknown()
                && module.kind() == ModuleKind.FAMILY
                && newLines() < MANY_BEHIND_HEADER
                && newFiles().stream().allMatch(file -> hasOldHeader(file.path()));
    }

    private boolean hasOldHeader(String path) {
        String stem = path.substring(0, path.lastIndexOf('/') + 1) + stem(path);
        return HEADERS.stream().anyMatch(ending -> origins.stood(stem + "." + ending));
    }

    private static boolean isHeader(String path) {
        return HEADERS.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
