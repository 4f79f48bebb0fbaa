package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.memcensus.model.CountedFile;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.ModuleMode;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;

/**
 * Gives files to the declarations that name them.
 *
 * <p>A package takes what lies in it. A target takes its files while they are one unit, in one directory; what is more is a
 * whole library, whose directories and families are the better units. What a program loads as a plugin from a directory of
 * its own is a unit there ({@code modules/md} of httpd) until the directory would be split by itself. A module that a kernel loads is a unit at any size: it
 * takes its files in its own directory, and the headers there that nothing else includes; what it has elsewhere goes by
 * directories.
 */
final class Claims {
    /**
     * Code files that a target may have to be one module where its directory says nothing of it ({@code src}). Helper
     * libraries and small programs have fewer; what has more (zlib has 26) is taken apart.
     */
    private static final int MAX_FILES = 12;

    private final ModuleMode mode;
    private final Map<String, CountedFile> files = new LinkedHashMap<>();
    private final Map<String, Unit> units;
    private final Reasons reasons;
    private final Map<String, Twins.Merged> declared = new HashMap<>();

    /**
     * Claims on the files of a tree.
     *
     * @param mode AUTO or BUILD
     * @param files all files
     * @param units the unit of each file that has one; filled further
     * @param reasons hears why a declared file is not in a module of its target
     */
    Claims(ModuleMode mode, List<CountedFile> files, Map<String, Unit> units, Reasons reasons) {
        this.mode = mode;
        this.units = units;
        this.reasons = reasons;
        files.forEach(file -> this.files.put(file.path(), file));
    }

    /** Decides all claims: targets before packages, and among targets as the builds say. */
    void take(List<Declaration> declarations, Builds builds) {
        List<Declaration> targets =
                declarations.stream().filter(each -> !each.whole()).toList();
        List<Twins.Merged> all = new ArrayList<>(Twins.merge(targets, builds));
        all.sort(Comparator.comparing(Twins.Merged::target, builds.order()));
        for (Twins.Merged merged : all) {
            for (String path : merged.target().files()) {
                declared.merge(
                        path, merged, (one, other) -> builds.isFirst(path, one.target(), other.target()) ? one : other);
            }
        }
        IdentityHashMap<Twins.Merged, List<CountedFile>> claimed = new IdentityHashMap<>();
        files.forEach((path, file) -> {
            Twins.Merged merged = declared.get(path);
            if (merged != null && claimable(file)) {
                claimed.computeIfAbsent(merged, any -> new ArrayList<>()).add(file);
            }
        });
        for (Twins.Merged merged : all) {
            if (claimed.containsKey(merged) && isTrial(merged.target())) {
                claimed.remove(merged).stream()
                        .map(CountedFile::path)
                        .forEach(path ->
                                reasons.add(path, "part of " + merged.said(path) + ", which only tries code out"));
            }
        }
        Map<String, List<CountedFile>> free = headersByDirectory();
        HomeHeaders homes = new HomeHeaders();
        files.values().stream().filter(this::claimable).forEach(homes::add);
        FineLibraries fine = FineLibraries.of(all);
        for (Twins.Merged merged : all) {
            List<CountedFile> members = claimed.get(merged);
            if (members == null) {
                continue;
            }
            members.addAll(headersOf(members, free));
            String apart = mode == ModuleMode.BUILD ? "" : whyApart(merged.target(), members, fine);
            List<CountedFile> unit = new ArrayList<>(apart.isEmpty() ? members : List.of());
            if (merged.target().kind() == ModuleKind.KERNEL_MODULE && mode != ModuleMode.BUILD) {
                unit = ownPart(merged.target().directory(), members, homes);
            }
            if (!unit.isEmpty()) {
                Unit declared = Unit.declared(merged);
                unit.forEach(file -> units.putIfAbsent(file.path(), declared));
            }
            if (!apart.isEmpty()) {
                Set<String> own = paths(unit);
                members.stream()
                        .map(CountedFile::path)
                        .filter(path -> !own.contains(path))
                        .forEach(path -> reasons.add(path, "part of " + merged.said(path) + ", which " + apart));
            }
        }
        List<Declaration> packages =
                new ArrayList<>(declarations.stream().filter(Declaration::whole).toList());
        packages.sort(PackageLanguages.innermostFirst().thenComparing(builds.order()));
        for (Declaration whole : packages) {
            Unit unit = Unit.declared(Twins.Merged.alone(whole));
            for (String path : whole.files()) {
                CountedFile file = files.get(path);
                if (file != null && !PackageLanguages.isForeign(file, whole)) {
                    units.putIfAbsent(file.path(), unit);
                }
            }
        }
    }

    /**
     * Whether a program only tries code out: the source that it is called by is a test, an example or a tool, or at least
     * half of its sources are. What else it lists is a library's, whose name it does not tell.
     */
    private boolean isTrial(Declaration target) {
        if (target.kind() != ModuleKind.EXECUTABLE) {
            return false;
        }
        String name = TreePath.name(target.name());
        int aside = 0;
        int sources = 0;
        for (String path : target.files()) {
            CountedFile file = files.get(path);
            if (file != null && !Headers.is(path) && file.safety() != Safety.NONE) {
                sources++;
                aside += file.role().shipped() ? 0 : 1;
                if (Builds.isNamedAfter(target, path) || TreePath.name(path).startsWith(name + ".")) {
                    return !file.role().shipped();
                }
            }
        }
        return aside > 0 && 2 * aside >= sources;
    }

    /** The target that declares each file, of those that compete for it the one that won. */
    Map<String, Twins.Merged> declared() {
        return declared;
    }

    /** A target's tests, examples and the like go with their directories: a program a test is no unit to replace. */
    private boolean claimable(CountedFile file) {
        return !units.containsKey(file.path()) && (file.role() == Role.CORE || file.role() == Role.GENERATED);
    }

    /** The files of a kernel module in its own directory; none where it has no source there. */
    private List<CountedFile> ownPart(String home, List<CountedFile> members, HomeHeaders headers) {
        List<CountedFile> own = new ArrayList<>(members.stream()
                .filter(file -> TreePath.parent(file.path()).equals(home))
                .toList());
        if (own.stream().noneMatch(file -> file.safety() != Safety.NONE && !Headers.is(file.path()))) {
            return List.of();
        }
        headers.of(home, List.copyOf(own)).stream()
                .filter(header -> !declared.containsKey(header.path()))
                .forEach(own::add);
        return own;
    }

    private static Set<String> paths(List<CountedFile> files) {
        return files.stream().map(CountedFile::path).collect(Collectors.toSet());
    }

    /** Why a target is no unit; empty where it is one. */
    private static String whyApart(Declaration target, List<CountedFile> members, FineLibraries fine) {
        List<CountedFile> code =
                members.stream().filter(file -> file.safety() != Safety.NONE).toList();
        if (code.isEmpty()) {
            return "declares no code of its own";
        }
        // The header that a test program lists with the library's sources is the library's.
        if (members.stream().allMatch(file -> Headers.is(file.path()))
                && !target.files().stream().allMatch(Headers::is)) {
            return "has no source of its own";
        }
        long directories = members.stream()
                .map(file -> TreePath.parent(file.path()))
                .distinct()
                .count();
        if (directories > 1) {
            return "lies in " + directories + " directories";
        }
        String directory = TreePath.parent(code.get(0).path());
        boolean many = FlatDirectory.is(directory, code);
        if (target.kind() == ModuleKind.PLUGIN && !many) {
            return "";
        }
        String small = fine.why(target);
        return !small.isEmpty() || code.size() <= MAX_FILES || !many
                ? small
                : "has " + code.size() + " files in one directory";
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
    private List<CountedFile> headersOf(List<CountedFile> members, Map<String, List<CountedFile>> headers) {
        Map<String, Set<String>> stems = new TreeMap<>(); // by directory
        for (CountedFile file : members) {
            stems.computeIfAbsent(TreePath.parent(file.path()), any -> new HashSet<>())
                    .add(TreePath.stem(file.path()));
        }
        List<CountedFile> found = new ArrayList<>();
        stems.forEach((directory, own) -> {
            for (CountedFile header : headers.getOrDefault(directory, List.of())) {
                if (own.contains(TreePath.stem(header.path())) && !declared.containsKey(header.path())) {
                    found.add(header);
                }
            }
        });
        return found;
    }
}
