package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.memcensus.model.CountedFile;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.ModuleMode;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;

/**
 * Gives files to the declarations that name them.
 *
 * <p>A package takes what lies in it. A target takes its files while it is small; a large one is a whole library, whose
 * directories and families are the better units.
 */
final class Claims {
    /**
     * Code files that a target may have to be one module. Helper libraries and small programs have fewer; what has more
     * (zlib has 26) is taken apart.
     */
    private static final int MAX_FILES = 12;

    private final ModuleMode mode;
    private final Map<String, CountedFile> files = new HashMap<>();
    private final Map<String, Unit> units;

    /**
     * Claims on the files of a tree.
     *
     * @param mode AUTO or BUILD
     * @param files all files
     * @param units the unit of each file that has one; filled further
     */
    Claims(ModuleMode mode, List<CountedFile> files, Map<String, Unit> units) {
        this.mode = mode;
        this.units = units;
        files.forEach(file -> this.files.put(file.path(), file));
    }

    /** Decides all claims: targets before packages, and among targets as {@link #order} says. */
    void take(List<Declaration> declarations) {
        List<Declaration> targets = new ArrayList<>();
        declarations.stream().filter(declaration -> !declaration.whole()).forEach(targets::add);
        Map<Declaration, List<CountedFile>> claimed = new TreeMap<>(order());
        Map<String, Declaration> winners = new HashMap<>();
        List<Declaration> merged = Twins.merge(targets);
        for (Declaration target : merged) {
            for (String path : target.files()) {
                winners.merge(path, target, (one, other) -> closer(path, one, other));
            }
        }
        winners.forEach((path, target) -> {
            CountedFile file = files.get(path);
            if (file != null && claimable(file)) {
                claimed.computeIfAbsent(target, any -> new ArrayList<>()).add(file);
            }
        });
        Map<String, List<CountedFile>> free = headersByDirectory();
        claimed.forEach((target, members) -> {
            members.addAll(headersOf(members, free, winners));
            if (mode == ModuleMode.BUILD || small(members)) {
                Unit unit = Unit.declared(target);
                members.forEach(file -> units.putIfAbsent(file.path(), unit));
            }
        });
        List<Declaration> packages =
                new ArrayList<>(declarations.stream().filter(Declaration::whole).toList());
        packages.sort(PackageLanguages.innermostFirst());
        for (Declaration whole : packages) {
            Unit unit = Unit.declared(whole);
            for (String path : whole.files()) {
                CountedFile file = files.get(path);
                if (file != null && !PackageLanguages.isForeign(file, whole)) {
                    units.putIfAbsent(file.path(), unit);
                }
            }
        }
    }

    /** A target's tests, examples and the like go with their directories: a program a test is no unit to replace. */
    private boolean claimable(CountedFile file) {
        return !units.containsKey(file.path()) && (file.role() == Role.CORE || file.role() == Role.GENERATED);
    }

    private static boolean small(List<CountedFile> members) {
        long code =
                members.stream().filter(file -> file.safety() != Safety.NONE).count();
        return code > 0
                && code <= MAX_FILES
                && members.stream()
                                .map(file -> TreePath.parent(file.path()))
                                .distinct()
                                .count()
                        == 1;
    }

    private Map<String, List<CountedFile>> headersByDirectory() {
        Map<String, List<CountedFile>> headers = new HashMap<>();
        files.values().stream()
                .filter(file -> Headers.is(file.path()) && claimable(file))
                .forEach(file -> headers.computeIfAbsent(TreePath.parent(file.path()), any -> new ArrayList<>())
                        .add(file));
        return headers;
    }

    /** Headers beside a target's sources that have the name of one; builds seldom list them. */
    private static List<CountedFile> headersOf(
            List<CountedFile> members, Map<String, List<CountedFile>> headers, Map<String, Declaration> winners) {
        Set<String> stems = new HashSet<>();
        Set<String> directories = new HashSet<>();
        for (CountedFile file : members) {
            String directory = TreePath.parent(file.path());
            directories.add(directory);
            stems.add(TreePath.join(directory, TreePath.stem(file.path())));
        }
        List<CountedFile> found = new ArrayList<>();
        for (String directory : directories) {
            for (CountedFile header : headers.getOrDefault(directory, List.of())) {
                if (stems.contains(TreePath.join(directory, TreePath.stem(header.path())))
                        && !winners.containsKey(header.path())) {
                    found.add(header);
                }
            }
        }
        return found;
    }

    private static Comparator<Declaration> order() {
        return Comparator.<Declaration>comparingInt(target -> rank(target.kind()))
                .thenComparing(Declaration::system)
                .thenComparing(Declaration::directory)
                .thenComparing(Declaration::name);
    }

    /** A library before a plugin before a program; then the nearer to the file; then by system, place and name. */
    private static Declaration closer(String path, Declaration one, Declaration other) {
        String directory = TreePath.parent(path);
        return Comparator.<Declaration>comparingInt(target -> rank(target.kind()))
                                .thenComparingInt(target -> TreePath.distance(target.directory(), directory))
                                .thenComparing(order())
                                .compare(one, other)
                        <= 0
                ? one
                : other;
    }

    private static int rank(ModuleKind kind) {
        return kind == ModuleKind.LIBRARY ? 0 : kind == ModuleKind.PLUGIN ? 1 : 2;
    }
}
