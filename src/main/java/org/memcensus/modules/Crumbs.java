package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.memcensus.model.CountedFile;
import org.memcensus.model.DefinedFunctions;
import org.memcensus.model.NameSet;

/**
 * Families of one directory that are too little to be units: a file of a few lines that one family alone includes or calls, or
 * one that nobody uses and that itself includes one family alone. That family must be far larger: where all files are small,
 * each is a unit. A program is what it is, however small.
 */
final class Crumbs {
    /** Lines of code of a crumb: a function or two. */
    private static final int MAX_CODE = 40;

    /** Lines of one that nobody uses: the source of a precompiled header. More may be the start of something. */
    private static final int MAX_UNUSED = 5;

    /** How many times as much code the family has that it belongs to. */
    private static final int TIMES = 10;

    private static final int MAIN = NameSet.hash("main");

    private final Map<String, List<CountedFile>> families = new TreeMap<>();
    private final FamilyLinks links;
    private final Set<String> shared;

    /** For each family, the others that call it. */
    private final Map<String, Set<String>> callers = new HashMap<>();

    /**
     * The families of a directory.
     *
     * @param stems its files by their stems
     * @param familyOf the family of each stem
     * @param links who includes whom
     * @param shared paths of files that others in another directory include: they have to do with more than one family
     */
    Crumbs(Map<String, List<CountedFile>> stems, Map<String, String> familyOf, FamilyLinks links, Set<String> shared) {
        this.links = links;
        this.shared = shared;
        stems.forEach(
                (stem, files) -> families.computeIfAbsent(familyOf.getOrDefault(stem, stem), any -> new ArrayList<>())
                        .addAll(files));
    }

    /** For each crumb the family that it belongs to. */
    Map<String, String> owners() {
        Map<String, Long> small = new TreeMap<>();
        Map<String, Long> sizes = new HashMap<>();
        families.forEach((family, files) -> {
            long code = files.stream().mapToLong(CountedFile::unsafeCode).sum();
            sizes.put(family, code);
            if (code <= MAX_CODE && isOfThisDirectory(family, files)) {
                small.put(family, code);
            }
        });
        if (small.isEmpty()) {
            return Map.of();
        }
        findCallers();
        Map<String, String> next = new TreeMap<>();
        small.forEach((family, code) -> {
            Set<String> users = new TreeSet<>(links.others().getOrDefault(family, new TreeSet<>()));
            users.addAll(callers.getOrDefault(family, Set.of()));
            if (users.isEmpty() && code <= MAX_UNUSED) {
                links.included()
                        .getOrDefault(family, new TreeSet<>())
                        .forEach(header -> users.add(links.owner(header)));
                users.remove(family);
            }
            for (String user : users) {
                if (users.size() == 1 && sizes.getOrDefault(user, 0L) >= TIMES * code) {
                    next.put(family, user);
                }
            }
        });
        Map<String, String> owners = new HashMap<>();
        next.keySet().forEach(family -> owners.put(family, Families.end(family, next)));
        return owners;
    }

    /**
     * Whether nothing in another directory can have to do with a family: its own headers are not included there, or where it
     * has none, no header that may declare its functions is.
     */
    private boolean isOfThisDirectory(String family, List<CountedFile> files) {
        boolean declares = false;
        boolean defines = false;
        for (CountedFile file : files) {
            NameSet defined = file.facts().functions().defined();
            if (shared.contains(file.path()) || defined.contains(MAIN)) {
                return false;
            }
            declares |= Headers.is(file.path());
            defines |= defined.size() > 0;
        }
        if (declares || !defines) {
            return true;
        }
        String directory = TreePath.parent(files.get(0).path());
        Set<String> included = links.included().getOrDefault(family, new TreeSet<>());
        return !included.isEmpty()
                && included.stream().noneMatch(header -> shared.contains(TreePath.join(directory, header)));
    }

    private void findCallers() {
        List<String> names = new ArrayList<>(families.keySet());
        List<CountedFile> files = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (CountedFile file : families.getOrDefault(names.get(i), List.of())) {
                files.add(file);
                places.add(i);
            }
        }
        int[] parts = places.stream().mapToInt(each -> each).toArray();
        DefinedFunctions defined = DefinedFunctions.of(files, parts);
        for (int i = 0; i < parts.length; i++) {
            // What a header only declares looks like a call.
            boolean header = Headers.is(files.get(i).path());
            NameSet called =
                    header ? NameSet.NONE : files.get(i).facts().functions().called();
            for (int call = 0; call < called.size(); call++) {
                int definer = defined.part(called.get(call));
                if (definer >= 0 && definer != parts[i]) {
                    callers.computeIfAbsent(names.get(definer), any -> new HashSet<>())
                            .add(names.get(parts[i]));
                }
            }
        }
    }
}
