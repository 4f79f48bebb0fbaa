package org.memcensus.modules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memcensus.model.FileReader;

/**
 * Finds programs that only run while the project is built, to make a source of it. They are no part of what ships: nobody
 * hands them what a stranger sent. What a program of the product is made of too stays with that.
 */
public final class BuildPrograms {
    /** A build file of more bytes than this is none that people wrote. */
    private static final int MAX_TEXT = 1 << 20;

    private static final Set<String> MAKE_FILES =
            Set.of("Makefile", "makefile", "GNUmakefile", "Makefile.in", "Makefile.am", "Kbuild", "Kbuild.src");

    private static final Pattern RUN = Pattern.compile("\\bCOMMAND\\s+\"?(?:\\$<TARGET_FILE:)?([\\w.+-]+)");

    private static final Pattern DECLARED =
            Pattern.compile("executable\\s*\\(\\s*([\\w.+-]+)", Pattern.CASE_INSENSITIVE);

    private final List<String> paths;
    private final FileReader reader;

    /** What make files with such programs link for the product. */
    private final Set<String> ofMakeToo = new HashSet<>();

    private BuildPrograms(List<String> paths, FileReader reader) {
        this.paths = paths;
        this.reader = reader;
    }

    /**
     * The files of such programs, each with why, by path.
     *
     * @param paths all files of the tree
     * @param reader gives the bytes of build files
     */
    public static Map<String, String> in(List<String> paths, FileReader reader) {
        try {
            return new BuildPrograms(paths, reader).files();
        } catch (RuntimeException | StackOverflowError e) {
            // This is a conscious exception, as where modules are found: there it is said which build is not read.
            return Map.of();
        }
    }

    private Map<String, String> files() {
        FileTree tree = new FileTree(paths);
        List<Declaration> programs = new ArrayList<>(ofMake(tree));
        programs.addAll(of(new MesonReader(), tree, this::mayBeNative));
        programs.addAll(of(new CMakeReader(), tree, this::mayRun));
        if (programs.isEmpty()) {
            return Map.of();
        }
        Set<String> shipping = shipping(programs, tree);
        Map<String, String> found = new HashMap<>();
        for (Declaration program : programs) {
            String why = program.place() + ", which only the build runs";
            program.files().stream()
                    .filter(file -> !shipping.contains(file))
                    .forEach(file -> found.putIfAbsent(file, why));
        }
        Map<String, String> sources = Map.copyOf(found);
        sources.forEach((source, why) -> DeliveredCode.headers(source, tree, sources).stream()
                .filter(header -> !shipping.contains(header))
                .forEach(header -> found.putIfAbsent(header, why)));
        return found;
    }

    private List<Declaration> ofMake(FileTree tree) {
        List<String> words = new ArrayList<>(HostPrograms.COMPILERS);
        words.addAll(HostPrograms.LISTS);
        List<Declaration> programs = new ArrayList<>();
        MakeFiles files = new MakeFiles(tree, reader, new ReaderNotes(note -> {}));
        boolean automake = paths.stream()
                .filter(path -> path.endsWith(".am"))
                .map(this::text)
                .anyMatch(text -> HostPrograms.NOT_INSTALLED.stream().anyMatch(text::contains));
        for (String path : paths) {
            String name = TreePath.name(path);
            if (!MAKE_FILES.contains(name) || name.equals("Makefile.in") && AutomakeReader.writes(path, tree)) {
                continue;
            }
            String text = text(path);
            if (automake && name.equals("Makefile.am") || words.stream().anyMatch(text::contains)) {
                HostPrograms found = new HostPrograms(files, path);
                programs.addAll(found.declarations());
                ofMakeToo.addAll(found.others());
            }
        }
        return programs;
    }

    private List<Declaration> of(BuildReader build, FileTree tree, Predicate<List<String>> may) {
        List<String> builds = paths.stream().filter(build::reads).toList();
        return may.test(builds)
                ? build.read(builds, tree, reader, note -> {}).stream()
                        .filter(each -> each.use() == Declaration.Use.BUILD)
                        .toList()
                : List.of();
    }

    private boolean mayBeNative(List<String> builds) {
        return builds.stream().map(this::text).anyMatch(text -> text.contains("native") && text.contains("executable"));
    }

    /** Whether a target is run by a command at all: to read a whole build costs much. */
    private boolean mayRun(List<String> builds) {
        Set<String> run = new HashSet<>();
        Set<String> declared = new HashSet<>();
        for (String path : builds) {
            String text = text(path);
            if (text.contains("add_custom_command") || text.contains("ADD_CUSTOM_COMMAND")) {
                all(RUN, text, run);
            }
            all(DECLARED, text, declared);
        }
        run.retainAll(declared);
        return !run.isEmpty();
    }

    private static void all(Pattern pattern, String text, Set<String> found) {
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
    }

    /** The files of all else that is built. */
    private Set<String> shipping(List<Declaration> programs, FileTree tree) {
        Set<String> shipping = new HashSet<>(ofMakeToo);
        Set<String> above = above(programs);
        for (BuildReader build : List.of(
                new MakeReader(), new AutomakeReader(), new KbuildReader(), new MesonReader(), new CMakeReader())) {
            // These two follow a tree from its root; of the others each file speaks for what lies below it.
            boolean whole = build instanceof MesonReader || build instanceof CMakeReader;
            List<String> builds = paths.stream()
                    .filter(path -> build.reads(path) && (whole || above.contains(TreePath.parent(path))))
                    .toList();
            for (Declaration each :
                    builds.isEmpty() ? List.<Declaration>of() : build.read(builds, tree, reader, note -> {})) {
                boolean same = each.use() == Declaration.Use.BUILD
                        || !each.delivered() && programs.stream().anyMatch(program -> isSame(program, each));
                if (!same) {
                    shipping.addAll(each.files());
                }
            }
        }
        return shipping;
    }

    /** The directories that hold what these are made of, and all above. */
    private static Set<String> above(List<Declaration> programs) {
        Set<String> above = new HashSet<>(Set.of(""));
        for (Declaration program : programs) {
            for (String file : program.files()) {
                String directory = TreePath.parent(file);
                while (above.add(directory)) {
                    directory = TreePath.parent(directory);
                }
            }
        }
        return above;
    }

    /**
     * Whether a target is such a program again. Another build system may call it otherwise; two rules of one make file may
     * make a program of one name, of which one is the product.
     */
    private static boolean isSame(Declaration program, Declaration target) {
        if (!program.path().equals(target.path())) {
            return program.name().equals(target.name()) || program.files().containsAll(target.files());
        }
        boolean rule = program.system().equals(target.system());
        return program.name().equals(target.name()) && (!rule || program.line() == target.line());
    }

    private String text(String path) {
        try {
            byte[] bytes = reader.read(path);
            return bytes == null || bytes.length > MAX_TEXT ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // its visit says so in the coverage
        }
    }
}
