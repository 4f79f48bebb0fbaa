package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.Glob;
import org.memcensus.model.ModuleKind;

/**
 * One reading of all CMake files of a tree. It follows variables, lists, loops, includes and functions as far as file names
 * and target names need them, takes every branch of a condition, and spends no more than its budget.
 */
final class CMakeRun {
    private static final int MAX_DEPTH = 20;
    private static final int COMMAND_COST = 100;

    /** What a character of a file costs: it is kept as a part of a command for as long as the build is read. */
    private static final long LEXED = 2;

    /** What a condition costs, and a command that is passed over. */
    private static final int SKIPPED_COST = 20;

    /** What CMake itself allows in the name of a target. */
    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9_.+-]{1,200}");

    private static final String EMPTIES = "unset";

    /** What a project and the whole build name their directories by. What is built is looked for beside its source. */
    private static final List<String> DIRECTORIES = List.of("_SOURCE_DIR", "_BINARY_DIR");

    private static final String LIST_DIRECTORY = "CMAKE_CURRENT_LIST_DIR";

    private final FileTree tree;
    private final FileReader reader;
    private final ReaderNotes notes;
    private final Budget budget;
    private final SourcePaths sources;

    /** Around all other scopes: where each project lies, which one part of a build tells all that are read after it. */
    private final CMakeScope cache;

    private final Set<String> visited = new HashSet<>();

    /** The files that are being run: each was led to by the one before. */
    private final Set<String> reading = new HashSet<>();

    private final Map<String, List<CMakeCommand>> parsed = new HashMap<>();
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, Target> targets = new TreeMap<>();

    /** What commands run that make a source, by the names of targets. */
    private final Set<String> run = new HashSet<>();

    /** What {@code install(TARGETS ...)} names, keywords among it. */
    private final Set<String> delivered = new HashSet<>();

    /**
     * A run over a tree.
     *
     * @param tree its paths
     * @param reader gives the bytes of a file
     * @param notes hears what cannot be read
     * @param budget what it may cost
     */
    CMakeRun(FileTree tree, FileReader reader, ReaderNotes notes, Budget budget) {
        this.tree = tree;
        this.reader = reader;
        this.notes = notes;
        this.budget = budget;
        this.sources = new SourcePaths(tree, budget, notes);
        this.cache = new CMakeScope(null, budget);
    }

    /** Reads the directory of a build file as a project of its own, unless another has led to it already. */
    void project(String directory) {
        CMakeScope scope = new CMakeScope(cache, budget);
        for (String kind : DIRECTORIES) {
            scope.set("CMAKE" + kind, SourcePaths.ROOT + directory);
            scope.set("PROJECT" + kind, SourcePaths.ROOT + directory);
        }
        directory(directory, scope, 0);
    }

    /** What was declared. */
    List<Declaration> declarations() {
        targets.forEach((name, target) -> {
            if (delivered.contains(name)) {
                target.deliver();
            } else if (run.contains(name)) {
                target.runWhileBuilding();
            }
        });
        return targets.values().stream()
                .filter(target -> !target.tests())
                .map(target -> target.declaration(targets))
                .toList();
    }

    private void directory(String directory, CMakeScope scope, int depth) {
        String path = TreePath.join(directory, "CMakeLists.txt");
        if (tree.contains(path) && visited.add(path)) {
            reading.add(path);
            for (String name : List.of("CMAKE_CURRENT_SOURCE_DIR", "CMAKE_CURRENT_BINARY_DIR", LIST_DIRECTORY)) {
                scope.set(name, SourcePaths.ROOT + directory);
            }
            file(path, new Place(path, directory, scope, depth, CMakeBranches.Known.NOTHING));
            reading.remove(path);
        }
    }

    private void file(String path, Place place) {
        if (place.depth() > MAX_DEPTH) {
            notes.add(place.path(), "build files nested more than " + MAX_DEPTH + " deep: " + path + " is not read");
            return;
        }
        List<CMakeCommand> commands = parsed.get(path);
        if (commands == null) {
            String text = BuildFile.text(path, reader, notes.sink());
            commands = text != null && budget.spend(LEXED * text.length()) ? CMakeLexer.commands(text) : List.of();
            parsed.put(path, commands);
            if (budget.empty()) {
                notes.costly(place.path());
            }
        }
        run(commands, place);
    }

    private void run(List<CMakeCommand> commands, Place place) {
        CMakeBranches branches = new CMakeBranches(place.scope(), place.known());
        for (int i = 0; i < commands.size(); i++) {
            CMakeCommand command = commands.get(i);
            if (!budget.spend(command.known() ? COMMAND_COST : SKIPPED_COST)) {
                notes.add(
                        place.path(),
                        "build files too costly to read: declarations from line " + command.line()
                                + " on are left out");
                return;
            }
            if (branches.hears(command) || branches.dead()) {
                continue;
            }
            switch (command.name()) {
                case "function", "macro", "foreach" -> {
                    int end = end(commands, i, command.name());
                    List<CMakeCommand> body = commands.subList(Math.min(i + 1, end), end);
                    if (command.name().equals("foreach")) {
                        loop(command, body, place);
                    } else {
                        define(command, body, place.scope());
                    }
                    i = end;
                }
                default -> command(command, place, branches.conditional() && !refills(commands, i));
            }
        }
    }

    /**
     * Whether a command empties a variable that the next one fills: what is then in it is all that it is for, whether or not
     * the branch is taken. In another branch an emptied list may still be used as it was.
     */
    private static boolean refills(List<CMakeCommand> commands, int at) {
        if (!commands.get(at).name().equals(EMPTIES) || at + 1 == commands.size()) {
            return false;
        }
        CMakeCommand next = commands.get(at + 1);
        int named = next.name().equals("set")
                ? 0
                : next.name().equals("list") ? 1 : next.arguments().size();
        return named < next.arguments().size()
                && commands.get(at).arguments().stream()
                        .anyMatch(each ->
                                each.text().equals(next.arguments().get(named).text()));
    }

    /** Index of the command that ends a block, or behind the last one. */
    private static int end(List<CMakeCommand> commands, int start, String block) {
        int open = 0;
        for (int i = start; i < commands.size(); i++) {
            String name = commands.get(i).name();
            if (name.equals(block)) {
                open++;
            } else if (name.equals("end" + block) && --open == 0) {
                return i;
            }
        }
        return commands.size();
    }

    private void define(CMakeCommand command, List<CMakeCommand> body, CMakeScope scope) {
        List<String> words = scope.expand(command.arguments());
        if (!words.isEmpty()) {
            functions.put(
                    words.get(0).toLowerCase(Locale.ROOT),
                    new Function(
                            words.subList(1, words.size()), body, command.name().equals("macro")));
        }
    }

    private void loop(CMakeCommand command, List<CMakeCommand> body, Place place) {
        List<String> words = place.scope().expand(command.arguments());
        if (words.isEmpty() || place.depth() > MAX_DEPTH) {
            return;
        }
        List<String> items = new ArrayList<>();
        boolean lists = false;
        for (String word : words.subList(1, words.size())) {
            switch (word) {
                case "IN", "RANGE" -> lists = false;
                case "LISTS" -> lists = true;
                case "ITEMS" -> lists = false;
                default -> items.addAll(lists ? List.of(place.scope().get(word).split(";", -1)) : List.of(word));
            }
        }
        for (String item : items) {
            if (budget.empty()) {
                notes.costly(place.path());
                return;
            }
            place.scope().set(words.get(0), item);
            run(body, place.deeper());
        }
    }

    private void command(CMakeCommand command, Place place, boolean conditional) {
        if (command.name().equals(CMakeWords.RUNS)) {
            runs(command.arguments());
            return;
        }
        CMakeScope scope = place.scope();
        Function function = functions.get(command.name());
        boolean lists = command.namesMakeFile();
        boolean known = command.known() || command.declares();
        if (function == null && !known && !lists) {
            return;
        }
        List<String> words =
                scope.expand(command.name().equals("file") ? scope.known(command.arguments()) : command.arguments());
        if (words.isEmpty()) {
            return;
        }
        if (function != null || !known) {
            // Also a command from outside the tree may hand over lists of a make file.
            boolean taken = lists && makeLists(words, place);
            if (function != null && !taken) {
                call(function, words, place);
            }
            return;
        }
        String first = words.get(0);
        List<String> rest = words.subList(1, words.size());
        switch (command.name()) {
            case "set" -> {
                // What holds the value before it is no other value: both together would double it.
                set(first, rest, scope, conditional && !command.refersTo(first));
                place.known().set(first, conditional);
            }
            case EMPTIES -> {
                if (!conditional && rest.isEmpty()) {
                    scope.set(first, "");
                }
            }
            case "list", "file" -> lists(command.name(), first, rest, place);
            case "project" -> project(first, place);
            case "add_subdirectory" -> {
                String directory = sources.resolve(place.path(), place.directory(), first);
                if (directory != null && place.depth() < MAX_DEPTH) {
                    directory(directory, new CMakeScope(scope, budget), place.depth() + 1);
                }
            }
            case "include" -> {
                String path = included(first, place);
                // What includes itself ends by a condition, which nobody knows here.
                if (path != null && !reading.add(path)) {
                    notes.add(place.path(), "includes itself: " + path + " is read once");
                } else if (path != null) {
                    String outer = scope.get(LIST_DIRECTORY);
                    scope.set(LIST_DIRECTORY, SourcePaths.ROOT + TreePath.parent(path));
                    file(path, place.deeper());
                    scope.set(LIST_DIRECTORY, outer);
                    reading.remove(path);
                }
            }
            case "cmake_parse_arguments" -> CMakeArguments.parse(words, scope);
            case "aux_source_directory" -> {
                if (!rest.isEmpty()) {
                    scope.add(rest.get(0), glob(place, List.of(first + "/*"), false));
                }
            }
            case "target_sources" -> {
                Target target = targets.get(first);
                if (target != null) {
                    fill(target, rest, place);
                }
            }
            case "target_link_libraries" -> {
                Target target = targets.get(first);
                if (target != null) {
                    target.addLinks(rest);
                }
            }
            case "install" -> {
                if (first.equals("TARGETS")) {
                    delivered.addAll(rest);
                }
            }
            default -> {
                if (command.declares()) {
                    declare(command, first, rest, place);
                }
            }
        }
    }

    /**
     * Takes over what a command runs that makes what a compiler reads. Only what stands there in letters counts: such commands
     * have long lists of what depends on what, and stand in loops.
     */
    private void runs(List<CMakeCommand.Argument> arguments) {
        boolean output = false;
        boolean source = false;
        boolean program = false;
        for (CMakeCommand.Argument argument : arguments) {
            String word = argument.text();
            if (program && source && !argument.refers()) {
                boolean file = word.startsWith("$<TARGET_FILE:") && word.endsWith(">");
                run.add(file ? word.substring("$<TARGET_FILE:".length(), word.length() - 1) : word);
            }
            source |= output && CMakeWords.MADE.contains(TreePath.ending(word));
            program = word.equals("COMMAND");
            output = word.equals("OUTPUT") || output && !program && !word.equals("DEPENDS");
        }
    }

    /** The file that is included by its path, or as a module by its name alone: found as CMake finds it, in the tree. */
    private @Nullable String included(String name, Place place) {
        String path = sources.resolve(place.path(), place.directory(), name);
        if (path != null && tree.contains(path)) {
            return path;
        }
        return CMakeModules.find(name, place.directory(), place.scope().get(CMakeModules.PLACES), tree);
    }

    private static void set(String name, List<String> words, CMakeScope scope, boolean conditional) {
        boolean outer = !words.isEmpty() && words.get(words.size() - 1).equals("PARENT_SCOPE");
        int cache = words.indexOf("CACHE");
        List<String> values = outer ? words.subList(0, words.size() - 1) : cache < 0 ? words : words.subList(0, cache);
        CMakeScope target = outer ? scope.outer() : scope;
        if (conditional) {
            target.add(name, String.join(";", values));
        } else {
            target.set(name, String.join(";", values));
        }
    }

    private void project(String name, Place place) {
        CMakeScope scope = place.scope();
        String directory = SourcePaths.ROOT + place.directory();
        scope.set("PROJECT_NAME", name);
        if (directory.equals(scope.get("CMAKE_SOURCE_DIR"))) {
            scope.set("CMAKE_PROJECT_NAME", name);
        }
        for (String kind : DIRECTORIES) {
            scope.set("PROJECT" + kind, directory);
            cache.set(name + kind, directory);
        }
    }

    private void lists(String command, String action, List<String> rest, Place place) {
        if (rest.isEmpty()) {
            return;
        }
        CMakeScope scope = place.scope();
        String variable = rest.get(0);
        List<String> values = rest.subList(1, rest.size());
        if (command.equals("file")) {
            if (action.equals("RELATIVE_PATH") && values.size() == 2) {
                // From the root of the tree it leads to the same place.
                scope.set(variable, values.get(1));
            } else if (action.startsWith("GLOB")) {
                scope.add(variable, glob(place, values, action.equals("GLOB_RECURSE")));
            }
        } else if (action.equals("APPEND") || action.equals("PREPEND")) {
            scope.append(variable, String.join(";", values));
        } else if (action.equals("TRANSFORM")
                && values.size() > 1
                && values.get(0).equals("PREPEND")) {
            List<String> moved = new ArrayList<>();
            for (String item : scope.get(variable).split(";", -1)) {
                moved.add(values.get(1) + item);
            }
            scope.set(variable, String.join(";", moved));
        }
    }

    /** The files that patterns match, as a list of CMake's. */
    private String glob(Place place, List<String> patterns, boolean recurse) {
        StringBuilder found = new StringBuilder();
        for (String pattern : patterns) {
            String path = Glob.isPattern(pattern) ? sources.resolve(place.path(), place.directory(), pattern) : null;
            for (String file : sources.glob(path, recurse)) {
                if (found.length() > CMakeValue.MAX) {
                    return found.toString();
                }
                found.append(found.length() == 0 ? "" : ";")
                        .append(SourcePaths.ROOT)
                        .append(file);
            }
        }
        return found.toString();
    }

    /** Takes over the lists of the make file that a command names; false where it names none. */
    private boolean makeLists(List<String> words, Place place) {
        for (String word : words) {
            if (MakeLists.named(word)) {
                String path = sources.resolve(place.path(), place.directory(), word);
                String text = path == null || !tree.contains(path) ? null : BuildFile.text(path, reader, notes.sink());
                if (text != null && budget.spend(text.length())) {
                    MakeLists.of(text).forEach(place.scope()::set);
                    return true;
                }
            }
        }
        return false;
    }

    private void call(Function function, List<String> words, Place place) {
        if (place.depth() > MAX_DEPTH || !budget.spend(COMMAND_COST)) {
            return;
        }
        CMakeScope scope = function.macro() ? place.scope() : new CMakeScope(place.scope(), budget);
        int named = Math.min(function.parameters().size(), words.size());
        for (int i = 0; i < named; i++) {
            scope.set(function.parameters().get(i), words.get(i));
        }
        scope.set("ARGN", String.join(";", words.subList(named, words.size())));
        scope.set("ARGV", String.join(";", words));
        for (int i = 0; i < Math.min(words.size(), 10); i++) {
            scope.set("ARGV" + i, words.get(i));
        }
        CMakeBranches.Known known = CMakeBranches.Known.of(function.parameters().subList(0, named));
        run(function.body(), new Place(place.path(), place.directory(), scope, place.depth() + 1, known));
    }

    private void declare(CMakeCommand command, String name, List<String> rest, Place place) {
        if (rest.contains("ALIAS") || rest.contains("IMPORTED")) {
            return;
        }
        if (!TARGET.matcher(name).matches()) {
            notes.add(
                    place.path(),
                    "target at line " + command.line() + " has a name that is not known before CMake runs");
            return;
        }
        ModuleKind kind = rest.contains("MODULE")
                ? ModuleKind.PLUGIN
                : command.name().endsWith("executable") ? ModuleKind.EXECUTABLE : ModuleKind.LIBRARY;
        fill(
                targets.computeIfAbsent(name, any -> new Target("cmake", name, kind, place.path(), command.line())),
                rest,
                place);
    }

    private void fill(Target target, List<String> words, Place place) {
        for (String word : words) {
            if (word.startsWith("$<TARGET_OBJECTS:") && word.endsWith(">")) {
                target.addObjects(word.substring("$<TARGET_OBJECTS:".length(), word.length() - 1));
            }
        }
        List<String> plain =
                words.stream().filter(word -> !word.startsWith("$<")).toList();
        target.add(sources.files(place.path(), place.directory(), plain));
    }

    /**
     * Where a command stands.
     *
     * @param path the build file of its directory, for notes
     * @param directory the directory that its file names are relative to
     * @param scope its variables
     * @param depth how many files and functions led here
     * @param known what is known of its variables: within a function of what it was called with
     */
    record Place(String path, String directory, CMakeScope scope, int depth, CMakeBranches.Known known) {
        Place deeper() {
            return new Place(path, directory, scope, depth + 1, known);
        }
    }

    /** A function or macro of the build files. */
    private record Function(List<String> parameters, List<CMakeCommand> body, boolean macro) {}
}
