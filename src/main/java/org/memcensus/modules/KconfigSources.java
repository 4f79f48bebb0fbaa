package org.memcensus.modules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which Kconfig files name which others, and what the blocks ask for that those lines stand in. */
final class KconfigSources {
    /** Times that what a file needs is handed on: those of Linux take a few thousand. */
    private static final int MAX_STEPS = 1_000_000;

    private final FileTree tree;

    /** For each file, those that it names, with what each of the lines asks for. */
    private final Map<String, Map<String, Set<String>>> names = new TreeMap<>();

    /** No files yet. */
    KconfigSources(FileTree tree) {
        this.tree = tree;
    }

    /**
     * Hears that a file names another.
     *
     * @param from the file
     * @param beside whether the name is seen from the file's own directory
     * @param name the other as written, with quotes around it or not
     * @param required the options without which the line does not count
     */
    void add(String from, boolean beside, String name, Set<String> required) {
        String found =
                find(TreePath.parent(from), beside, name.replace("\"", "").replace("'", ""));
        if (found != null && !found.equals(from)) {
            names.computeIfAbsent(from, any -> new TreeMap<>()).merge(found, required, KconfigSources::common);
        }
    }

    /** The file: seen from the first directory of those down to the one that names it in which it is. */
    private @Nullable String find(String directory, boolean beside, String name) {
        int end = beside ? directory.length() : 0;
        while (true) {
            String path = SourcePaths.place(directory.substring(0, end), name);
            if (path != null && tree.contains(path)) {
                return path;
            }
            if (end == directory.length()) {
                return null;
            }
            int slash = directory.indexOf('/', end + 1);
            end = slash < 0 ? directory.length() : slash;
        }
    }

    /**
     * The options without which nothing in a file counts, wherever it is named, for each file with any. Files that only name
     * each other need nothing that is known.
     */
    Map<String, Set<String>> required() {
        Set<String> named = new HashSet<>();
        names.values().forEach(others -> named.addAll(others.keySet()));
        Map<String, Set<String>> required = new HashMap<>();
        Deque<String> changed = new ArrayDeque<>();
        names.keySet().stream().filter(path -> !named.contains(path)).forEach(changed::add);
        int steps = 0;
        while (!changed.isEmpty()) {
            String from = changed.remove();
            for (Map.Entry<String, Set<String>> line :
                    names.getOrDefault(from, Map.of()).entrySet()) {
                if (++steps > MAX_STEPS) {
                    return Map.of();
                }
                Set<String> all = new HashSet<>(line.getValue());
                KconfigOptions.add(required.getOrDefault(from, Set.of()), all);
                Set<String> old = required.get(line.getKey());
                Set<String> common = old == null ? all : common(old, all);
                if (old == null || common.size() < old.size()) {
                    required.put(line.getKey(), common);
                    changed.add(line.getKey());
                }
            }
        }
        return required;
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }
}
