package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.ModuleKind;

/**
 * Which unit a build means when it names what a target links: {@code //directory:name} for a target of one directory,
 * {@code //directory:} for the package there, {@code -lname} for a library that any build of the tree makes, else a name; of
 * targets of one name the nearest counts.
 */
final class LinkNames {
    /** Of a name that more targets have, only the first count: to compare all for each link would cost much. */
    private static final int MAX_PLACES = 100;

    private final Map<String, List<Place>> byName = new HashMap<>();

    /** Libraries of all builds, by the names that a linker has for them: one build may link what another one makes. */
    private final Map<String, List<Place>> libraries = new HashMap<>();

    /** Targets by their labels, each behind its build system. */
    private final Map<String, String> byLabel = new HashMap<>();

    /** The same of packages, with their names and without: a target of the same name goes before one. */
    private final Map<String, String> packages = new HashMap<>();

    /** How a build reader writes a target of a directory of the tree; with an empty name the package there. */
    static String label(String directory, String name) {
        return SourcePaths.ROOT + directory + ":" + name;
    }

    /**
     * The same of a label as Bazel and GN write it: {@code //base:log}, {@code :log}, {@code base} for {@code base:log}.
     *
     * @param label from the tree's root, where it begins with {@code //}
     * @param directory where it is written
     * @param plainIsHere whether a name without a colon is a target of this directory, as Bazel has it, or a directory
     */
    static String label(String label, String directory, boolean plainIsHere) {
        int end = label.indexOf('(');
        String plain = end < 0 ? label : label.substring(0, end);
        int colon = plain.lastIndexOf(':');
        String place = colon < 0 ? plain : plain.substring(0, colon);
        String name = colon < 0 ? TreePath.name(plain) : plain.substring(colon + 1);
        if (colon < 0 && plainIsHere && !plain.startsWith(SourcePaths.ROOT)) {
            return label(directory, plain);
        }
        String found = SourcePaths.place(directory, place);
        return found == null ? plain : label(found, name);
    }

    /** The label of the target whose name has something before it. */
    static String beside(String label, String before) {
        int colon = label.lastIndexOf(':');
        return label.substring(0, colon + 1) + before + label.substring(colon + 1);
    }

    /** Says that a unit goes by what a declaration is called, where it is declared and where its files are. */
    void add(Declaration declaration, String unit) {
        String system = declaration.system();
        List<Place> places = byName.computeIfAbsent(key(system, declaration.name()), any -> new ArrayList<>());
        Map<String, String> labels = declaration.whole() ? packages : byLabel;
        for (String directory : List.of(declaration.directory(), TreePath.parent(declaration.path()))) {
            labels.putIfAbsent(system + " " + label(directory, declaration.name()), unit);
            if (places.size() < MAX_PLACES) {
                places.add(new Place(directory, unit));
            }
        }
        if (declaration.kind() == ModuleKind.LIBRARY) {
            List<Place> made = libraries.computeIfAbsent(
                    LinkerWords.plain(TreePath.name(declaration.name())), any -> new ArrayList<>());
            if (made.size() < MAX_PLACES) {
                made.add(new Place(declaration.directory(), unit));
            }
        }
        if (declaration.whole()) {
            packages.putIfAbsent(system + " " + label(declaration.directory(), ""), unit);
        }
    }

    /** The unit that a declaration links by a name as written; null where the tree has none. */
    @Nullable
    String find(Declaration from, String link) {
        if (link.startsWith(SourcePaths.ROOT) && link.indexOf(':') >= 0) {
            String label = from.system() + " " + link;
            return byLabel.containsKey(label) ? byLabel.get(label) : packages.get(label);
        }
        List<Place> places = link.startsWith(LinkerWords.LIBRARY)
                ? libraries.get(LinkerWords.plain(link.substring(LinkerWords.LIBRARY.length())))
                : byName.get(key(from.system(), bare(link)));
        return places == null ? null : nearest(places, from);
    }

    private static @Nullable String nearest(List<Place> places, Declaration from) {
        return places.stream()
                .min(Comparator.comparingInt((Place place) -> TreePath.distance(place.directory(), from.directory()))
                        .thenComparing(Place::unit))
                .map(Place::unit)
                .orElse(null);
    }

    /** A target by its name, without the place and the ending that a link may have: ../lib/libcurl.la is libcurl. */
    private static String bare(String link) {
        String bare = TreePath.name(link);
        bare = bare.substring(bare.lastIndexOf(':') + 1);
        return bare.endsWith(".la") || bare.endsWith(".a") ? bare.substring(0, bare.lastIndexOf('.')) : bare;
    }

    private static String key(String system, String name) {
        return system + " " + TreePath.name(name);
    }

    /** Where a unit is known by a name. */
    private record Place(String directory, String unit) {}
}
