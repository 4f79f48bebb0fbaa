package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.ModuleKind;

/**
 * Which of several builds of one tree has the say over files that more than one declares.
 *
 * <p>First the complete ones, then the others; among each in the order of the readers. A build is complete when it declares
 * at least half as many files as the one that declares most: a second build for one platform, or of an example, does not
 * overrule the main one, and a few files more or less change nothing.
 */
final class Builds {
    private final Map<String, Integer> ranks = new HashMap<>();

    private Builds() {}

    /**
     * The builds of a tree.
     *
     * @param systems names of the build systems, in the order of their readers
     * @param declarations all that they declare, in any order
     */
    static Builds of(List<String> systems, List<Declaration> declarations) {
        Map<String, Set<String>> declared = new HashMap<>();
        for (Declaration declaration : declarations) {
            if (declaration.whole()) {
                continue; // a package owns all that lies below it, whoever builds it
            }
            declared.computeIfAbsent(declaration.system(), any -> new HashSet<>())
                    .addAll(declaration.files());
        }
        int most = declared.values().stream().mapToInt(Set::size).max().orElse(0);
        List<String> order = new ArrayList<>(systems);
        // The sort is stable: within each half the order of the readers stays.
        order.sort(Comparator.comparing(
                system -> declared.getOrDefault(system, Set.of()).size() * 2 < most));
        Builds builds = new Builds();
        for (String system : order) {
            builds.ranks.putIfAbsent(system, builds.ranks.size());
        }
        return builds;
    }

    /** The first declaration that counts stands first: by build, kind, name and place. No two that differ are equal. */
    Comparator<Declaration> order() {
        Comparator<Declaration> order = Comparator.comparingInt(this::rank)
                .thenComparingInt(Builds::kindRank)
                .thenComparing(Declaration::system)
                .thenComparing(Declaration::directory)
                .thenComparing(Declaration::name)
                .thenComparing(Declaration::path)
                .thenComparingInt(Declaration::line)
                .thenComparing(Declaration::whole)
                .thenComparing(Declaration::kind)
                .thenComparing(Declaration::files, Builds::compare)
                .thenComparing(Declaration::links, Builds::compare)
                .thenComparing(Declaration::installed, Builds::compare);
        // A map asks most often whether one is itself.
        return (one, other) -> one == other ? 0 : order.compare(one, other);
    }

    private static int compare(List<String> one, List<String> other) {
        return Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new));
    }

    /**
     * Whether one gets a file before another: the better build; a library before a plugin before a program; the one that the
     * file is named after; the nearer.
     */
    boolean isFirst(String path, Declaration one, Declaration other) {
        String directory = TreePath.parent(path);
        return Comparator.comparingInt(this::rank)
                        .thenComparingInt(Builds::kindRank)
                        .thenComparing(target -> !isNamedAfter(target, path))
                        .thenComparingInt((Declaration target) -> TreePath.distance(target.directory(), directory))
                        .thenComparing(order())
                        .compare(one, other)
                <= 0;
    }

    /** Whether a source is what its target is called by: {@code png.c} of {@code png} and {@code libpng}. */
    static boolean isNamedAfter(Declaration target, String path) {
        return !Headers.is(path) && TreePath.stem(path).equals(stem(target));
    }

    /** The name of a target as its main source may have it. */
    static String stem(Declaration target) {
        String name = TreePath.name(target.name());
        return name.startsWith("lib") ? name.substring("lib".length()) : name;
    }

    private int rank(Declaration declaration) {
        return ranks.getOrDefault(declaration.system(), ranks.size());
    }

    private static int kindRank(Declaration declaration) {
        ModuleKind kind = declaration.kind();
        return kind == ModuleKind.LIBRARY ? 0 : kind == ModuleKind.PLUGIN || kind == ModuleKind.KERNEL_MODULE ? 1 : 2;
    }
}
