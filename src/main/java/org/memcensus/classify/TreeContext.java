package org.memcensus.classify;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other files a tree holds: how often each extension stands in each directory, and in all, which directories hold
 * projects, which are other repositories, and what the build installs. Not changed once files are asked about.
 */
public final class TreeContext {
    private static final Map<String, int[]> NOTHING = Map.of();
    private static final String LIB = "lib";
    private static final String INCLUDE = "include";

    /** Endings of sources in C and C++. */
    private static final List<String> SOURCES = List.of(".c", ".cc", ".cpp", ".cxx");

    /** Endings of scripts that such sources are built with. */
    private static final List<String> SCRIPTS =
            List.of(".pl", ".pm", ".py", ".awk", ".sh", ".rb", ".tcl", ".bat", ".cmd", ".ps1", ".com");

    /** In a tree of C and C++ so many sources stand beside each script. */
    private static final int MOSTLY = 2;

    private static final List<String> HEADERS = List.of(".h", ".hh", ".hpp", ".hxx");

    private final Map<String, Map<String, int[]>> directories;
    private final Map<String, int[]> tree;

    /** Directories of the root that hold projects of their own, in lower case. */
    private final Set<String> holders;

    private final Set<String> submodules;

    private final ReleaseCopies releases;

    /** Files that the build installs, though they lie beside the product; each with why. */
    private final Map<String, String> delivered;

    private TreeContext(Map<String, Map<String, int[]>> directories, Set<String> submodules) {
        this.directories = directories;
        this.tree = new HashMap<>();
        this.holders = new HashSet<>();
        this.releases = new ReleaseCopies(directories.keySet());
        this.submodules = Set.copyOf(submodules);
        this.delivered = Map.of();
    }

    private TreeContext(TreeContext other, Map<String, String> delivered) {
        this.directories = other.directories;
        this.tree = other.tree;
        this.holders = other.holders;
        this.releases = other.releases;
        this.submodules = other.submodules;
        this.delivered = Map.copyOf(delivered);
    }

    /**
     * The context of a tree.
     *
     * @param paths paths of all its files, with {@code /} between names
     */
    public static TreeContext of(Collection<String> paths) {
        return of(paths, Set.of());
    }

    /**
     * The context of a tree with other repositories in it.
     *
     * @param paths paths of all its files, with {@code /} between names
     * @param submodules directories of the other repositories
     */
    public static TreeContext of(Collection<String> paths, Set<String> submodules) {
        Map<String, Map<String, int[]>> directories = new HashMap<>();
        String directory = "";
        Map<String, int[]> counts = new HashMap<>(8);
        directories.put(directory, counts);
        for (String path : paths) {
            int name = path.lastIndexOf('/') + 1;
            int dot = path.lastIndexOf('.');
            if (dot <= name) {
                continue;
            }
            int length = Math.max(0, name - 1);
            // Paths come by directories, so that the last one is mostly the one that is wanted.
            if (length != directory.length() || !path.startsWith(directory)) {
                directory = path.substring(0, length);
                counts = directories.computeIfAbsent(directory, none -> new HashMap<>(8));
            }
            count(counts, path.substring(dot).toLowerCase(Locale.ROOT), 1);
        }
        TreeContext context = new TreeContext(directories, submodules);
        for (Map<String, int[]> inDirectory : directories.values()) {
            for (Map.Entry<String, int[]> entry : inDirectory.entrySet()) {
                count(context.tree, entry.getKey(), entry.getValue()[0]);
            }
        }
        context.findHolders();
        return context;
    }

    /** A project is known by its layout: below one directory, sources in {@code lib} and headers in {@code include}. */
    private void findHolders() {
        Map<String, Set<String>> projects = new HashMap<>();
        directories.forEach((path, counts) -> {
            String[] names = path.toLowerCase(Locale.ROOT).split("/", 4);
            if (names.length >= 3) {
                String project = names[0] + '/' + names[1];
                if (names[2].equals(LIB) && sum(counts, SOURCES) > 0
                        || names[2].equals(INCLUDE) && sum(counts, HEADERS) > 0) {
                    projects.computeIfAbsent(project, none -> new HashSet<>()).add(names[2]);
                }
            }
        });
        projects.forEach((project, parts) -> {
            if (parts.size() == 2) {
                holders.add(project.substring(0, project.indexOf('/')));
            }
        });
    }

    /**
     * Whether a directory of the root holds a project with a {@code lib} and an {@code include} of its own: {@code clang} in
     * LLVM's {@code tools}.
     *
     * @param name its name, in any case
     */
    boolean holdsProjects(String name) {
        return !holders.isEmpty() && holders.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The same context, with what the build installs of directories that mostly hold no part of the product.
     *
     * @param files why each of these files ships, by path
     */
    public TreeContext delivering(Map<String, String> files) {
        return files.isEmpty() ? this : new TreeContext(this, files);
    }

    /** Why such a file ships; null for all others. */
    public @Nullable String delivered(String path) {
        return delivered.isEmpty() ? null : delivered.get(path);
    }

    /** Whether a directory is the root of another repository. */
    boolean isSubmodule(String directory) {
        return submodules.contains(directory);
    }

    /** Whether a directory is named after a release of others' code. */
    boolean isRelease(String directory) {
        return releases.contains(directory, this);
    }

    /** Whether a path lies in another repository. */
    boolean inSubmodule(String path) {
        int slash = submodules.isEmpty() ? -1 : path.lastIndexOf('/');
        while (slash > 0 && !submodules.contains(path.substring(0, slash))) {
            slash = path.lastIndexOf('/', slash - 1);
        }
        return slash > 0;
    }

    /** Whether a file is a script, or may be one as its name has no ending, in a tree that is made of C and C++. */
    boolean isScriptOfC(String path) {
        if (path.lastIndexOf('.') <= path.lastIndexOf('/')) {
            return inTree(SOURCES) >= MOSTLY * inTree(SCRIPTS);
        }
        for (String ending : SCRIPTS) {
            if (path.regionMatches(true, path.length() - ending.length(), ending, 0, ending.length())) {
                return inTree(SOURCES) >= MOSTLY * inTree(SCRIPTS);
            }
        }
        return false;
    }

    /** What of the tree decides about a file, as text; empty for most. */
    String around(String path) {
        StringBuilder text = new StringBuilder();
        if (holdsProjects(path.substring(0, Math.max(0, path.indexOf('/'))))) {
            text.append("among projects ");
        }
        String why = delivered(path);
        if (why != null) {
            text.append("delivered ").append(why);
        }
        if (inSubmodule(path)) {
            text.append("submodule ");
        }
        if (releases.surround(path, this)) {
            text.append("release ");
        }
        if (isScriptOfC(path)) {
            text.append("beside C ");
        }
        return text.toString();
    }

    /** Number of files in a directory with one of these extensions. */
    int inDirectory(String directory, List<String> extensions) {
        return extensions.isEmpty() ? 0 : sum(directories.getOrDefault(directory, NOTHING), extensions);
    }

    /** Number of files in the tree with one of these extensions. */
    int inTree(List<String> extensions) {
        return sum(tree, extensions);
    }

    private static void count(Map<String, int[]> counts, String extension, int files) {
        int[] count = counts.get(extension);
        if (count == null) {
            counts.put(extension, new int[] {files});
        } else {
            count[0] += files;
        }
    }

    private static int sum(Map<String, int[]> counts, List<String> extensions) {
        int sum = 0;
        for (String extension : extensions) {
            int[] count = counts.get(extension);
            sum += count == null ? 0 : count[0];
        }
        return sum;
    }
}
