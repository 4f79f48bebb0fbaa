package org.memcensus.modules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.memcensus.model.FileReader;

/** What the Kconfig files of a tree say of its options: which build a loadable module, and which need others. */
final class KconfigOptions {
    /** Options that one can need: far more than any known one does. */
    private static final int MAX_REQUIRED = 100;

    /** Those of three states, with the directories of the files that say so. */
    private final Map<String, Set<String>> modules = new HashMap<>();

    private final Map<String, Set<String>> required = new HashMap<>();

    /** The options that each file describes. */
    private final Map<String, Set<String>> declared = new TreeMap<>();

    private final KconfigSources sources;
    private final boolean found;

    private KconfigOptions(boolean found, FileTree tree) {
        this.found = found;
        this.sources = new KconfigSources(tree);
    }

    /** Reads all Kconfig files of a tree. */
    static KconfigOptions of(FileTree tree, FileReader reader, ReaderNotes notes) {
        List<String> paths = tree.all().stream()
                .filter(path -> path.startsWith("Kconfig", path.lastIndexOf('/') + 1))
                .toList();
        KconfigOptions options = new KconfigOptions(!paths.isEmpty(), tree);
        for (String path : paths) {
            String text = BuildFile.text(path, reader, notes.sink());
            if (text != null) {
                new KconfigFile(text, path, options).read();
            }
        }
        options.sources
                .required()
                .forEach((path, all) -> options.declared
                        .getOrDefault(path, Set.of())
                        .forEach(option -> options.addRequired(option, all)));
        return options;
    }

    /** Which files name which. */
    KconfigSources sources() {
        return sources;
    }

    /** Hears that a file describes an option. */
    void declare(String option, String path) {
        declared.computeIfAbsent(path, any -> new TreeSet<>()).add(option);
    }

    /** Hears that an option has three states, as a file in a directory says. */
    void addModule(String option, String directory) {
        modules.computeIfAbsent(option, any -> new TreeSet<>()).add(directory);
    }

    /** Adds options to those that one, or a block of them, needs, as far as there is room. */
    static void add(Set<String> others, Set<String> all) {
        others.stream()
                .limit(MAX_REQUIRED - (long) Math.min(MAX_REQUIRED, all.size()))
                .forEach(all::add);
    }

    /** Hears that an option is not to be had without others. */
    void addRequired(String option, Set<String> others) {
        if (!others.isEmpty()) {
            add(others, required.computeIfAbsent(option, any -> new TreeSet<>()));
        }
    }

    /**
     * Whether an option builds a module. Where a tree has no Kconfig files, it is made for the options of another, and any
     * may.
     *
     * @param option its name without {@code CONFIG_}
     */
    boolean buildsModule(String option) {
        return !found || modules.containsKey(option);
    }

    /** Whether a file lies where an option of three states is described, or below. */
    boolean isHome(String option, String path) {
        return modules.getOrDefault(option, Set.of()).stream().anyMatch(home -> TreePath.within(path, home));
    }

    /** The options that an option selects or depends on, itself or for the menu that it stands in. */
    Set<String> requiredBy(String option) {
        return required.getOrDefault(option, Set.of());
    }
}
