package org.memcensus.advise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Replacement;

/** Where in a repository the components of the catalogue live, as directories. */
final class Components {
    /** Code that names so few of a component's functions is not it. */
    private static final int LEAST_NAMES = 3;

    /** Two file names, or one in a directory of the component's name. */
    private static final int LEAST_FILES = 2;

    /** Directories that part a header from the root of its component. */
    private static final Set<String> INNER =
            Set.of("include", "includes", "inc", "src", "lib", "source", "headers", "api", "common", "core");

    /** Ends the name of a header that the build makes from what lies in the tree. */
    private static final String TEMPLATE = ".in";

    /** A directory with copies of so many components is there for them. */
    private static final int LEAST_ON_SHELF = 3;

    private final IdentityHashMap<Replacement, List<Place>> places;
    private final Set<String> shelves;

    private Components(IdentityHashMap<Replacement, List<Place>> places) {
        this.places = places;
        this.shelves = shelves(places);
    }

    /** Directories below the root that hold copies of several components, each in a directory of its own name. */
    private static Set<String> shelves(IdentityHashMap<Replacement, List<Place>> places) {
        Map<String, Set<String>> copies = new HashMap<>();
        places.forEach((entry, own) -> own.stream()
                .filter(Place::named)
                .forEach(place -> copies.computeIfAbsent(directory(outer(place.directory)), key -> new HashSet<>())
                        .add(entry.component())));
        copies.remove("");
        copies.values().removeIf(components -> components.size() < LEAST_ON_SHELF);
        return copies.keySet();
    }

    /** Whether a file lies in a directory beside copies of several components, and so is most likely a copy too. */
    boolean shelve(String path) {
        for (String shelf : shelves) {
            if (path.startsWith(shelf + "/") && path.indexOf('/', shelf.length() + 1) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Looks for every component of the catalogue. */
    static Components find(List<Replacement> catalogue, List<CountedFile> files) {
        Map<String, List<String>> byName = byName(catalogue, files);
        Map<String, List<CountedFile>> directories = directories(catalogue, byName, files);
        // By identity: to hash an entry's texts for every file of a large tree costs seconds.
        IdentityHashMap<Replacement, List<Place>> places = new IdentityHashMap<>();
        for (Replacement entry : catalogue) {
            Set<String> bases = bases(entry, byName);
            if (bases.isEmpty()) {
                continue;
            }
            List<Place> own = new ArrayList<>();
            for (String directory : candidates(entry, byName)) {
                if (bases.stream().anyMatch(base -> below(directory, base))) {
                    own.addAll(place(entry, directory, directories.getOrDefault(directory, List.of())));
                }
            }
            if (!own.isEmpty()) {
                places.put(entry, own);
            }
        }
        return new Components(places);
    }

    /** Whether a component lives anywhere in the repository. */
    boolean hold(Replacement entry) {
        return places.containsKey(entry);
    }

    /** The paths of files that have a name of a fingerprint: all others say nothing of where components lie. */
    private static Map<String, List<String>> byName(List<Replacement> catalogue, List<CountedFile> files) {
        Map<String, List<String>> byName = new HashMap<>();
        for (Replacement entry : catalogue) {
            entry.fingerprint().ownFiles().forEach(header -> {
                byName.put(name(header), new ArrayList<>());
                byName.put(name(header) + TEMPLATE, new ArrayList<>());
            });
            entry.fingerprint().files().forEach(file -> byName.put(file, new ArrayList<>()));
        }
        for (CountedFile file : files) {
            List<String> paths = byName.get(name(file.path()));
            if (paths != null) {
                paths.add(file.path());
            }
        }
        return byName;
    }

    /** The files of each directory in which a component may lie. */
    private static Map<String, List<CountedFile>> directories(
            List<Replacement> catalogue, Map<String, List<String>> byName, List<CountedFile> files) {
        Map<String, List<CountedFile>> directories = new HashMap<>();
        for (Replacement entry : catalogue) {
            candidates(entry, byName).forEach(directory -> directories.put(directory, new ArrayList<>()));
        }
        for (CountedFile file : files) {
            List<CountedFile> members = directories.get(directory(file.path()));
            if (members != null) {
                members.add(file);
            }
        }
        return directories;
    }

    /** Whether a file is part of any component. */
    boolean hold(String path) {
        for (Map.Entry<Replacement, List<Place>> item : places.entrySet()) {
            if (holds(item.getKey(), item.getValue(), path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file is part of a component. */
    boolean holds(Replacement entry, String path) {
        return holds(entry, places.getOrDefault(entry, List.of()), path);
    }

    /** The places of a component that a file is part of; a copy of it has places of its own. */
    List<String> homes(Replacement entry, String path) {
        return places.getOrDefault(entry, List.of()).stream()
                .filter(place -> holds(entry, place, path))
                .map(Place::directory)
                .toList();
    }

    /** Whether a file bears a name of the component's fingerprint. */
    static boolean isMarked(Replacement entry, String path) {
        return matches(entry, name(path)) > 0;
    }

    /** Whether a file lies where the component does: by whatever name, it is no user of it. */
    boolean surrounds(Replacement entry, String path) {
        String directory = directory(path);
        return places.getOrDefault(entry, List.of()).stream()
                .anyMatch(
                        place -> directory.equals(place.directory) || place.named && below(directory, place.directory));
    }

    private static boolean holds(Replacement entry, List<Place> places, String path) {
        for (Place place : places) {
            if (holds(entry, place, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Replacement entry, Place place, String path) {
        if (!path.startsWith(place.directory)) {
            return false;
        }
        String directory = directory(path);
        return place.named && below(directory, place.directory)
                || directory.equals(place.directory) && matches(entry, name(path)) > 0;
    }

    /** The roots below which a component may lie, by the places of its headers. */
    private static Set<String> bases(Replacement entry, Map<String, List<String>> byName) {
        Set<String> bases = new HashSet<>();
        List<String> headers = entry.fingerprint().ownFiles().stream()
                .flatMap(header -> Stream.of(header, header + TEMPLATE))
                .toList();
        for (String header : headers) {
            for (String path : byName.getOrDefault(name(header), List.of())) {
                if (path.equals(header) || path.endsWith("/" + header)) {
                    String base = path.substring(0, Math.max(0, path.length() - header.length() - 1));
                    while (INNER.contains(name(base))) {
                        base = directory(base);
                    }
                    bases.add(base);
                }
            }
        }
        return bases;
    }

    /** Directories that hold a file of the component by its whole name. Globs only add to what these begin. */
    private static Set<String> candidates(Replacement entry, Map<String, List<String>> byName) {
        Set<String> candidates = new HashSet<>();
        for (String file : entry.fingerprint().files()) {
            byName.getOrDefault(file, List.of()).forEach(path -> candidates.add(directory(path)));
        }
        return candidates;
    }

    private static List<Place> place(Replacement entry, String directory, List<CountedFile> files) {
        boolean named = isNamed(entry, directory);
        Set<String> found = new HashSet<>();
        long symbols = 0;
        for (CountedFile file : files) {
            if (matches(entry, name(file.path())) > 0) {
                found.add(name(file.path()));
            }
            symbols += file.facts().facts().stream()
                    .filter(fact -> fact.rule().equals(CallPatterns.pattern(entry)))
                    .mapToLong(fact -> fact.count())
                    .sum();
        }
        boolean byFunctions = entry.fingerprint().symbolPrefixes().isEmpty() || symbols >= LEAST_NAMES;
        boolean enough = found.size() >= LEAST_FILES || (named && !found.isEmpty());
        return enough && byFunctions ? List.of(new Place(directory, named)) : List.of();
    }

    /** Whether the directory, or the one above an inner one, has the component's name. */
    private static boolean isNamed(Replacement entry, String directory) {
        String last = name(outer(directory)).toLowerCase(Locale.ROOT);
        for (String dir : entry.fingerprint().dirs()) {
            String wanted = dir.toLowerCase(Locale.ROOT);
            if (last.equals(wanted) || isVersioned(last, wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The directory without the inner ones at its end. */
    private static String outer(String directory) {
        String outer = directory;
        while (INNER.contains(name(outer))) {
            outer = directory(outer);
        }
        return outer;
    }

    /** {@code zlib-1.3.1} is {@code zlib}. */
    private static boolean isVersioned(String directory, String wanted) {
        return directory.length() > wanted.length() + 1
                && directory.startsWith(wanted)
                && (directory.charAt(wanted.length()) == '-' || directory.charAt(wanted.length()) == '_')
                && Character.isDigit(directory.charAt(wanted.length() + 1));
    }

    /** Number of the fingerprint's file names that a name matches; a {@code *} stands for any text. */
    private static long matches(Replacement entry, String name) {
        return entry.fingerprint().files().stream()
                .filter(glob -> matches(glob, name))
                .count();
    }

    private static boolean matches(String glob, String name) {
        int star = glob.indexOf('*');
        if (star < 0) {
            return glob.equals(name);
        }
        String end = glob.substring(star + 1);
        return name.length() >= glob.length() - 1 && name.startsWith(glob.substring(0, star)) && name.endsWith(end);
    }

    private static boolean below(String directory, String base) {
        return base.isEmpty() || directory.equals(base) || directory.startsWith(base + "/");
    }

    static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A directory that holds a component; a named one with all that is below it. */
    private record Place(String directory, boolean named) {}
}
