package org.memcensus.modules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;

/** What Go files are linked with: packages of the same tree that they import, and libraries that cgo hands to the linker. */
final class GoImports {
    /** Imports stand before all else in a file; behind so many bytes there are none. */
    private static final int HEAD = 1 << 15;

    private static final Pattern IMPORT = Pattern.compile(
            "\\s{0,20}(?:import\\s{1,20})?(?:[\\w.]{1,100}\\s{1,20})?[\"`]([^\"`]{1,300})[\"`].{0,500}");

    /** A line of the comment before an import of C, for all systems or for some: {@code #cgo linux LDFLAGS: -lwire}. */
    private static final Pattern FLAGS = Pattern.compile("(?://)?\\s{0,20}#cgo\\s[^:]{0,200}?LDFLAGS:(.{0,1000})");

    /** As an import of its own, or in a list of imports. */
    private static final Pattern USES_C = Pattern.compile("(?m)^\\s{0,20}(?:import\\s{0,20})?\\(?\\s{0,20}[\"`]C[\"`]");

    private static final Pattern CODE = Pattern.compile("(?:func|type|var|const)\\b.*");

    /** First letters of import and of what {@link #CODE} begins with. */
    private static final String KEYWORDS = "iftvc";

    private final FileReader reader;
    private final Budget budget;

    /** Directories of modules by their paths as imports begin with them. */
    private final Map<String, String> modules = new HashMap<>();

    /**
     * Imports of a tree's files.
     *
     * @param reader gives the bytes of a file
     * @param budget what reading them may cost
     */
    GoImports(FileReader reader, Budget budget) {
        this.reader = reader;
        this.budget = budget;
    }

    /** Says that a module's packages lie in a directory and below it. */
    void add(String module, String directory) {
        modules.putIfAbsent(module, directory);
    }

    /** Whether one of these files imports C: only then does Go compile what else lies beside them. */
    boolean useC(Collection<String> files) {
        for (String path : files) {
            if (path.endsWith(".go")
                    && !budget.empty()
                    && USES_C.matcher(head(path)).find()) {
                return true;
            }
        }
        return false;
    }

    private String head(String path) {
        byte[] bytes = bytes(path);
        return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    }

    /** What files link, as {@link Declaration#links}, whether there is a package or not; tests are not asked. */
    Set<String> links(Collection<String> files) {
        Set<String> links = new TreeSet<>();
        for (String path : files) {
            if (path.endsWith(".go") && !path.endsWith("_test.go") && !budget.empty()) {
                read(path, links);
            }
        }
        return links;
    }

    private void read(String path, Set<String> links) {
        byte[] bytes = bytes(path);
        int end = Math.min(bytes.length, HEAD);
        boolean block = false;
        int next;
        for (int at = 0; at < end; at = next + 1) {
            next = at;
            while (next < end && bytes[next] != '\n') {
                next++;
            }
            // Most lines are comments: no text is made of them.
            if (!block && !tells(bytes, at, next)) {
                continue;
            }
            String line = new String(bytes, at, next - at, StandardCharsets.UTF_8);
            if (CODE.matcher(line).matches()) {
                return;
            }
            boolean starts = line.startsWith("import");
            block = block ? line.indexOf(')') < 0 || line.indexOf('"') >= 0 : starts && line.indexOf('(') >= 0;
            add(line, block || starts, links);
        }
    }

    /** Whether a line may be an import, code, or a line for cgo within a comment. */
    private static boolean tells(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] <= ' ' || bytes[at] == '/')) {
            at++;
        }
        if (at == to) {
            return false;
        }
        return bytes[at] == '#' || at == from && KEYWORDS.indexOf(bytes[at]) >= 0;
    }

    private void add(String line, boolean imports, Set<String> links) {
        Matcher matcher = IMPORT.matcher(imports ? line : "");
        if (matcher.matches()) {
            String directory = directory(matcher.group(1));
            if (directory != null) {
                links.add(LinkNames.label(directory, ""));
            }
        }
        Matcher flags = FLAGS.matcher(line.indexOf("#cgo") < 0 ? "" : line);
        if (flags.matches()) {
            links.addAll(LinkerWords.libraries(flags.group(1)));
        }
    }

    private byte[] bytes(String path) {
        try {
            byte[] bytes = reader.read(path);
            return bytes == null || !budget.spend(bytes.length) ? new byte[0] : bytes;
        } catch (IOException e) {
            return new byte[0]; // the coverage names files that cannot be read
        }
    }

    /** Where a package of an import path would lie; null where it is of no module of the tree. */
    private @Nullable String directory(String imported) {
        String module = imported;
        String directory = modules.get(module);
        while (directory == null && module.indexOf('/') >= 0) {
            module = TreePath.parent(module);
            directory = modules.get(module);
        }
        return directory == null || module.length() == imported.length()
                ? directory
                : TreePath.join(directory, imported.substring(module.length() + 1));
    }
}
