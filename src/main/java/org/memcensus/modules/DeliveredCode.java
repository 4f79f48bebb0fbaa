package org.memcensus.modules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.memcensus.model.FileReader;

/**
 * Finds what a build installs out of directories that mostly hold no part of the product: a daemon in {@code tools/}, a
 * plugin in {@code contrib/}. Who builds the product for others gives them that too.
 */
public final class DeliveredCode {
    /** A build file of more bytes than this is none that people wrote. */
    private static final int MAX_TEXT = 1 << 20;

    private static final Pattern SOURCE = Pattern.compile("\\.(c|cc|cpp|cxx)$");

    private final List<String> paths;
    private final Predicate<String> aside;
    private final FileReader reader;

    /** Such directories at the root, each with a slash behind it. */
    private final Set<String> directories = new HashSet<>();

    private DeliveredCode(List<String> paths, Predicate<String> aside, FileReader reader) {
        this.paths = paths;
        this.aside = aside;
        this.reader = reader;
        String top = "/";
        for (String path : paths) {
            int slash = path.indexOf('/');
            // Paths come by directories: the last one is mostly the same.
            if (slash > 0 && !path.startsWith(top)) {
                top = path.substring(0, slash + 1);
                if (aside.test(path.substring(0, slash))) {
                    directories.add(top);
                }
            }
        }
    }

    /**
     * A reader of builds.
     *
     * @param words what stands in its files where something is installed
     * @param follows whether it goes from the build file of the root to all that belong to it: others are projects of their
     *     own
     */
    private record Asked(BuildReader build, List<String> words, boolean follows) {}

    /**
     * The files of such targets, each with why it ships, by path.
     *
     * @param paths all files of the tree
     * @param aside whether a directory is one of those
     * @param reader gives the bytes of build files
     */
    public static Map<String, String> in(List<String> paths, Predicate<String> aside, FileReader reader) {
        DeliveredCode code = new DeliveredCode(paths, aside, reader);
        Map<String, String> delivered = new HashMap<>();
        if (code.directories.isEmpty()) {
            return delivered;
        }
        for (Asked asked : List.of(
                new Asked(new AutomakeReader(), List.of("_PROGRAMS", "_LTLIBRARIES", "_LIBRARIES"), false),
                new Asked(new CMakeReader(), List.of("install"), true),
                new Asked(new MesonReader(), List.of("install"), true))) {
            code.read(asked, delivered);
        }
        return delivered;
    }

    private void read(Asked asked, Map<String, String> delivered) {
        List<String> builds = new ArrayList<>();
        boolean installs = false;
        for (String path : paths) {
            boolean top = path.indexOf('/') < 0;
            if (asked.build().reads(path) && (top || aside.test(TreePath.parent(path)))) {
                installs |= mayInstall(path, top, asked.words());
                if (top || !asked.follows()) {
                    builds.add(path);
                }
            }
        }
        if (installs) {
            FileTree tree = new FileTree(paths);
            builds.sort(null);
            // What cannot be read is said when modules are looked for.
            Map<String, String> sources = sources(asked.build().read(builds, tree, reader, note -> {}));
            delivered.putAll(sources);
            sources.forEach((source, why) ->
                    headers(source, tree, sources).forEach(header -> delivered.putIfAbsent(header, why)));
        }
    }

    /** Whether a build file may install something of those directories; one at the root names them then. */
    private boolean mayInstall(String path, boolean top, List<String> words) {
        try {
            byte[] bytes = reader.read(path);
            String text =
                    bytes == null || bytes.length > MAX_TEXT ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
            return words.stream().anyMatch(text::contains)
                    && (!top || directories.stream().anyMatch(text::contains));
        } catch (IOException e) {
            return false; // its visit says so in the coverage
        }
    }

    /** The files of what is installed, and of the libraries that are made for it alone. */
    private Map<String, String> sources(List<Declaration> declarations) {
        Map<String, String> delivered = new TreeMap<>();
        Map<String, Declaration> byName = new TreeMap<>();
        Deque<Declaration> next = new ArrayDeque<>();
        for (Declaration declaration : declarations) {
            byName.putIfAbsent(declaration.name(), declaration);
            if (declaration.delivered()) {
                next.add(declaration);
            }
        }
        Set<Declaration> known = new HashSet<>(next);
        while (!next.isEmpty()) {
            Declaration declaration = next.poll();
            String why = declaration.place() + ", which is installed";
            for (String file : declaration.files()) {
                if (aside.test(TreePath.parent(file))) {
                    delivered.putIfAbsent(file, why);
                }
            }
            for (String link : declaration.links()) {
                Declaration library = byName.get(TreePath.stem(link.substring(link.lastIndexOf(':') + 1)));
                if (library != null && known.add(library)) {
                    next.add(library);
                }
            }
        }
        return delivered;
    }

    /** The headers of a source: that of its name, and all beside it where nothing else could include them. */
    static List<String> headers(String source, FileTree tree, Map<String, String> sources) {
        String directory = TreePath.parent(source);
        List<String> beside = tree.under(directory).stream()
                .filter(path -> TreePath.parent(path).equals(directory))
                .toList();
        boolean all = beside.stream().allMatch(path -> !SOURCE.matcher(path).find() || sources.containsKey(path));
        return beside.stream()
                .filter(path -> Headers.is(path) && (all || TreePath.stem(path).equals(TreePath.stem(source))))
                .toList();
    }
}
