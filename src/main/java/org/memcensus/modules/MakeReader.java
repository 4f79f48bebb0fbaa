package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads make files that people wrote: a rule that makes something of object files, or links sources, declares a target of the
 * sources of these. So do {@code PROG} and {@code LIB} of the BSDs' make files. Make files of Kbuild and those that Automake
 * writes are left to their readers.
 */
final class MakeReader implements BuildReader {
    /** Far more than a recipe that people write links. */
    private static final int MAX_LIBRARIES = 200;

    private static final Set<String> NAMES = Set.of("Makefile", "makefile", "GNUmakefile", "Makefile.in");

    @Override
    public String name() {
        return "make";
    }

    @Override
    public boolean reads(String path) {
        int end = path.endsWith(".in") ? path.length() - 3 : path.length();
        return path.startsWith("akefile", end - 7) && NAMES.contains(TreePath.name(path));
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        MakeFiles files = new MakeFiles(tree, reader, new ReaderNotes(notes));
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            if (!tree.contains(TreePath.join(TreePath.parent(path), "Makefile.am"))) {
                new Run(files, path).declare(declarations);
            }
        }
        return declarations;
    }

    /** One make file with what it includes. */
    private static final class Run {
        /** What the parts of a tree are called whatever stands in a make file. */
        private static final Set<String> PLACES =
                Set.of("srcdir", "top_srcdir", "abs_srcdir", "builddir", "top_builddir", "CURDIR", "VPATH");

        /** Names of rules that make nothing. */
        private static final Set<String> PHONY = Set.of(
                "all", "check", "test", "tests", "clean", "install", "depend", "dist", "tags", "TAGS", "cscope", "lint",
                "format", "default", "objs", "objects", "depends", "etags", "ctags", "strip", "lib", "libs");

        /** Endings of what is made of sources and is no program. */
        private static final Set<String> OTHERS =
                Set.of("h", "hpp", "hh", "inc", "i", "ii", "d", "dep", "pot", "txt", "html", "json", "xml", "bc", "ll");

        private static final Set<String> SOURCES = Set.of("c", "cc", "cpp", "cxx", "C", "S", "s", "m", "mm");

        /** What a recipe that compiles or links names. */
        private static final String[] TOOLS = {
            "$(CC)", "${CC}", "$(CXX)", "${CXX}", "$(LD)", "${LD}", "$(LINK", "$(AR)", "${AR}", "gcc ", "g++ ", "cc ",
            "clang"
        };

        private final MakeFiles files;
        private final MakeFile file;
        private final List<Rule> rules = new ArrayList<>();
        private final Set<String> phony = new HashSet<>(PHONY);

        /** Directories that sources are looked for in, and pairs of patterns that lead from an object to its source. */
        private final Set<String> searched = new LinkedHashSet<>();

        private final Set<Pattern> patterns = new LinkedHashSet<>();
        /** The source that a rule names for an object. */
        private final Map<String, String> compiled = new HashMap<>();

        private final Map<String, Target> targets = new TreeMap<>();
        private boolean kbuild;
        private @Nullable Rule open;
        private int bsd;

        Run(MakeFiles files, String path) {
            this.files = files;
            file = files.open(path);
            String top = SourcePaths.ROOT + files.top(file.directory());
            for (String name : PLACES) {
                if (!name.equals("VPATH")) {
                    file.variables().set(name, name.startsWith("top_") ? top : ".");
                }
            }
            files.visit(file, new MakeFiles.Visitor() {
                @Override
                public void line(String from, MakeLine line, boolean conditional) {
                    Run.this.line(from, line, conditional);
                }

                @Override
                public void missing(String from, MakeLine line, String word) {
                    if (word.startsWith("<bsd.") && bsd == 0) {
                        bsd = line.line();
                    }
                }
            });
        }

        private void line(String path, MakeLine line, boolean conditional) {
            switch (line.kind()) {
                case ASSIGNMENT -> {
                    open = null;
                    kbuild |= KbuildReader.lists(line.left());
                    if (!PLACES.contains(line.left())) {
                        String left = line.left().indexOf('$') < 0
                                ? line.left()
                                : file.variables().expand(line.left()).strip();
                        file.variables().assign(left, line.operator(), line.right(), conditional);
                    } else if (line.left().equals("VPATH")) {
                        search(line.right().replace(':', ' '));
                    }
                }
                case VPATH -> search(line.right().replace(':', ' '));
                case RULE -> {
                    open = new Rule(path, line, new ArrayList<>(), false);
                    rules.add(open);
                }
                case RECIPE -> {
                    if (open != null && links(line.right())) {
                        open = new Rule(open.path(), open.line(), open.libraries(), true);
                        rules.set(rules.size() - 1, open);
                        open.addLibraries(line.right());
                    }
                }
                default -> {}
            }
        }

        private static boolean links(String recipe) {
            for (String tool : TOOLS) {
                if (recipe.contains(tool)) {
                    return true;
                }
            }
            return false;
        }

        private void search(String directories) {
            for (String word : file.variables().expandWords(directories)) {
                if (word.indexOf('%') < 0 && searched.size() < 100) {
                    searched.add(word);
                }
            }
        }

        void declare(List<Declaration> declarations) {
            if (kbuild || rules.isEmpty() && bsd == 0) {
                return;
            }
            for (Rule rule : rules) {
                if (rule.line().left().equals(".PHONY")) {
                    phony.addAll(file.variables().expandWords(rule.line().right()));
                } else if (rule.line().left().indexOf('%') >= 0
                        || rule.line().right().indexOf('%') >= 0) {
                    pattern(rule.line());
                } else if (MakeFiles.isObject(rule.line().left())) {
                    compiled(rule.line());
                }
            }
            rules.forEach(this::rule);
            if (bsd > 0) {
                bsd();
            }
            files.noteCost(file);
            targets.values().stream()
                    .filter(Target::counts)
                    .map(Target::declaration)
                    .forEach(declarations::add);
        }

        /** Takes over {@code obj/%.o: src/%.c}, also where the objects stand before it. */
        private void pattern(MakeLine line) {
            int colon = line.right().indexOf(':');
            String left = colon < 0 ? line.left() : line.right().substring(0, colon);
            List<String> from = file.variables().expandWords(left);
            List<String> to = file.variables().expandWords(line.right().substring(colon + 1));
            boolean leads = !from.isEmpty() && !to.isEmpty() && to.get(0).indexOf('%') >= 0;
            if (leads && to.get(0).length() < MakeFiles.MAX_PATH && patterns.size() < 100) {
                patterns.add(new Pattern(from.get(0), to.get(0)));
            }
        }

        /** Takes over {@code obj/a.o: src/a.c a.h}, and {@code a.lo a.o: src/a.c} of who builds with libtool. */
        private void compiled(MakeLine line) {
            int space = line.right().indexOf(' ');
            String first = space < 0 ? line.right() : line.right().substring(0, space);
            if (isSource(first)) {
                String source = file.variables().expand(first);
                file.variables().expandWords(line.left()).forEach(object -> compiled.putIfAbsent(object, source));
            }
        }

        private void rule(Rule rule) {
            String left = rule.line().left();
            String right = rule.line().right();
            if (left.startsWith(".") && left.indexOf('/') < 0
                    || right.indexOf('=') >= 0 && right.indexOf('$') < 0
                    || left.indexOf('%') >= 0
                    || right.indexOf(':') >= 0 && right.indexOf('$') < 0) {
                return;
            }
            List<String> names = file.variables().expandWords(left);
            String first = names.isEmpty() ? "" : names.get(0);
            String name = name(first);
            boolean other = MakeFiles.isObject(first) || isSource(first) || OTHERS.contains(TreePath.ending(first));
            if (name.isEmpty() || phony.contains(first) || other) {
                return;
            }
            List<String> objects = new ArrayList<>();
            List<String> sources = new ArrayList<>();
            boolean linked = rule.links();
            for (String word : file.variables().expandWords(right)) {
                if (MakeFiles.isObject(word)) {
                    linked = true;
                    String source = source(word);
                    objects.addAll(source == null ? List.of() : List.of(SourcePaths.ROOT + source));
                } else if (isSource(word)) {
                    sources.add(word);
                } else if (kind(word) != ModuleKind.EXECUTABLE) {
                    rule.libraries().add(name(word));
                }
            }
            if (linked && !TestPrograms.is(name, kind(first)) && !(objects.isEmpty() && sources.isEmpty())) {
                Target target = targets.computeIfAbsent(
                        name,
                        any -> new Target(
                                "make",
                                name,
                                kind(name, names),
                                rule.path(),
                                rule.line().line()));
                target.add(files.sources().files(file.path(), file.directory(), objects));
                target.add(files.sources().files(file.path(), file.directory(), sources));
                target.addLinks(rule.libraries());
            }
        }

        private static boolean isSource(String word) {
            return SOURCES.contains(TreePath.ending(word));
        }

        /** The source of an object: beside it, or where a pattern or a search path leads, or where its name is found. */
        private @Nullable String source(String object) {
            String stem = object.substring(0, object.lastIndexOf('.'));
            String source = files.source(file.directory(), stem);
            String named = source == null ? compiled.get(object) : null;
            if (named != null && isSource(named)) {
                source = files.source(file.directory(), named.substring(0, named.lastIndexOf('.')));
            }
            for (Pattern pattern : source == null ? patterns : Set.<Pattern>of()) {
                String inner = MakeVariables.stem(pattern.object(), object);
                String to = inner == null ? "" : pattern.source(inner);
                if (isSource(to)) {
                    source = files.source(file.directory(), to.substring(0, to.lastIndexOf('.')));
                }
                if (source != null) {
                    return source;
                }
            }
            for (String directory : source == null ? searched : Set.<String>of()) {
                source = files.source(file.directory(), TreePath.join(directory, stem));
                if (source != null) {
                    return source;
                }
            }
            // Objects in a directory of their own: build/foo.o, objs/foo.lo.
            boolean apart = source == null && stem.indexOf('/') > 0 && !stem.startsWith("..");
            return apart ? files.source(file.directory(), stem.substring(stem.indexOf('/') + 1)) : source;
        }

        /** PROG, LIB and SRCS of a make file for the BSDs' own rules. */
        private void bsd() {
            MakeVariables variables = file.variables();
            for (String variable : new String[] {"PROG", "PROG_CXX", "LIB", "KMOD"}) {
                List<String> names = variables.words(variable);
                if (!names.isEmpty()) {
                    ModuleKind kind = switch (variable) {
                        case "LIB" -> ModuleKind.LIBRARY;
                        case "KMOD" -> ModuleKind.KERNEL_MODULE;
                        default -> ModuleKind.EXECUTABLE;
                    };
                    String name = (variable.equals("LIB") ? "lib" : "") + name(names.get(0));
                    Target target = new Target("make", name, kind, file.path(), bsd);
                    for (String word : variables.has("SRCS") ? variables.words("SRCS") : List.of(names.get(0) + ".c")) {
                        int dot = word.lastIndexOf('.');
                        String source = dot > 0 ? source(word) : null;
                        target.add(source == null ? List.of() : List.of(source));
                    }
                    targets.putIfAbsent(name, target);
                }
            }
        }

        /** What is a program on one system is one, though on another it must be a DLL to offer its plugins something. */
        private static ModuleKind kind(String name, List<String> targets) {
            boolean program = targets.stream()
                    .anyMatch(each ->
                            kind(each) == ModuleKind.EXECUTABLE && name(each).equals(name));
            return program ? ModuleKind.EXECUTABLE : kind(targets.get(0));
        }

        private static ModuleKind kind(String target) {
            String name = TreePath.name(target);
            boolean library = name.endsWith(".a")
                    || name.endsWith(".la")
                    || name.contains(".so")
                    || name.endsWith(".dll")
                    || name.endsWith(".dylib")
                    || name.endsWith(".lib")
                    || name.endsWith(".sl");
            return library
                    ? name.startsWith("lib") || name.endsWith(".a") || name.endsWith(".lib")
                            ? ModuleKind.LIBRARY
                            : ModuleKind.PLUGIN
                    : name.endsWith(".ko") ? ModuleKind.KERNEL_MODULE : ModuleKind.EXECUTABLE;
        }

        /** A target's name without directories, endings and versions: libz of libz.so.1.3; "" where it is none. */
        private static String name(String target) {
            String name = TreePath.name(target);
            if (name.endsWith("@") && name.indexOf('@') > 0) {
                name = name.substring(0, name.indexOf('@')); // what configure puts in: the ending of programs
            }
            int end = name.indexOf(".so");
            for (String ending : new String[] {".a", ".la", ".dll", ".dylib", ".lib", ".exe", ".ko", ".sl"}) {
                end = end < 0 && name.endsWith(ending) ? name.length() - ending.length() : end;
            }
            name = end < 0 ? name : name.substring(0, end);
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (c < 128 && !Character.isLetterOrDigit(c) && "._+-[".indexOf(c) < 0) {
                    return "";
                }
            }
            return name;
        }
    }

    /** A rule, where it stands, the libraries that it links, and whether its recipe compiles or links at all. */
    private record Rule(String path, MakeLine line, List<String> libraries, boolean links) {
        /** Takes over what a recipe links by {@code -lname}. */
        void addLibraries(String recipe) {
            for (String word : recipe.indexOf("-l") < 0 ? List.<String>of() : MakeVariables.split(recipe)) {
                if (word.startsWith("-l") && libraries.size() < MAX_LIBRARIES) {
                    libraries.add("lib" + word.substring(2));
                }
            }
        }
    }

    /** How an object's name leads to its source's. */
    private record Pattern(String object, String source) {
        /** The source for what {@code %} stands for in the object's name. */
        String source(String stem) {
            int percent = source.indexOf('%');
            return source.substring(0, percent) + stem + source.substring(percent + 1);
        }
    }
}
