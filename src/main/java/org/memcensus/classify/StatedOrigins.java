package org.memcensus.classify;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleMarks.Origin;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;

/**
 * Finds others' code in directories that say in a file, as the rules of their project ask for, where they come from. What is
 * said so holds for any part of a tree, but not for all of it.
 */
public final class StatedOrigins {
    /** Bytes of such a file that are read. */
    private static final int MAX_READ = 1 << 14;

    private StatedOrigins() {}

    /**
     * The files of such directories, each with why, by path.
     *
     * @param known the files that say so
     * @param paths all files of the repository
     * @param files those that are the project's own as far as is known, and what was generated
     * @param reader gives the bytes of a file
     */
    public static Map<String, RoleDecision> in(
            List<Origin> known, Set<String> paths, Collection<CountedFile> files, FileReader reader) {
        Map<String, RoleDecision> decisions = new TreeMap<>();
        for (String path : paths) {
            for (Origin origin : known) {
                int name = path.length() - origin.file().length();
                if (name > 1
                        && path.charAt(name - 1) == '/'
                        && path.endsWith(origin.file())
                        && says(path, origin, reader)) {
                    String directory = path.substring(0, name - 1);
                    RoleDecision decision = new RoleDecision(
                            Role.VENDORED,
                            "directory " + directory + "/, which is others' code as its " + origin.file() + " says");
                    // Of two such files one has the say, in whatever order they come.
                    decisions.merge(
                            directory,
                            decision,
                            (one, other) -> one.reason().compareTo(other.reason()) < 0 ? one : other);
                }
            }
        }
        return Directories.decide(
                files.stream()
                        .filter(file -> file.role() == Role.CORE || file.role() == Role.GENERATED)
                        .toList(),
                decisions);
    }

    private static boolean says(String path, Origin origin, FileReader reader) {
        byte[] bytes = reader.readOrNothing(path);
        String text = new String(bytes, 0, Math.min(bytes.length, MAX_READ), StandardCharsets.ISO_8859_1);
        return origin.texts().stream().allMatch(text::contains);
    }
}
