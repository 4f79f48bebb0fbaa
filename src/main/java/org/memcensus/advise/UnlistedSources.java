package org.memcensus.advise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;

/**
 * Tells sources that no build lists: old generators and samples beside a build that names the other sources of their
 * directory one by one. It reads build files, and only when it is asked.
 */
final class UnlistedSources {
    /** A build that names fewer sources of a directory does not list them. */
    private static final int LEAST_LISTED = 3;

    /** So many build files are looked through before a source counts as listed somewhere. */
    private static final int MOST_FILES = 1500;

    private static final int MOST_BYTES = 1 << 20;

    private final AdviceWords.Lists words;
    private final List<String> paths;
    private final FileReader tree;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private @Nullable List<String> builds;

    /**
     * For one repository.
     *
     * @param words which files of a build name sources
     * @param paths every file of the tree
     * @param tree reads a file of the tree; for several threads
     */
    UnlistedSources(AdviceWords.Lists words, List<String> paths, FileReader tree) {
        this.words = words;
        this.paths = List.copyOf(paths);
        this.tree = tree;
    }

    /** Whether no build lists a source, though one lists most of those beside it, and no other includes it. */
    boolean hold(CountedFile file, List<CodeModule> modules) {
        return known.computeIfAbsent(file.path(), path -> isUnlisted(path) && !isIncluded(path, modules));
    }

    private boolean isUnlisted(String path) {
        String name = Components.name(path);
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return false;
        }
        List<String> beside = beside(path, name.substring(dot));
        List<String> above = new ArrayList<>();
        List<String> others = new ArrayList<>();
        if (beside.size() < LEAST_LISTED || builds().size() > MOST_FILES) {
            return false;
        }
        for (String build : builds()) {
            String directory = Components.directory(build);
            boolean isAbove = directory.isEmpty() || path.startsWith(directory + "/");
            (isAbove ? above : others).add(build);
        }
        String stem = name.substring(0, dot);
        boolean listed = false;
        for (String build : above) {
            String text = text(build);
            if (text.contains(stem) || words.globs().stream().anyMatch(text::contains)) {
                return false;
            }
            listed |= lists(text, beside);
        }
        return listed && others.stream().noneMatch(build -> text(build).contains(stem));
    }

    /** Paths of all build files. */
    private synchronized List<String> builds() {
        List<String> found = builds;
        if (found == null) {
            found = paths.stream()
                    .filter(path -> words.isBuildFile(Components.name(path)))
                    .toList();
            builds = found;
        }
        return found;
    }

    /** Stems of the other sources of this kind in a file's directory. */
    private List<String> beside(String path, String ending) {
        String directory = Components.directory(path);
        return paths.stream()
                .filter(other -> other.endsWith(ending)
                        && !other.equals(path)
                        && Components.directory(other).equals(directory))
                .map(other -> Components.name(other)
                        .substring(0, Components.name(other).length() - ending.length()))
                .toList();
    }

    /** Whether a build file names most of these sources, by themselves or by what is made of them. */
    private static boolean lists(String text, List<String> stems) {
        long named = stems.stream().filter(stem -> text.contains(stem + ".")).count();
        return named >= LEAST_LISTED && named * 2 >= stems.size();
    }

    private static boolean isIncluded(String path, List<CodeModule> modules) {
        String name = Components.name(path);
        return modules.stream()
                .flatMap(module -> module.files().stream())
                .flatMap(file -> file.facts().includes().stream())
                .anyMatch(include -> Components.name(include.header()).equals(name));
    }

    private String text(String path) {
        byte[] content = tree.readOrNothing(path);
        return content.length > MOST_BYTES ? "" : new String(content, StandardCharsets.UTF_8);
    }
}
