package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.memcensus.model.ModuleKind;

/**
 * Makes one target of those that are built from the same files: the static and the shared library, a library and its variant
 * for tests, and the same library as two builds declare it.
 */
final class Twins {
    /** Steps that comparing may take: targets that all share their files would cost the square of their number. */
    private static final int MAX_STEPS = 5_000_000;

    /** Twins that an explanation names. */
    private static final int MAX_SAID = 3;

    private final List<Declaration> targets;

    /** For each target, the first target that it is one with. */
    private final int[] roots;

    /** How many headers each target lists. */
    private final int[] headers;

    private Twins(List<Declaration> targets) {
        this.targets = targets;
        this.roots = new int[targets.size()];
        this.headers = new int[targets.size()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = i;
            headers[i] =
                    (int) targets.get(i).files().stream().filter(Headers::is).count();
        }
    }

    /**
     * A target with those that were merged into it.
     *
     * @param target the merged target
     * @param names all of them as declared, the one that leads first
     * @param listing those that list each file, in the same order; empty where there is one alone
     */
    record Merged(Declaration target, List<Declaration> names, Map<String, List<Declaration>> listing) {
        private static Merged of(Declaration target, List<Declaration> names) {
            Map<String, List<Declaration>> listing = new HashMap<>();
            for (Declaration name : names.size() == 1 ? List.<Declaration>of() : names) {
                new TreeSet<>(name.files())
                        .forEach(file -> listing.computeIfAbsent(file, any -> new ArrayList<>())
                                .add(name));
            }
            return new Merged(target, List.copyOf(names), listing);
        }

        /** What is a target of its own, or a package. */
        static Merged alone(Declaration declaration) {
            return of(declaration, List.of(declaration));
        }

        /** What it is and where, with the places of its twins. */
        String said() {
            return said(target, names.subList(1, names.size()));
        }

        /** The same of those alone that list a file; of all where none does. */
        String said(String path) {
            List<Declaration> some = listing.getOrDefault(path, names);
            return said(lead(some), some.subList(1, some.size()));
        }

        /** The first that lists a file; the merged target where none does. */
        Declaration first(String path) {
            return lead(listing.getOrDefault(path, names));
        }

        private Declaration lead(List<Declaration> some) {
            return some.get(0).equals(names.get(0)) ? target : some.get(0);
        }

        /** Whether a target is the same one, which its build declares once for each of several cases. */
        private static boolean isAgain(Declaration twin, Declaration target) {
            return twin.line() == target.line()
                    && twin.path().equals(target.path())
                    && twin.name().equals(target.name());
        }

        private static String said(Declaration target, List<Declaration> twins) {
            StringBuilder said = new StringBuilder(target.place());
            List<Declaration> also =
                    twins.stream().filter(twin -> !isAgain(twin, target)).toList();
            for (int i = 0; i < Math.min(also.size(), MAX_SAID); i++) {
                Declaration twin = also.get(i);
                boolean other = !twin.system().equals(target.system());
                said.append(i == 0 ? ", of the same files as " : ", ")
                        .append(other ? twin.system() + "'s " : "")
                        .append(twin.name())
                        .append(" at ")
                        .append(twin.path())
                        .append(':')
                        .append(twin.line());
            }
            return also.size() > MAX_SAID ? said + " and " + (also.size() - MAX_SAID) + " more" : said.toString();
        }
    }

    /** The same targets, twins and those of one name merged, in order. The order of what is given makes no difference. */
    static List<Merged> merge(List<Declaration> declarations, Builds builds) {
        List<Declaration> sorted = new ArrayList<>(declarations);
        sorted.sort(builds.order());
        Twins twins = new Twins(sorted);
        twins.joinNames();
        twins.joinTwins();
        return twins.merged();
    }

    private int root(int target) {
        int root = target;
        while (roots[root] != root) {
            root = roots[root];
        }
        roots[target] = root;
        return root;
    }

    /** Puts two targets together; the first in order stays the root, so that the order of joining makes no difference. */
    private void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        roots[Math.max(first, second)] = Math.min(first, second);
    }

    private void joinNames() {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < roots.length; i++) {
            Integer twin = first.putIfAbsent(key(targets.get(i), targets.get(i).name()), i);
            if (twin != null) {
                join(twin, i);
            }
        }
    }

    private void joinTwins() {
        Map<String, List<Integer>> byFile = new HashMap<>();
        int[] shared = new int[roots.length];
        int steps = 0;
        for (int i = 0; i < roots.length; i++) {
            List<Integer> met = new ArrayList<>();
            for (String file : new TreeSet<>(targets.get(i).files())) {
                List<Integer> before = byFile.computeIfAbsent(file, any -> new ArrayList<>());
                steps += before.size();
                if (steps > MAX_STEPS) {
                    return;
                }
                for (int other : before) {
                    if (shared[other]++ == 0) {
                        met.add(other);
                    }
                }
                before.add(i);
            }
            for (int other : met) {
                if (twins(other, i, shared[other])) {
                    join(other, i);
                }
                shared[other] = 0;
            }
        }
    }

    /**
     * More than half of the files of the larger one are the other's too. Two programs of one build must be variants of each
     * other: programs that share their helpers, and differ in what they do with them, are two. So are a library and a program
     * that compiles it in beside files of its own, and two targets of which each has a file that is named after it.
     */
    private boolean twins(int first, int second, int shared) {
        Declaration one = targets.get(first);
        Declaration other = targets.get(second);
        int smaller = Math.min(comparable(first, second), comparable(second, first));
        int larger = Math.max(comparable(first, second), comparable(second, first));
        boolean programs = one.kind() == ModuleKind.EXECUTABLE
                && other.kind() == ModuleKind.EXECUTABLE
                && one.system().equals(other.system());
        boolean mixed = (one.kind() == ModuleKind.EXECUTABLE) != (other.kind() == ModuleKind.EXECUTABLE);
        Declaration program = one.kind() == ModuleKind.EXECUTABLE ? one : other;
        return shared * 2 > larger
                && (!programs || shared == smaller)
                && (!mixed || shared == program.files().size())
                && !namesakes(one, other);
    }

    /** Whether each has a file that is named after it, and the two are not called the same. */
    private static boolean namesakes(Declaration one, Declaration other) {
        return !Builds.stem(one).equals(Builds.stem(other))
                && one.files().stream().anyMatch(file -> Builds.isNamedAfter(one, file))
                && other.files().stream().anyMatch(file -> Builds.isNamedAfter(other, file));
    }

    /**
     * How many files of one could be another's too. Many builds list a library without its headers: then it is its sources.
     * Programs share too many helpers for that.
     */
    private int comparable(int one, int other) {
        boolean programs = targets.get(one).kind() == ModuleKind.EXECUTABLE
                || targets.get(other).kind() == ModuleKind.EXECUTABLE;
        return targets.get(one).files().size() - (headers[other] == 0 && !programs ? headers[one] : 0);
    }

    private List<Merged> merged() {
        Map<Integer, List<Declaration>> groups = new TreeMap<>();
        for (int i = 0; i < roots.length; i++) {
            groups.computeIfAbsent(root(i), any -> new ArrayList<>()).add(targets.get(i));
        }
        groups.values().forEach(Twins::putLeadFirst);
        Set<String> leads = new HashSet<>();
        Map<String, Integer> common = new HashMap<>();
        groups.values().forEach(group -> {
            leads.add(key(group.get(0), group.get(0).name()));
            common.merge(key(group.get(0), commonName(group)), 1, Integer::sum);
        });
        List<Merged> merged = new ArrayList<>();
        groups.values().forEach(group -> {
            Declaration lead = group.get(0);
            String name = commonName(group);
            String key = key(lead, name);
            boolean free = !leads.contains(key) && common.getOrDefault(key, 0) == 1;
            merged.add(Merged.of(all(group, free ? name : lead.name()), group));
        });
        return merged;
    }

    /**
     * Puts the target first that most of its like are named after, so that a variant for tests ({@code curlu}) does not name
     * what it is a variant of ({@code libcurl_shared}, {@code libcurl_static}); of several the one with the shortest name.
     * Where some are installed, one of these: a variant that measures what tests run is not.
     */
    private static void putLeadFirst(List<Declaration> group) {
        Declaration first = group.get(0);
        List<Declaration> like = group.stream()
                .filter(each -> each.system().equals(first.system()) && each.kind() == first.kind())
                .toList();
        if (like.stream().anyMatch(Declaration::delivered)) {
            like = like.stream().filter(Declaration::delivered).toList();
        }
        Map<String, Integer> words = new HashMap<>();
        like.forEach(each -> words.merge(firstWord(each), 1, Integer::sum));
        Declaration lead = Collections.min(
                like,
                Comparator.comparingInt((Declaration each) -> -words.getOrDefault(firstWord(each), 0))
                        .thenComparingInt(each -> firstWord(each).length()));
        group.remove(lead);
        group.add(0, lead);
    }

    private static String firstWord(Declaration target) {
        return target.name().substring(0, StemTokens.end(target.name(), 0));
    }

    private static String key(Declaration target, String name) {
        return target.system() + '\0' + target.directory() + '\0' + name;
    }

    /** One target with what all have. The first leads. */
    private static Declaration all(List<Declaration> group, String name) {
        if (group.size() == 1 && name.equals(group.get(0).name())) {
            return group.get(0);
        }
        TreeSet<String> files = new TreeSet<>();
        TreeSet<String> links = new TreeSet<>();
        TreeSet<String> installed = new TreeSet<>();
        for (Declaration target : group) {
            files.addAll(target.files());
            links.addAll(target.links());
            installed.addAll(target.installed());
        }
        Declaration lead = group.get(0);
        return new Declaration(
                lead.system(),
                name,
                lead.kind(),
                lead.directory(),
                List.copyOf(files),
                false,
                lead.path(),
                lead.line(),
                List.copyOf(links),
                List.copyOf(installed),
                group.stream().anyMatch(Declaration::delivered) ? Declaration.Use.INSTALLED : lead.use());
    }

    /** What the names of the lead's own twins have in common: libcurl of libcurl_shared and libcurl_static. */
    private static String commonName(List<Declaration> group) {
        Declaration lead = group.get(0);
        String name = lead.name();
        for (Declaration twin : group) {
            if (twin.system().equals(lead.system())
                    && twin.directory().equals(lead.directory())
                    && twin.kind() == lead.kind()
                    && twin.delivered() == lead.delivered()
                    && twin.name().startsWith(firstWord(lead))) {
                name = commonName(name, twin.name());
            }
        }
        return name.isEmpty() ? lead.name() : name;
    }

    /** The words that both names begin with. */
    private static String commonName(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        if (length < Math.min(one.length(), other.length())) {
            while (length > 0 && !StemTokens.separates(one.charAt(length - 1))) {
                length--;
            }
        }
        while (length > 0 && StemTokens.separates(one.charAt(length - 1))) {
            length--;
        }
        return one.substring(0, length);
    }
}
