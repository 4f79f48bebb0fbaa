package org.memcensus.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;

/**
 * Finds what ships of the code in {@code contrib/}: the parts that the project's own code includes, and those that they
 * include. The others are what projects mostly keep there: examples, and tools that nobody builds with them.
 */
public final class ContributedCode {
    private static final String CONTRIB = "contrib/";

    /** Letters that a name has at least, for longer names to be told by it. */
    private static final int LEAST_NAME = 4;

    /** Files of each part, by its directory. */
    private final Map<String, List<CountedFile>> parts = new HashMap<>();

    /** Paths of contributed files by their last name. */
    private final Map<String, List<String>> byName = new HashMap<>();

    private ContributedCode() {}

    /**
     * The files of such parts, each with why, by path.
     *
     * @param files the files that are the project's own as far as is known, and those of {@code contrib/}
     */
    public static Map<String, RoleDecision> in(Collection<CountedFile> files) {
        IncludedParts.Split split =
                IncludedParts.Split.of(files, file -> file.path().startsWith(CONTRIB));
        ContributedCode code = new ContributedCode();
        split.lying().forEach(code::add);
        return new IncludedParts(
                        code.parts,
                        (header, includer) -> code.meant(header),
                        (part, includer) -> new RoleDecision(
                                Role.VENDORED, "directory " + part + "/, which " + includer + " includes"))
                .by(split.own());
    }

    private void add(CountedFile file) {
        String part = part(file.path());
        if (part != null) {
            parts.computeIfAbsent(part, none -> new ArrayList<>()).add(file);
            byName.computeIfAbsent(name(file.path()), none -> new ArrayList<>(1))
                    .add(file.path());
        }
    }

    private List<String> meant(String header) {
        List<String> meant = new ArrayList<>();
        for (String path : byName.getOrDefault(name(header), List.of())) {
            String part = part(path);
            if (part != null && means(header, path, part)) {
                meant.add(part);
            }
        }
        return meant;
    }

    /**
     * Whether an include means a contributed file: it says so, or begins with the name of the part ({@code squeezeInt.h} of
     * {@code contrib/squeeze}). Many parts have a header that is called as one of the system.
     */
    private static boolean means(String header, String path, String part) {
        String said = header;
        while (said.startsWith("../") || said.startsWith("./")) {
            said = said.substring(said.indexOf('/') + 1);
        }
        if (!path.equals(said) && !path.endsWith('/' + said)) {
            return false;
        }
        String first = said.split("[/.]", 2)[0];
        String name = part.substring(CONTRIB.length());
        return said.startsWith(CONTRIB)
                || first.equalsIgnoreCase(name)
                || name.length() >= LEAST_NAME && first.regionMatches(true, 0, name, 0, name.length());
    }

    /** The part that a contributed file belongs to, {@code contrib/zip}; null for a file that lies there by itself. */
    private static @Nullable String part(String path) {
        int slash = path.indexOf('/', CONTRIB.length());
        return slash < 0 ? null : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
