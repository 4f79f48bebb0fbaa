package org.memcensus.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts.Include;
import org.memcensus.model.PathWords;
import org.memcensus.model.Role;

/**
 * Which modules the fuzz targets of a tree reach: what maintainers fuzz they hold to be exposed. A target reaches what it
 * includes, and the source file beside such a header; that one reaches what it includes in turn. Headers that much of the
 * tree includes lead anywhere, and so nowhere.
 */
final class FuzzTargets {
    private static final Set<String> WORDS = Set.of("fuzz", "fuzzer", "fuzzers", "fuzzing", "ossfuzz");

    /** A header that more than this share of the files include says nothing of who uses it for what. */
    private static final double WIDE_SHARE = 0.05;

    /** In a small tree a header must have more users than this to be wide. */
    private static final int WIDE_LEAST = 8;

    private final Map<String, List<CountedFile>> byName = new HashMap<>();
    private final Map<String, List<CountedFile>> byStem = new HashMap<>();
    private final Map<String, Integer> users = new HashMap<>();
    private final Map<String, String> moduleOf = new HashMap<>();
    private final Map<String, Set<String>> direct = new TreeMap<>();
    private final Map<String, Set<String>> near = new TreeMap<>();
    private int sources;

    /** Looks at all modules of a repository; those of tests hold the targets. */
    FuzzTargets(List<CodeModule> modules) {
        List<CountedFile> targets = new ArrayList<>();
        for (CodeModule module : modules) {
            for (CountedFile file : module.files()) {
                if (file.unsafeCode() > 0 && isTarget(file)) {
                    targets.add(file);
                }
            }
        }
        if (targets.isEmpty()) {
            return;
        }
        List<CountedFile> shipped = index(modules);
        for (CountedFile file : shipped) {
            Set<String> included = new HashSet<>();
            includes(file).forEach(header -> included.add(header.path()));
            included.forEach(header -> users.merge(header, 1, Integer::sum));
        }
        targets.forEach(this::follow);
    }

    /** Targets that reach a module by their own includes, sorted; empty for none. */
    Set<String> direct(CodeModule module) {
        return direct.getOrDefault(module.id(), Set.of());
    }

    /** Targets that reach a module by the includes of what they include, sorted; empty for none. */
    Set<String> near(CodeModule module) {
        return near.getOrDefault(module.id(), Set.of());
    }

    private static boolean isTarget(CountedFile file) {
        return (file.role() == Role.TEST || file.role() == Role.TOOLING || file.role() == Role.EXAMPLE)
                && PathWords.of(file.path()).stream().anyMatch(WORDS::contains);
    }

    private List<CountedFile> index(List<CodeModule> modules) {
        List<CountedFile> shipped = new ArrayList<>();
        for (CodeModule module : modules) {
            for (CountedFile file : module.files()) {
                if (file.unsafeCode() > 0 && file.role().shipped()) {
                    shipped.add(file);
                    sources++;
                    moduleOf.put(file.path(), module.id());
                    String name = name(file.path());
                    byName.computeIfAbsent(name, any -> new ArrayList<>()).add(file);
                    byStem.computeIfAbsent(stem(name), any -> new ArrayList<>()).add(file);
                }
            }
        }
        return shipped;
    }

    private void follow(CountedFile target) {
        Set<CountedFile> first = withTwins(includes(target));
        Set<CountedFile> second = new HashSet<>();
        for (CountedFile file : first) {
            reach(direct, file, target);
            second.addAll(includes(file));
        }
        withTwins(List.copyOf(second)).forEach(file -> reach(near, file, target));
    }

    private void reach(Map<String, Set<String>> reached, CountedFile file, CountedFile target) {
        String module = moduleOf.get(file.path());
        if (module != null) {
            reached.computeIfAbsent(module, any -> new TreeSet<>()).add(target.path());
        }
    }

    /** Files, and beside each header the source of the same name. Wide headers are left out. */
    private Set<CountedFile> withTwins(List<CountedFile> files) {
        Set<CountedFile> all = new HashSet<>();
        double wide = Math.max(WIDE_LEAST, WIDE_SHARE * sources);
        for (CountedFile file : files) {
            if (users.getOrDefault(file.path(), 0) > wide) {
                continue;
            }
            all.add(file);
            List<CountedFile> twins = byStem.getOrDefault(stem(name(file.path())), List.of());
            for (CountedFile twin : twins) {
                if (twins.size() == 2 || folder(twin.path()).equals(folder(file.path()))) {
                    all.add(twin);
                }
            }
        }
        return all;
    }

    /** The files of the tree that a file includes; a name that fits several files elsewhere fits none. */
    private List<CountedFile> includes(CountedFile file) {
        List<CountedFile> found = new ArrayList<>();
        for (Include include : file.facts().includes()) {
            String header = include.header();
            while (header.startsWith("../") || header.startsWith("./")) {
                header = header.substring(header.indexOf('/') + 1);
            }
            List<CountedFile> fitting = new ArrayList<>();
            CountedFile beside = null;
            for (CountedFile candidate : byName.getOrDefault(name(header), List.of())) {
                if (candidate.path().equals(folder(file.path()) + header)) {
                    beside = candidate;
                } else if (candidate.path().equals(header) || candidate.path().endsWith("/" + header)) {
                    fitting.add(candidate);
                }
            }
            if (beside != null) {
                found.add(beside);
            } else if (fitting.size() == 1) {
                found.add(fitting.get(0));
            }
        }
        return found;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder of a path, with its slash; "" for the root. */
    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
