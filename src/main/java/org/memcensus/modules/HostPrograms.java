package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.ModuleKind;

/**
 * The programs of one make file that only run while the build does: those that it compiles for the machine that builds, those
 * that Kbuild lists as such, and what Automake installs nowhere and a rule runs to make a source.
 */
final class HostPrograms {
    /** Compilers for the machine that builds, as recipes name them: without the bracket before. */
    static final List<String> COMPILERS = List.of(
            "HOSTCC",
            "HOST_CC",
            "HOSTCXX",
            "HOST_CXX",
            "CC_FOR_BUILD",
            "CXX_FOR_BUILD",
            "BUILD_CC",
            "BUILDCC",
            "NATIVE_CC");

    /** What links for the machine that runs the product. */
    private static final List<String> PLAIN =
            List.of("(CC)", "{CC}", "(CXX)", "{CXX}", "(LD)", "{LD}", "(LINK", "(AR)", "{AR}");

    /** What begins the names of Kbuild's lists of such programs. */
    static final List<String> LISTS = List.of("hostprogs", "host-progs");

    /** What ends the names of Automake's lists of programs that it installs nowhere. */
    static final List<String> NOT_INSTALLED = List.of("noinst_PROGRAMS", "EXTRA_PROGRAMS");

    private static final String PROGRAMS = "_PROGRAMS";

    /** A recipe of more characters than this does more than to run a program. */
    private static final int MAX_RECIPE = 4000;

    private static final Pattern SOURCE = Pattern.compile(".*\\.(c|cc|cpp|cxx|C|S|s)");

    /** What a compiler reads: a rule that makes it runs what makes it. */
    private static final Pattern MADE = Pattern.compile("\\.(h|hh|hpp|c|cc|cpp|cxx|inc|def|s|S|asm|tbl|y|l)(?![\\w.])");

    /** Rules that try what was built. */
    private static final Pattern TRYING = Pattern.compile("(check|test|bench|install|dist|valgrind).*");

    private final MakeFiles files;
    private final MakeFile file;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> lists = new LinkedHashSet<>();
    private final Map<String, Integer> lines = new TreeMap<>();

    /**
     * What a make file declares.
     *
     * @param files the make files of the tree
     * @param path the make file
     */
    HostPrograms(MakeFiles files, String path) {
        this.files = files;
        file = files.open(path);
        String directory = SourcePaths.ROOT + file.directory();
        String top = SourcePaths.ROOT + files.top(file.directory());
        for (String name : List.of("srcdir", "builddir", "abs_srcdir", "abs_builddir", "src", "obj")) {
            file.variables().set(name, directory);
        }
        for (String name : List.of("top_srcdir", "top_builddir", "abs_top_srcdir", "abs_top_builddir")) {
            file.variables().set(name, top);
        }
        file.variables().set("srctree", SourcePaths.ROOT);
        files.visit(file, this::line);
    }

    private void line(String path, MakeLine line, boolean conditional) {
        switch (line.kind()) {
            case ASSIGNMENT -> {
                String name = MakeFile.relative(line.left(), path, file);
                String value = MakeFile.relative(line.right(), path, file);
                if (LISTS.stream().anyMatch(name::startsWith) || name.endsWith(PROGRAMS)) {
                    lists.add(name);
                    lines.putIfAbsent(name, line.line());
                }
                if (!file.variables().has(name) || !name.endsWith("dir")) {
                    file.variables().assign(name, line.operator(), value, conditional);
                }
            }
            case RULE -> rules.add(new Rule(path, line, new StringBuilder()));
            case RECIPE -> {
                if (!rules.isEmpty()) {
                    StringBuilder recipe = rules.get(rules.size() - 1).recipe();
                    if (recipe.length() < MAX_RECIPE) {
                        recipe.append(MakeFile.relative(line.right(), path, file))
                                .append('\n');
                    }
                }
            }
            default -> {}
        }
    }

    /** The programs. */
    List<Declaration> declarations() {
        Map<String, Target> found = new TreeMap<>();
        Set<String> installed = new HashSet<>();
        for (String list : lists) {
            if (list.endsWith(PROGRAMS) && NOT_INSTALLED.stream().noneMatch(list::endsWith)) {
                installed.addAll(file.variables().words(list));
            }
        }
        for (String list : lists) {
            boolean automake = list.endsWith(PROGRAMS);
            if (!automake || NOT_INSTALLED.contains(list)) {
                for (String program : file.variables().words(list)) {
                    List<String> sources = automake ? ofAutomake(program) : ofKbuild(program);
                    if (!automake || !installed.contains(program) && makesSource(TreePath.name(program))) {
                        add(found, program, file.path(), lines.getOrDefault(list, 1), sources);
                    }
                }
            }
        }
        for (Rule rule : rules) {
            String left = rule.line().left();
            if (left.indexOf('%') < 0 && !left.startsWith(".") && rule.links()) {
                List<String> made = file.variables().expandWords(left);
                if (!made.isEmpty() && !MakeFiles.isObject(made.get(0))) {
                    add(found, made.get(0), rule.path(), rule.line().line(), ofRule(rule));
                }
            }
        }
        return found.values().stream()
                .filter(Target::counts)
                .map(Target::declaration)
                .toList();
    }

    /** The files of what the same rules link for the machine that runs the product. */
    Set<String> others() {
        Set<String> others = new HashSet<>();
        for (Rule rule : rules) {
            if (rule.builds() && !rule.links() && rule.line().left().indexOf('%') < 0) {
                others.addAll(files.sources().files(file.path(), file.directory(), ofRule(rule)));
            }
        }
        return others;
    }

    private void add(Map<String, Target> found, String program, String path, int line, List<String> words) {
        String name = TreePath.name(program);
        int end = name.indexOf('$');
        String plain = end < 0 ? name : name.substring(0, end);
        if (!plain.isEmpty()) {
            found.computeIfAbsent(plain, any -> new Target("make", plain, ModuleKind.EXECUTABLE, path, line))
                    .add(files.sources().files(file.path(), file.directory(), words));
        }
    }

    private List<String> ofAutomake(String program) {
        String canonical = MakeFile.canonical(program);
        List<String> sources = new ArrayList<>(file.variables().words(canonical + "_SOURCES"));
        String source = sources.isEmpty() ? files.source(file.directory(), program) : null;
        if (source != null) {
            sources.add(SourcePaths.ROOT + source);
        }
        return sources;
    }

    private List<String> ofKbuild(String program) {
        List<String> sources = new ArrayList<>();
        for (String ending : List.of("-objs", "-y", "-cxxobjs")) {
            for (String object : file.variables().words(program + ending)) {
                sources.addAll(source(object));
            }
        }
        return sources.isEmpty() ? source(program + ".o") : sources;
    }

    private List<String> ofRule(Rule rule) {
        List<String> sources = new ArrayList<>();
        List<String> words =
                new ArrayList<>(file.variables().expandWords(rule.line().right()));
        words.addAll(file.variables().expandWords(rule.recipe().toString()));
        for (String word : words) {
            if (MakeFiles.isObject(word)) {
                sources.addAll(source(word));
            } else if (SOURCE.matcher(word).matches()) {
                sources.add(word);
            }
        }
        return sources;
    }

    /** The source of an object, beside it or beside the make file: such objects lie in many places. */
    private List<String> source(String object) {
        String stem = object.substring(0, object.lastIndexOf('.'));
        String plain = stem.endsWith(".host") ? stem.substring(0, stem.lastIndexOf('.')) : stem;
        for (String at : List.of(plain, plain.substring(plain.indexOf('/') + 1), TreePath.name(plain))) {
            @Nullable String source = files.source(file.directory(), at);
            if (source != null) {
                return List.of(SourcePaths.ROOT + source);
            }
        }
        return List.of();
    }

    /** Whether a rule runs a program to make what a compiler reads. */
    private boolean makesSource(String program) {
        for (Rule rule : rules) {
            String recipe = rule.recipe().toString();
            boolean makes = !TRYING.matcher(rule.line().left()).matches()
                    && MADE.matcher(rule.line().left() + "\n" + recipe).find();
            if (makes && runs(recipe, program)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a recipe names a program behind a slash, as what is run from the directory of the build is named. */
    private static boolean runs(String recipe, String program) {
        for (int at = recipe.indexOf("/" + program); at >= 0; at = recipe.indexOf("/" + program, at + 1)) {
            int end = at + 1 + program.length();
            char next = end < recipe.length() ? recipe.charAt(end) : ' ';
            if (!Character.isLetterOrDigit(next) && "_-./".indexOf(next) < 0) {
                return true;
            }
        }
        return false;
    }

    /** A rule, where it stands, and its recipe as written. */
    private record Rule(String path, MakeLine line, StringBuilder recipe) {
        /** Whether it links, or puts a library together, for the machine that runs the product. */
        boolean builds() {
            String text = recipe.toString();
            return PLAIN.stream().anyMatch(text::contains);
        }

        /** Whether it links with a compiler for the machine that builds. */
        boolean links() {
            String text = recipe.toString();
            return text.contains("-o ")
                    && COMPILERS.stream()
                            .anyMatch(each -> text.contains("(" + each + ")") || text.contains("{" + each + "}"));
        }
    }
}
