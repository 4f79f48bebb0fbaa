package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** Reads the plugins that macros declare in {@code config.m4} scripts, each by the name that its program loads it by. */
final class ConfigPlugins {
    /** Characters that may be looked at, over all files: httpd's 50 cost 300 thousand. */
    private static final long BUDGET = 16L << 20;

    /** What a plugin may be called, as a word of the script. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,100}");

    private final String system;
    private final Map<String, String> macros;
    private final Sources sources;

    /**
     * The plugins of a build system.
     *
     * @param system its name
     * @param macros the macros that declare plugins, each with the parenthesis behind it, and what the name that one gives
     *     has before it
     * @param sources gives a plugin what a call lists
     */
    ConfigPlugins(String system, Map<String, String> macros, Sources sources) {
        this.system = system;
        this.macros = macros;
        this.sources = sources;
    }

    List<Declaration> read(List<String> scripts, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        Budget budget = new Budget(BUDGET);
        List<Declaration> declarations = new ArrayList<>();
        for (String path : scripts) {
            String text = BuildFile.text(path, reader, notes);
            if (text == null) {
                continue;
            }
            Map<String, Target> targets = new TreeMap<>();
            ConfigScript.read(text, macros.keySet(), budget, (macro, arguments, line) -> {
                String name = ConfigScript.argument(arguments, 0);
                if (NAME.matcher(name).matches()) {
                    String prefix = macros.getOrDefault(macro, "");
                    Target target = targets.computeIfAbsent(
                            prefix + name, any -> new Target(system, any, ModuleKind.PLUGIN, path, line));
                    sources.fill(target, prefix, arguments, TreePath.parent(path));
                }
            });
            if (budget.empty()) {
                said.costly(path);
            }
            targets.values().stream()
                    .filter(Target::counts)
                    .map(Target::declaration)
                    .forEach(declarations::add);
        }
        return declarations;
    }

    /** Gives a plugin what a call lists. */
    interface Sources {
        /**
         * Fills a plugin.
         *
         * @param target the plugin
         * @param prefix what its name has before the one in the call
         * @param arguments of the call, the name first
         * @param directory of the script
         */
        void fill(Target target, String prefix, List<String> arguments, String directory);
    }
}
