package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** The variables of a qmake project, every condition taken for true. */
final class QMakeProject {
    private static final int MAX_DEPTH = 10;
    private static final int MAX_INCLUDES = 200;
    private static final int MAX_LINE = 100_000;

    /** An assignment, behind any conditions with colons or an opening brace. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.]{0,100})\\s*(\\+=|\\*=|-=|~=|=)(.*)", Pattern.DOTALL);

    private static final Pattern INCLUDE = Pattern.compile("include\\(\\s*([^()]{1,300}?)\\s*\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\$(?:\\{([A-Za-z0-9_.]+)\\}|([A-Za-z0-9_.]+))");
    private static final Set<String> SOURCES = Set.of("SOURCES", "HEADERS", "OBJECTIVE_SOURCES", "PRECOMPILED_HEADER");

    private final String path;
    private final FileTree tree;
    private final Budget budget;
    private final ReaderNotes notes;
    private final Map<String, Set<String>> variables = new HashMap<>();
    private int includes;
    private int line = 1;

    /**
     * A project without variables.
     *
     * @param path its file
     * @param tree paths of the tree
     * @param budget what reading may cost
     * @param notes hears what cannot be read
     */
    QMakeProject(String path, FileTree tree, Budget budget, ReaderNotes notes) {
        this.path = path;
        this.tree = tree;
        this.budget = budget;
        this.notes = notes;
    }

    /** Takes over the variables of a file: the project's own, or one that it includes. */
    void read(String file, FileReader reader, Consumer<Problem> problems, int depth) {
        String text = BuildFile.text(file, reader, problems);
        if (text == null) {
            return;
        }
        StringBuilder whole = new StringBuilder();
        int number = 0;
        for (String each : text.lines().toList()) {
            number++;
            int comment = each.indexOf('#');
            String code = (comment < 0 ? each : each.substring(0, comment)).strip();
            if (!budget.spend(code.length() + 1L)) {
                notes.costly(path);
                return;
            }
            if (code.endsWith("\\") && whole.length() < MAX_LINE) {
                whole.append(code, 0, code.length() - 1).append(' ');
            } else if (!code.isEmpty() || comment < 0) {
                statement(whole.append(code).toString(), file, number, reader, problems, depth);
                whole.setLength(0);
            }
        }
    }

    private void statement(
            String code, String file, int number, FileReader reader, Consumer<Problem> problems, int depth) {
        Matcher include = INCLUDE.matcher(code.length() > 1000 ? "" : code);
        if (include.find()) {
            include(include.group(1), file, reader, problems, depth);
            return;
        }
        Matcher assignment = ASSIGNMENT.matcher(unconditional(code));
        if (assignment.lookingAt() && !assignment.group(2).equals("-=")) {
            String name = assignment.group(1);
            line = name.equals("TARGET") && file.equals(path) ? number : line;
            String value = assignment.group(3).strip();
            assign(
                    name,
                    value.endsWith("}") && value.indexOf('{') < 0 ? value.substring(0, value.length() - 1) : value,
                    file);
        }
    }

    /** A statement without the conditions before it, which end in a colon or a brace. */
    private static String unconditional(String code) {
        int sign = code.indexOf('=');
        int start = 0;
        for (int i = 0; i < sign; i++) {
            char c = code.charAt(i);
            if (c == ':' || (c == '{' && !code.startsWith("$$", Math.max(0, i - 2)))) {
                start = i + 1;
            }
        }
        return code.substring(start).strip();
    }

    private void assign(String name, String value, String file) {
        Set<String> words = variables.computeIfAbsent(name, any -> new LinkedHashSet<>());
        boolean sources = SOURCES.contains(name);
        for (String word : value.split("\\s+", -1)) {
            if (budget.empty()) {
                break;
            }
            String plain = word.replace("\"", "");
            for (String filled : filled(plain, file)) {
                if (!filled.isEmpty() && budget.spend(filled.length() + 1L)) {
                    words.add(sources ? placed(filled, file) : filled);
                }
            }
        }
        if (budget.empty()) {
            notes.costly(path);
        }
    }

    /** A source as seen from the project: qmake looks beside the file that names it too. */
    private String placed(String word, String file) {
        String beside = TreePath.resolve(TreePath.parent(file), word);
        boolean plain = file.equals(path) || beside == null || word.startsWith("/") || !tree.contains(beside);
        return plain ? word : from(TreePath.parent(path)) + beside;
    }

    /** The way up from a directory to the root. */
    private static String from(String directory) {
        return directory.isEmpty() ? "" : "../".repeat(directory.split("/", -1).length);
    }

    /** A word with variables put in; one that is a list and a whole word gives several. */
    private List<String> filled(String word, String file) {
        Matcher matcher = VARIABLE.matcher(word.length() > 1000 ? "" : word);
        if (!matcher.find()) {
            return List.of(word);
        }
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        String rest = word.substring(matcher.end());
        String start = word.substring(0, matcher.start());
        List<String> filled = new ArrayList<>();
        Map<String, String> joined = new HashMap<>();
        for (String value : values(name, file)) {
            String text = start + value + rest;
            // One more reference in a word is common ($$PWD/$$NAME), more are not.
            Matcher again = VARIABLE.matcher(text);
            if (again.find()) {
                String inner = again.group(1) == null ? again.group(2) : again.group(1);
                String first = joined.computeIfAbsent(inner, any -> String.join(" ", values(any, file)));
                boolean fits = first.length() < MAX_LINE && budget.spend(first.length());
                text = text.substring(0, again.start()) + (fits ? first : "") + text.substring(again.end());
            }
            if (!budget.spend(text.length() + 1L)) {
                break;
            }
            filled.add(text);
        }
        return filled;
    }

    private List<String> values(String name, String file) {
        return switch (name) {
            case "PWD" -> List.of(relative(TreePath.parent(file)));
            case "_PRO_FILE_PWD_", "OUT_PWD" -> List.of(".");
            default -> List.copyOf(variables.getOrDefault(name, Set.of()));
        };
    }

    private String relative(String directory) {
        String up = from(TreePath.parent(path)) + directory;
        return up.isEmpty() ? "." : up.endsWith("/") ? up.substring(0, up.length() - 1) : up;
    }

    private void include(String word, String file, FileReader reader, Consumer<Problem> problems, int depth) {
        for (String name : filled(word.replace("\"", ""), file)) {
            boolean placed = word.startsWith("$$");
            String found = name.startsWith("/") ? null : TreePath.resolve(TreePath.parent(placed ? path : file), name);
            if (found == null) {
                notes.outside(file, name);
            } else if (tree.contains(found) && depth < MAX_DEPTH && includes++ < MAX_INCLUDES) {
                read(found, reader, problems, depth + 1);
            }
        }
    }

    /** The words of a variable. */
    Set<String> words(String name) {
        return variables.getOrDefault(name, Set.of());
    }

    /** The last word of a variable, "" where it has none. */
    String last(String name) {
        String last = "";
        for (String word : words(name)) {
            last = word;
        }
        return last;
    }

    /** All words that name files to compile. */
    List<String> sources() {
        List<String> all = new ArrayList<>();
        SOURCES.stream().sorted().forEach(name -> all.addAll(words(name)));
        return all;
    }

    /** The line that names the target, else 1. */
    int line() {
        return line;
    }
}
