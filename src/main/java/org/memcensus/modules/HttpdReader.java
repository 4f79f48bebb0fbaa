package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads the modules of the Apache HTTP server, and those made for it: what {@code APACHE_MODULE} and
 * {@code APACHE_MPM_MODULE} name in a {@code config.m4}, with the objects that they list. Each is a plugin by the name that
 * the server loads it by.
 */
final class HttpdReader implements BuildReader {
    /** Characters that may be looked at, over all files: httpd's 50 cost 300 thousand. */
    private static final long BUDGET = 16L << 20;

    private static final String PREFIX = "mod_";

    @Override
    public String name() {
        return "httpd";
    }

    /** Their number says when configure reads them: {@code config9.m4} after the others. */
    @Override
    public boolean reads(String path) {
        if (!path.endsWith(".m4")) {
            return false;
        }
        String name = TreePath.stem(path);
        return name.startsWith("config")
                && name.substring("config".length()).chars().allMatch(Character::isDigit);
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        MakeFiles files = new MakeFiles(tree, reader, said);
        Budget budget = new Budget(BUDGET);
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            String text = BuildFile.text(path, reader, notes);
            if (text != null && Run.MACROS.keySet().stream().anyMatch(text::contains)) {
                Run run = new Run(path, M4Arguments.uncommented(text), files, budget);
                ShellLines.visit(run.text, run);
                if (budget.empty()) {
                    said.costly(path);
                }
                run.targets.values().stream()
                        .filter(Target::counts)
                        .map(Target::declaration)
                        .forEach(declarations::add);
            }
        }
        return declarations;
    }

    /** One file of a shell script with macros. */
    private static final class Run implements ShellLines.Visitor {
        /** The macros that declare modules, and what the name that one gives has before it. */
        static final Map<String, String> MACROS =
                Map.of("APACHE_MODULE(", PREFIX, "APACHE_MPM_MODULE(", PREFIX + "mpm_");

        /** What a module may be called, as a word of the script. */
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,100}");

        /** Far more than the objects of any module: a list that names itself twice grows. */
        private static final int MAX_VALUE = 1 << 14;

        private static final int OBJECTS = 2;
        private static final int REQUIRED = 6;

        private final String path;
        private final String text;
        private final MakeFiles files;
        private final Budget budget;
        private final Map<String, String> values = new HashMap<>();
        private final Map<String, Target> targets = new TreeMap<>();

        Run(String path, String text, MakeFiles files, Budget budget) {
            this.path = path;
            this.text = text;
            this.files = files;
            this.budget = budget;
        }

        @Override
        public void assign(String name, String value, int line) {
            values.put(name, expand(value.replace('"', ' ').replace('\'', ' ')));
        }

        @Override
        public void line(int start, int end, int line) {
            String statement = text.substring(start, end);
            MACROS.forEach((macro, prefix) -> {
                int at = statement.startsWith("#") ? -1 : statement.indexOf(macro);
                if (at == 0 || at > 0 && !isName(statement.charAt(at - 1))) {
                    declare(prefix, M4Arguments.of(text, start + at + macro.length(), budget), line);
                }
            });
        }

        private void declare(String prefix, List<String> arguments, int line) {
            String name = arguments.isEmpty() ? "" : arguments.get(0);
            if (!NAME.matcher(name).matches()) {
                return;
            }
            List<String> objects = MakeVariables.split(argument(arguments, OBJECTS));
            String module = prefix + name;
            Target target =
                    targets.computeIfAbsent(module, any -> new Target("httpd", any, ModuleKind.PLUGIN, path, line));
            // A process model is of the object that has its name, another module of the one that has mod_ before it.
            String own = prefix.equals(PREFIX) ? module : name;
            for (String object : objects.isEmpty() ? List.of(own + ".lo") : objects) {
                if (MakeFiles.isObject(object)) {
                    String stem = object.substring(0, object.lastIndexOf('.'));
                    String source = files.source(TreePath.parent(path), stem);
                    target.add(source == null ? List.of() : List.of(source));
                } else if (object.endsWith(".la")) {
                    target.addLinks(List.of(object));
                }
            }
            if (prefix.equals(PREFIX)) {
                String required = argument(arguments, REQUIRED).replace(',', ' ');
                target.addLinks(MakeVariables.split(required).stream()
                        .map(each -> PREFIX + each)
                        .toList());
            }
        }

        private String argument(List<String> arguments, int number) {
            return number < arguments.size() ? expand(arguments.get(number)) : "";
        }

        /** A text with the values of variables put in. */
        private String expand(String value) {
            StringBuilder expanded = new StringBuilder();
            int at = 0;
            while (at < value.length() && expanded.length() < MAX_VALUE && budget.spend(1)) {
                int start = value.indexOf('$', at);
                int end = start < 0 ? -1 : start + 1;
                while (end >= 0 && end < value.length() && isName(value.charAt(end))) {
                    end++;
                }
                expanded.append(value, at, start < 0 ? value.length() : start);
                String inner = start < 0 ? "" : values.getOrDefault(value.substring(start + 1, end), "");
                expanded.append(inner);
                at = start < 0 ? value.length() : end;
            }
            int length = Math.min(expanded.length(), MAX_VALUE);
            return budget.spend(length) ? expanded.substring(0, length) : "";
        }

        private static boolean isName(char c) {
            return Character.isLetterOrDigit(c) || c == '_';
        }
    }
}
