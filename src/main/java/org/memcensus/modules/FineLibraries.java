package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.memcensus.model.ModuleKind;

/**
 * Libraries that are too fine to be units. Where a build file declares a library for nearly each header, as Bazel asks for, a
 * maintainer speaks of the directory: {@code absl/container}, not {@code flat_hash_map}. Small libraries of such a file go by
 * directory, and so do several that compile nothing; one that has a directory to itself is a unit there as anywhere.
 */
final class FineLibraries {
    /** Libraries of one build file, at the least, before its style can be told from them. */
    private static final int MIN_LIBRARIES = 4;

    /** Files of a library of one header: with its source, and something private. */
    private static final int MAX_OF_HEADER = 3;

    /** Files of a small library: half of what may be a unit anywhere. */
    private static final int MAX_FILES = 6;

    /** For each library that is no unit, by its id, why. */
    private final Map<String, String> whys = new HashMap<>();

    private FineLibraries() {}

    /** Looks at all targets of a tree. */
    static FineLibraries of(Collection<Twins.Merged> targets) {
        Map<String, List<Declaration>> files = new TreeMap<>();
        for (Twins.Merged merged : targets) {
            Declaration target = merged.target();
            if (target.kind() == ModuleKind.LIBRARY) {
                files.computeIfAbsent(target.path(), any -> new ArrayList<>()).add(target);
            }
        }
        FineLibraries fine = new FineLibraries();
        files.forEach((path, libraries) -> {
            long ofHeader = libraries.stream().filter(FineLibraries::isOfHeader).count();
            boolean many = libraries.size() >= MIN_LIBRARIES && ofHeader * 2 > libraries.size();
            boolean sourceless = libraries.size() > 1
                    && libraries.stream().allMatch(each -> each.files().stream().allMatch(Headers::is));
            if (many || sourceless) {
                fine.add(path, libraries);
            }
        });
        return fine;
    }

    /** Why a target is no unit; empty where it may be one. */
    String why(Declaration target) {
        return whys.getOrDefault(Unit.id(target), "");
    }

    private void add(String path, List<Declaration> libraries) {
        Map<String, Integer> shared = new HashMap<>();
        libraries.forEach(library -> directories(library).forEach(each -> shared.merge(each, 1, Integer::sum)));
        for (Declaration library : libraries) {
            Set<String> directories = directories(library);
            boolean alone = !directories.contains(TreePath.parent(path))
                    && directories.stream().allMatch(each -> shared.getOrDefault(each, 0) == 1);
            if (!alone && library.files().size() <= MAX_FILES) {
                whys.put(
                        Unit.id(library),
                        "is one of " + libraries.size() + " libraries, most of one header, at " + path);
            }
        }
    }

    private static boolean isOfHeader(Declaration library) {
        return library.files().size() <= MAX_OF_HEADER
                && library.files().stream().anyMatch(Headers::is);
    }

    private static Set<String> directories(Declaration library) {
        return library.files().stream().map(TreePath::parent).collect(Collectors.toCollection(TreeSet::new));
    }
}
