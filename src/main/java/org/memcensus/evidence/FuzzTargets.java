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
import org.memcensus.model.PathWords;
import org.memcensus.model.Role;

/**
 * Which modules the fuzz targets of a tree reach: what maintainers fuzz they hold to be exposed. A target reaches what it
 * includes, and the source file beside such a header; that one reaches what it includes in turn. Headers that much of the
 * tree includes lead anywhere, and so nowhere.
 */
final class FuzzTargets {
    private static final Set<String> WORDS = Set.of("fuzz", "fuzzer", "fuzzers", "fuzzing", "ossfuzz");

    /** Words of the names of what targets share. */
    private static final Set<String> SUPPORT = Set.of("common", "shared", "standalone", "onefile", "stub", "stubs");

    /** A header that more than this share of the files include says nothing of who uses it for what. */
    private static final double WIDE_SHARE = 0.05;

    /** In a small tree a header must have more users than this to be wide. */
    private static final int WIDE_LEAST = 8;

    private final IncludedFiles included = new IncludedFiles();
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
            Set<String> headers = new HashSet<>();
            included.of(file).forEach(header -> headers.add(header.path()));
            headers.forEach(header -> users.merge(header, 1, Integer::sum));
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
                && PathWords.of(file.path()).stream().anyMatch(WORDS::contains)
                && !isSupport(IncludedFiles.name(file.path()));
    }

    /** Whether a file only helps targets: it sets up what all of them need, and hands nothing of the fuzzer to it. */
    private static boolean isSupport(String name) {
        return name.substring(name.lastIndexOf('.') + 1).startsWith("h")
                || PathWords.of(name).stream().anyMatch(SUPPORT::contains);
    }

    private List<CountedFile> index(List<CodeModule> modules) {
        List<CountedFile> shipped = new ArrayList<>();
        for (CodeModule module : modules) {
            for (CountedFile file : module.files()) {
                if (file.unsafeCode() > 0 && file.role().shipped()) {
                    shipped.add(file);
                    sources++;
                    moduleOf.put(file.path(), module.id());
                    included.add(file);
                }
            }
        }
        return shipped;
    }

    private void follow(CountedFile target) {
        Set<CountedFile> first = withTwins(included.of(target));
        Set<CountedFile> second = new HashSet<>();
        for (CountedFile file : first) {
            reach(direct, file, target);
            second.addAll(included.of(file));
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
            all.addAll(included.withTwins(file));
        }
        return all;
    }
}
