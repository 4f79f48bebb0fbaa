package org.memcensus.modules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Ties;

/**
 * Finds where code itself chooses between implementations of a module: by conditions of the preprocessor, where no option of
 * the build says it.
 *
 * <p>A condition on one implementation may only leave a feature out. It takes a file that asks for two of one kind, or files
 * that a condition on an implementation guards as a whole; and two such implementations in the module, or one that is
 * memory-safe. Only files are read that are named after an implementation or include the headers of two.
 */
final class CodeSwitches {
    /** What stands before the name of an implementation in a macro; the project's name may stand before it. */
    private static final Set<String> VERBS = Set.of("use", "with", "have", "enable", "config");

    /** Files that are read for one repository; the largest known choice, that of curl's TLS, has fifteen. */
    private static final int MAX_FILES = 300;

    /** A file with more bytes is generated or hostile. */
    private static final int MAX_SIZE = 1 << 20;

    private final List<ModuleMarks.Choice> choices;
    private final FileReader reader;

    private final ImplementationUsers users;
    private int read;

    /**
     * Switches of a tree.
     *
     * @param choices kinds of components with several implementations
     * @param users which files may choose
     * @param reader gives the bytes of a file
     */
    CodeSwitches(List<ModuleMarks.Choice> choices, ImplementationUsers users, FileReader reader) {
        this.choices = choices;
        this.users = users;
        this.reader = reader;
    }

    /** The condition that chooses; null where there is none. */
    Ties.@Nullable BuildSwitch of(CodeModule module) {
        Map<Integer, List<CountedFile>> candidates = candidates(module);
        Ties.BuildSwitch first = null;
        for (Map.Entry<Integer, List<CountedFile>> kind : candidates.entrySet()) {
            ModuleMarks.Choice choice = choices.get(kind.getKey());
            Map<String, Ties.BuildSwitch> found = new TreeMap<>();
            kind.getValue().forEach(file -> collect(file, choice, found));
            for (String safe : choice.safe()) {
                if (found.containsKey(safe)) {
                    return found.get(safe);
                }
            }
            if (first == null && found.size() > 1) {
                first = found.values().stream()
                        .min(Comparator.comparing(Ties.BuildSwitch::path).thenComparingInt(Ties.BuildSwitch::line))
                        .orElse(null);
            }
        }
        return first;
    }

    /** The files of a module that may choose, by the kinds that they may choose in, in the order of the kinds. */
    private Map<Integer, List<CountedFile>> candidates(CodeModule module) {
        Map<Integer, List<CountedFile>> candidates = new TreeMap<>();
        for (CountedFile file : module.files()) {
            for (int kind : users.kinds(file)) {
                candidates.computeIfAbsent(kind, any -> new ArrayList<>()).add(file);
            }
        }
        return candidates;
    }

    private void collect(CountedFile file, ModuleMarks.Choice choice, Map<String, Ties.BuildSwitch> found) {
        String text = text(file.path());
        if (text.isEmpty()) {
            return;
        }
        Map<String, Guards.Condition> asked = new TreeMap<>();
        Guards guards = Guards.of(text);
        for (Guards.Condition condition : guards.conditions()) {
            String name = implementation(condition.macro(), choice);
            if (name != null) {
                asked.putIfAbsent(name, condition);
            }
        }
        if (asked.size() == 1) {
            asked.values().removeIf(condition -> !condition.equals(guards.whole()));
        }
        asked.forEach((name, condition) ->
                found.putIfAbsent(name, new Ties.BuildSwitch(file.path(), condition.line(), condition.macro())));
    }

    private String text(String path) {
        try {
            byte[] bytes = read++ < MAX_FILES ? reader.read(path) : null;
            return bytes == null || bytes.length > MAX_SIZE ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Who counted the file has said so.
            return "";
        }
    }

    /** The implementation that a macro asks for: {@code USE_RUSTLS}, {@code CURL_USE_RUSTLS}, {@code HAVE_LIBSSH2}. */
    private static @Nullable String implementation(String macro, ModuleMarks.Choice choice) {
        String[] words = macro.toLowerCase(Locale.ROOT).split("_", -1);
        for (int verb = 0; verb < Math.min(2, words.length - 1); verb++) {
            if (VERBS.contains(words[verb])) {
                String rest = String.join("", List.of(words).subList(verb + 1, words.length));
                return choice.implementations().contains(rest) ? rest : null;
            }
        }
        return null;
    }
}
