package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Problem;

/**
 * Finds the headers that build files install, in any of the usual forms. It reads statements, not programs: lists that a
 * statement names are followed within its file.
 */
final class InstallRules {
    /** {@code include_HEADERS =} of Automake; its {@code noinst_} lists are not installed. */
    private static final Pattern AUTOMAKE =
            Pattern.compile("\\s*(?!\\w*noinst_|check_|EXTRA_)\\w+_HEADERS\\s*\\+?=(.*)");

    /** {@code name = files(...)}, {@code name = [...]} of Meson. */
    private static final Pattern MESON_LIST =
            Pattern.compile("(?<!\\w)(\\w{1,100})\\s{0,99}\\+?=\\s{0,99}(?:files\\s{0,99}\\(|\\[)([^\\])]{0,100000})");

    private static final Pattern MESON_INSTALL = Pattern.compile("install_headers\\s*\\(([^)]{0,100000})");
    private static final Pattern WORD = Pattern.compile("[\\w./+-]+");
    private static final Pattern REFERENCE = Pattern.compile("\\$[({](\\w+)[)}]");

    /** What names the directory of installed headers in a recipe. */
    private static final Set<String> INCLUDE_DIRECTORIES =
            Set.of("includedir", "INCLUDEDIR", "incdir", "PKGINCLUDEDIR");

    /** Words that may be looked up, over all files: statements may name the same lists again and again. */
    private static final long BUDGET = 4L << 20;

    private final FileTree tree;
    private final ReaderNotes notes;
    private final Budget budget = new Budget(BUDGET);

    /**
     * Install rules over the files of a tree.
     *
     * @param tree its paths
     * @param notes hears where they cost too much
     */
    InstallRules(FileTree tree, Consumer<Problem> notes) {
        this.tree = tree;
        this.notes = new ReaderNotes(notes);
    }

    /** Whether a file may hold install rules, by its path. */
    static boolean reads(String path) {
        String name = TreePath.name(path);
        return name.equals("CMakeLists.txt") || name.equals("meson.build") || MakeLists.named(path);
    }

    /** The headers of the tree that a build file installs. */
    Set<String> headers(String path, String text) {
        Set<String> headers = new TreeSet<>();
        String directory = TreePath.parent(path);
        switch (TreePath.name(path)) {
            case "CMakeLists.txt" -> cmake(directory, text, headers);
            case "meson.build" -> meson(directory, text, headers);
            default -> make(directory, text, headers);
        }
        if (budget.empty()) {
            notes.costly(path);
        }
        return headers;
    }

    private void cmake(String directory, String text, Set<String> headers) {
        if (!text.contains("install") && !text.contains("PUBLIC_HEADER")) {
            return;
        }
        Map<String, List<String>> lists = new HashMap<>();
        for (CMakeCommand command : CMakeLexer.commands(text)) {
            List<String> words = command.arguments().stream()
                    .map(CMakeCommand.Argument::text)
                    .toList();
            if (words.isEmpty()) {
                continue;
            }
            switch (command.name()) {
                case "set" ->
                    lists.computeIfAbsent(words.get(0), any -> new ArrayList<>())
                            .addAll(words.subList(1, words.size()));
                case "list" ->
                    lists.computeIfAbsent(words.get(Math.min(1, words.size() - 1)), any -> new ArrayList<>())
                            .addAll(words.subList(Math.min(2, words.size()), words.size()));
                case "install" -> {
                    add(directory, words, lists, headers);
                    if (words.get(0).equals("DIRECTORY")) {
                        words.forEach(word -> addAll(directory, word, headers));
                    }
                }
                case "set_target_properties", "set_property" -> {
                    int list = words.indexOf("PUBLIC_HEADER");
                    if (list >= 0) {
                        add(directory, words.subList(list, words.size()), lists, headers);
                    }
                }
                default -> {}
            }
        }
    }

    private void meson(String directory, String text, Set<String> headers) {
        Matcher install = MESON_INSTALL.matcher(text);
        Map<String, List<String>> lists = null;
        while (install.find()) {
            if (lists == null) {
                lists = mesonLists(text);
            }
            add(directory, words(install.group(1)), lists, headers);
            for (String word : words(install.group(1))) {
                add(directory, lists.getOrDefault(word, List.of()), lists, headers);
            }
        }
    }

    private static Map<String, List<String>> mesonLists(String text) {
        Map<String, List<String>> lists = new HashMap<>();
        Matcher matcher = MESON_LIST.matcher(text);
        while (matcher.find()) {
            lists.computeIfAbsent(matcher.group(1), any -> new ArrayList<>()).addAll(words(matcher.group(2)));
        }
        return lists;
    }

    private void make(String directory, String text, Set<String> headers) {
        if (!text.contains("HEADERS") && INCLUDE_DIRECTORIES.stream().noneMatch(text::contains)) {
            return;
        }
        Map<String, List<String>> lists = new HashMap<>();
        MakeLists.of(text).forEach((name, words) -> lists.put(name, List.of(words.split(";", -1))));
        for (String line : text.replaceAll("\\\\\r?\n", " ").lines().toList()) {
            Matcher matcher = AUTOMAKE.matcher(line);
            boolean recipe =
                    line.startsWith("\t") && INCLUDE_DIRECTORIES.stream().anyMatch(line::contains);
            if (matcher.matches()) {
                add(directory, List.of(matcher.group(1).split("\\s+", -1)), lists, headers);
            } else if (recipe) {
                add(directory, List.of(line.split("\\s+", -1)), lists, headers);
            }
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Adds the headers that words name, or the lists that they refer to. */
    private void add(String directory, List<String> words, Map<String, List<String>> lists, Set<String> headers) {
        for (String word : words) {
            if (budget.empty()) {
                return;
            }
            header(directory, word, headers);
            Matcher reference = REFERENCE.matcher(word);
            List<String> items = reference.matches() ? lists.getOrDefault(reference.group(1), List.of()) : List.of();
            for (int i = 0; i < items.size() && !budget.empty(); i++) {
                header(directory, items.get(i), headers);
            }
        }
    }

    private void header(String directory, String word, Set<String> headers) {
        String path = budget.spend(1) ? inTree(directory, word) : null;
        if (path != null && Headers.is(path) && tree.contains(path)) {
            headers.add(path);
        }
    }

    private void addAll(String directory, String word, Set<String> headers) {
        String path = inTree(directory, word.endsWith("/") ? word.substring(0, word.length() - 1) : word);
        if (path != null && !path.isEmpty()) {
            List<String> below = tree.under(path);
            if (budget.spend(below.size())) {
                below.stream().filter(Headers::is).forEach(headers::add);
            }
        }
    }

    /** A word as a path; variables in front stand for the directory of the source: nothing else is known of them. */
    private static @Nullable String inTree(String directory, String word) {
        String path = word;
        int close = word.indexOf('/');
        if (word.startsWith("$") && close > 0) {
            path = word.substring(close + 1);
        }
        return path.isEmpty() || path.startsWith("/") || path.indexOf('$') >= 0
                ? null
                : TreePath.resolve(directory, path);
    }
}
