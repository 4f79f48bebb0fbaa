package org.memcensus.advise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.FileReader;
import org.memcensus.model.Role;

/**
 * Tells the code that runs on a bare machine, as firmware, boot loaders and kernels do: what is written for an operating
 * system cannot go there. It reads build files and linker scripts, and only when it is asked.
 */
final class BareMachine {
    /** A program may ask for a place in memory by one; a tree for bare machines has one for each kind of them. */
    private static final int LEAST_SCRIPTS = 3;

    /** So many scripts are read: there are thousands where there is one for each board. */
    private static final int MOST_SCRIPTS = 24;

    private static final int MOST_BYTES = 1 << 20;

    private final AdviceWords.Bare signs;
    private final List<String> paths;
    private final FileReader reader;
    private final Map<String, Boolean> directories = new ConcurrentHashMap<>();
    private @Nullable Map<String, String> builds;
    private @Nullable Boolean whole;

    /**
     * For one repository.
     *
     * @param signs what speaks for a bare machine
     * @param paths every file of the tree
     * @param reader reads a file of the tree; for several threads
     */
    BareMachine(AdviceWords.Bare signs, List<String> paths, FileReader reader) {
        this.signs = signs;
        this.paths = List.copyOf(paths);
        this.reader = reader;
    }

    /** Whether a module is for a bare machine, by itself, by the build of a directory that it lies in, or with all others. */
    boolean runs(CodeModule module, List<CodeModule> modules) {
        return HeaderMatch.any(module, signs.headers())
                || module.files().stream().anyMatch(this::isOfKernel)
                || module.files().stream()
                        .filter(file -> file.unsafeCode() > 0)
                        .map(file -> Components.directory(file.path()))
                        .distinct()
                        .anyMatch(this::isFreestanding)
                || isWhole(modules);
    }

    /** Whether a file includes together what only a kernel's or a boot program's files do. */
    private boolean isOfKernel(CountedFile file) {
        return !signs.together().isEmpty()
                && file.facts().includes().size() >= signs.together().size()
                && file.facts().includes().stream()
                        .map(FileFacts.Include::header)
                        .collect(Collectors.toSet())
                        .containsAll(signs.together());
    }

    /** Whether the build of a directory below the root, or of one that it lies in, does without a system. */
    private boolean isFreestanding(String directory) {
        for (String above = directory; !above.isEmpty(); above = Components.directory(above)) {
            if (directories.computeIfAbsent(above, this::isBuiltFreestanding)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBuiltFreestanding(String directory) {
        String own = builds().get(directory);
        return own != null && own.lines().anyMatch(path -> says(path, signs.flags()::contains));
    }

    /** The build files of each directory, a line each. */
    private synchronized Map<String, String> builds() {
        Map<String, String> known = builds;
        if (known == null) {
            known = new HashMap<>();
            for (String path : paths) {
                if (signs.isBuildFile(Components.name(path))) {
                    known.merge(Components.directory(path), path, (first, second) -> first + "\n" + second);
                }
            }
            builds = known;
        }
        return known;
    }

    private synchronized boolean isWhole(List<CodeModule> modules) {
        Boolean known = whole;
        if (known == null) {
            known = isPlatform() || !isHosted() && isScripted(modules);
            whole = known;
        }
        return known;
    }

    /** Whether the root asks the system that it builds on for what it has. */
    private boolean isHosted() {
        return paths.stream().anyMatch(signs.hosted()::contains);
    }

    /** Whether the tree describes platforms of UEFI and the parts that they are made of. */
    private boolean isPlatform() {
        return paths.stream().anyMatch(path -> path.endsWith(".dsc"))
                && paths.stream().filter(path -> path.endsWith(".inf")).count() >= LEAST_SCRIPTS;
    }

    private boolean isScripted(List<CodeModule> modules) {
        long scripts = modules.stream()
                .flatMap(module -> module.files().stream())
                .filter(file -> file.role() == Role.CORE && isScript(file))
                .map(CountedFile::path)
                .sorted()
                .limit(MOST_SCRIPTS)
                .filter(path -> says(path, signs.scriptWords()::contains))
                .count();
        String root = builds().getOrDefault("", "");
        return scripts >= LEAST_SCRIPTS
                || scripts > 0 && root.lines().anyMatch(path -> says(path, signs.rootFlags()::contains));
    }

    private boolean isScript(CountedFile file) {
        return signs.scripts().stream().anyMatch(file.path()::endsWith);
    }

    /** Whether one of a file's words is wanted. */
    private boolean says(String path, Predicate<String> wanted) {
        try {
            byte[] content = reader.read(path);
            if (content == null || content.length > MOST_BYTES) {
                return false;
            }
            for (String word : new String(content, StandardCharsets.UTF_8).split("[^-A-Za-z0-9_+]+", -1)) {
                if (wanted.test(word)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
