package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** The targets of gyp files: of every condition both branches, and of includes those in the tree. */
final class GypTargets {
    private static final int MAX_DEPTH = 10;

    private final String system;
    private final FileTree tree;
    private final FileReader reader;
    private final Consumer<Problem> problems;
    private final ReaderNotes notes;
    private final Budget budget;
    private final SourceList sources;
    private final List<Declaration> declarations = new ArrayList<>();

    /**
     * No targets yet.
     *
     * @param system name of the build system
     * @param tree paths of the tree
     * @param reader gives the bytes of a file
     * @param notes hears what cannot be read
     * @param budget what reading may cost
     */
    GypTargets(String system, FileTree tree, FileReader reader, Consumer<Problem> notes, Budget budget) {
        this.system = system;
        this.tree = tree;
        this.reader = reader;
        this.problems = notes;
        this.notes = new ReaderNotes(notes);
        this.budget = budget;
        this.sources = new SourceList(tree, budget, this.notes);
    }

    /** What was declared so far. */
    List<Declaration> declarations() {
        return declarations;
    }

    /** Reads one file. */
    void read(String path) {
        PythonValue data = PythonData.of(path, reader, problems, budget);
        if (data == null) {
            return;
        }
        Map<String, PythonValue> variables = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(path));
        variables(data, path, variables, seen, 0);
        targets(data, path, variables, 0);
    }

    /** Collects the variables of a file and of those that it includes. */
    private void variables(
            PythonValue data, String path, Map<String, PythonValue> variables, Set<String> seen, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        for (String include : data.at("includes").texts()) {
            String file = TreePath.resolve(TreePath.parent(path), include);
            if (file == null) {
                notes.outside(path, include);
            } else if (tree.contains(file) && seen.add(file)) {
                PythonValue more = PythonData.of(file, reader, problems, budget);
                if (more != null) {
                    variables(more, file, variables, seen, depth + 1);
                }
            }
        }
        collect(data.at("variables"), variables, depth);
    }

    private void collect(PythonValue block, Map<String, PythonValue> variables, int depth) {
        if (depth > MAX_DEPTH || !(block instanceof PythonValue.Table table)) {
            return;
        }
        table.entries().forEach((key, value) -> {
            if (key.equals("variables")) {
                collect(value, variables, depth + 1);
            } else if (key.endsWith("conditions")) {
                branches(value).forEach(branch -> collect(branch, variables, depth + 1));
            } else {
                int end = key.length();
                while (end > 0 && "%?!+=".indexOf(key.charAt(end - 1)) >= 0) {
                    end--;
                }
                PythonValue old = variables.get(key.substring(0, end));
                if (old == null || budget.spend(old.values().size() + 1L)) {
                    variables.merge(key.substring(0, end), value, PythonValue::either);
                }
            }
        });
    }

    /** What follows from conditions: each is a list of an expression and one block or two. */
    private static List<PythonValue> branches(PythonValue conditions) {
        List<PythonValue> blocks = new ArrayList<>();
        for (PythonValue condition : conditions.values()) {
            condition.values().stream()
                    .filter(PythonValue.Table.class::isInstance)
                    .forEach(blocks::add);
        }
        return blocks;
    }

    private void targets(PythonValue block, String path, Map<String, PythonValue> variables, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        for (PythonValue target : block.at("targets").values()) {
            target(target, path, variables);
        }
        for (PythonValue branch : branches(block.at("conditions"))) {
            targets(branch, path, variables, depth + 1);
        }
    }

    private void target(PythonValue target, String path, Map<String, PythonValue> variables) {
        Map<String, PythonValue> own = new HashMap<>(variables);
        collect(target.at("variables"), own, 0);
        List<String> words = new ArrayList<>();
        sources(target, words, 0);
        List<String> known = new ArrayList<>();
        for (String word : words) {
            fill(word, own, known, 0);
        }
        List<String> files = sources.files(path, TreePath.parent(path), known);
        List<String> names = new ArrayList<>();
        String written = target.at("target_name").text();
        fill(written == null ? "" : written, own, names, 0);
        String name = names.isEmpty() ? "" : names.get(0);
        if (!files.isEmpty() && (name.isBlank() || name.indexOf('(') >= 0)) {
            notes.add(path, "target with a name that is not known before gyp runs: " + ReaderNotes.shown(name));
        } else if (!files.isEmpty()) {
            List<String> links = new ArrayList<>();
            target.at("dependencies").texts().forEach(word -> fill(word, own, links, 0));
            declarations.add(
                    new Declaration(system, name, kind(target, path), TreePath.parent(path), files, false, path, 1)
                            .linking(links));
        }
    }

    /** What node-gyp builds is an addon unless it says otherwise. */
    private static ModuleKind kind(PythonValue target, String path) {
        String type = target.at("type").text();
        boolean addon = type == null ? TreePath.isNamed(path, "binding.gyp") : type.equals("loadable_module");
        if (addon) {
            return ModuleKind.PLUGIN;
        }
        return "executable".equals(type) ? ModuleKind.EXECUTABLE : ModuleKind.LIBRARY;
    }

    private static void sources(PythonValue block, List<String> words, int depth) {
        if (depth > MAX_DEPTH || !(block instanceof PythonValue.Table table)) {
            return;
        }
        table.entries().forEach((key, value) -> {
            if (key.equals("sources") || key.equals("sources+")) {
                words.addAll(value.texts());
            } else if (key.endsWith("conditions")) {
                branches(value).forEach(branch -> sources(branch, words, depth + 1));
            }
        });
    }

    /** Puts variables into a word; a list gives several words. */
    private void fill(String word, Map<String, PythonValue> variables, List<String> words, int depth) {
        int open = -1;
        for (int i = 0; i + 2 < word.length() && open < 0; i++) {
            boolean sign = word.charAt(i) == '<' || word.charAt(i) == '>';
            open = sign && word.startsWith("(", bracket(word, i)) ? i : -1;
        }
        int close = open < 0 ? -1 : word.indexOf(')', open);
        if (close < 0 || depth > MAX_DEPTH || !budget.spend(word.length())) {
            words.add(word);
            return;
        }
        String name = word.substring(bracket(word, open) + 1, close);
        for (String value : variables.getOrDefault(name, PythonValue.unknown()).texts()) {
            if (word.length() + value.length() < 1000 && words.size() < 10_000) {
                fill(word.substring(0, open) + value + word.substring(close + 1), variables, words, depth + 1);
            }
        }
    }

    /** Where the bracket of a reference stands: behind its sign, or behind {@code @}. */
    private static int bracket(String word, int at) {
        return word.charAt(at + 1) == '@' ? at + 2 : at + 1;
    }
}
