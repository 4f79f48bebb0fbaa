package org.memcensus.manifest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Evidence;
import org.memcensus.model.FileReader;
import org.memcensus.model.ManifestRule;
import org.memcensus.model.NativeDependency;
import org.memcensus.model.PathWords;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;

/** Everything that the build files, manifests and well-known files of a repository say, each with its place. */
public final class Manifests {
    /** No project has more manifests of its own; a tree that does is read in part. */
    private static final int MOST_FILES = 3000;

    /** A larger file is a list that a program wrote. */
    private static final int MOST_BYTES = 1 << 20;

    /** A make file among tools builds tools. */
    private static final String MAKE = "Makefile";

    private static final String PKG_CONFIG_FILE = "o1.pkg-config-file";

    /** Words of paths whose manifests do not speak for what ships. */
    private static final Set<String> ASIDE = Set.of(
            "test",
            "tests",
            "testing",
            "testdata",
            "example",
            "examples",
            "sample",
            "samples",
            "bench",
            "benches",
            "benchmark",
            "benchmarks",
            "fuzz",
            "fuzzing",
            "doc",
            "docs",
            "vendor",
            "vendored",
            "third",
            "thirdparty",
            "deps",
            "node_modules",
            "contrib",
            "aux",
            "tutorial",
            "demo",
            "demos");

    private final List<Find> finds;

    private Manifests(List<Find> finds) {
        this.finds = finds;
    }

    /**
     * Reads the manifests of a tree.
     *
     * @param rules what to look for
     * @param paths every file of the tree, also those in no known language, sorted
     * @param counted the counted files: roles, and what the visits found
     * @param reader reads a file of the tree; a file that it cannot read is said in the coverage already
     */
    public static Manifests read(
            List<ManifestRule> rules, List<String> paths, List<CountedFile> counted, FileReader reader) {
        Map<String, CountedFile> known = new HashMap<>();
        counted.forEach(file -> known.put(file.path(), file));
        ManifestGlobs globs = new ManifestGlobs(rules);
        ManifestReader lines = new ManifestReader();
        List<Find> finds = new ArrayList<>();
        int read = 0;
        for (String path : paths) {
            List<ManifestRule> asked = globs.of(path);
            if (!asked.isEmpty()) { // as for nearly all
                asked = asked.stream()
                        .filter(rule -> speaks(rule, path, known.get(path)))
                        .toList();
            }
            if (asked.isEmpty() || read >= MOST_FILES) {
                continue;
            }
            read++;
            byte[] content = content(path, reader);
            for (ManifestRule rule : asked) {
                finds.addAll(lines.read(rule, path, content));
            }
        }
        return new Manifests(finds);
    }

    private static byte[] content(String path, FileReader reader) {
        try {
            byte[] content = reader.read(path);
            return content == null || content.length > MOST_BYTES ? new byte[0] : content;
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static boolean speaks(ManifestRule rule, String path, @Nullable CountedFile file) {
        if (!rule.fact().isEmpty()) {
            return file != null
                    && file.role() == Role.CORE
                    && file.facts().facts().stream()
                            .anyMatch(fact -> fact.rule().equals(rule.fact()));
        }
        if (rule.finds().startsWith("o3.") || rule.finds().startsWith("o4.")) {
            return true;
        }
        if (file != null && (file.role() == Role.VENDORED || file.role() == Role.TEST || file.role() == Role.EXAMPLE)) {
            return false;
        }
        if (file != null
                && file.role() == Role.TOOLING
                && file.language().name().equals(MAKE)) {
            return false;
        }
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/'))).toLowerCase(Locale.ROOT);
        return PathWords.of(folder).stream().noneMatch(ASIDE::contains);
    }

    /**
     * The native libraries that the manifests ask for: each name once a kind, at its first place.
     *
     * @param own names of what the tree itself builds, in lower case: no more than a part of it asks for them
     */
    public List<NativeDependency> natives(Set<String> own) {
        Set<String> offered = offered();
        Map<String, NativeDependency> natives = new LinkedHashMap<>();
        for (Find find : finds) {
            String asked = find.name().toLowerCase(Locale.ROOT);
            if (find.rule().finds().equals(ManifestRule.NATIVE) && !own.contains(asked) && !offered.contains(asked)) {
                natives.putIfAbsent(
                        find.rule().kind() + " " + find.name().toLowerCase(Locale.ROOT),
                        new NativeDependency(find.rule().kind(), find.name(), find.path(), find.line()));
            }
        }
        return natives.values().stream()
                .sorted(Comparator.comparing(NativeDependency::kind)
                        .thenComparing(dependency -> dependency.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The names in lower case under which pkg-config knows what the tree installs: those of its {@code .pc} files. */
    private Set<String> offered() {
        Set<String> names = new HashSet<>();
        for (Find find : finds) {
            if (find.rule().finds().equals(PKG_CONFIG_FILE)) {
                String file = find.path().substring(find.path().lastIndexOf('/') + 1);
                names.add(file.substring(0, file.lastIndexOf(".pc")).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /**
     * Evidence that belongs to the repository as a whole: one a rule, at the place nearest to the root, where a project says
     * what it is itself, with the number of places.
     *
     * @param rules the evidence rules, for their criteria
     */
    public List<Evidence> evidence(List<Rule> rules) {
        List<Evidence> evidence = new ArrayList<>();
        for (Rule rule : rules) {
            List<Find> own = finds.stream()
                    .filter(find -> find.rule().finds().equals(rule.id()))
                    .toList();
            if (!own.isEmpty()) {
                Find first = Collections.min(
                        own,
                        Comparator.comparingLong(find -> find.path()
                                .chars()
                                .filter(letter -> letter == '/')
                                .count()));
                evidence.add(new Evidence(rule.id(), rule.criterion(), 0, first.path(), first.line(), own.size()));
            }
        }
        return evidence;
    }

    /** The directories of build files that build libraries for others, with the places in each. */
    Map<String, List<Find>> libraries() {
        Map<String, List<Find>> libraries = new LinkedHashMap<>();
        for (Find find : finds) {
            if (find.rule().finds().equals(OfferedModules.LIBRARY)) {
                libraries
                        .computeIfAbsent(directory(find.path()), any -> new ArrayList<>())
                        .add(find);
            }
        }
        return libraries;
    }

    /** The headers that are installed, by path, as far as they are in the tree; with the place that says so. */
    Map<String, Find> headers(Set<String> paths) {
        Map<String, Find> headers = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Find find : finds) {
            if (!find.rule().finds().equals(OfferedModules.HEADERS) || !seen.add(find.path() + " " + find.name())) {
                continue;
            }
            String folder = directory(find.path());
            String path = folder.isEmpty() ? find.name() : folder + "/" + find.name();
            if (paths.contains(path)) {
                headers.putIfAbsent(path, find);
            } else if (paths.contains(find.name())) {
                headers.putIfAbsent(find.name(), find);
            }
        }
        return headers;
    }

    /** The directory of a file, "" for the root. */
    static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
