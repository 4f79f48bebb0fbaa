package org.memcensus.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;

/**
 * Finds what ships of the code in {@code misc/}: the headers that the product includes, their sources, and what those
 * include. The rest is what projects mostly keep there: programs that nobody installs.
 */
public final class MiscellaneousCode {
    private static final String MISC = "misc/";

    /** Paths of the files in {@code misc/}. */
    private final Set<String> paths = new HashSet<>();

    /** The files of each part: a header and its sources, by their path without the last ending. */
    private final Map<String, List<CountedFile>> parts = new HashMap<>();

    private MiscellaneousCode() {}

    /**
     * The files that ship, each with why, by path.
     *
     * @param files the files that are the project's own as far as is known, and those of {@code misc/}
     */
    public static Map<String, RoleDecision> in(Collection<CountedFile> files) {
        IncludedParts.Split split = IncludedParts.Split.of(
                files, file -> file.role() == Role.TOOLING && file.path().startsWith(MISC));
        MiscellaneousCode code = new MiscellaneousCode();
        split.lying().forEach(code::add);
        return new IncludedParts(
                        code.parts,
                        code::meant,
                        (part, includer) ->
                                new RoleDecision(Role.CORE, "directory " + MISC + ", but " + includer + " includes it"))
                .by(split.own());
    }

    private void add(CountedFile file) {
        paths.add(file.path());
        parts.computeIfAbsent(stem(file.path()), none -> new ArrayList<>(2)).add(file);
    }

    /** The part that an include means, from the root of the tree or from beside the includer. */
    private List<String> meant(String header, String includer) {
        if (paths.contains(header)) {
            return List.of(stem(header));
        }
        String directory = includer.substring(0, includer.lastIndexOf('/') + 1);
        String rest = header;
        while (rest.startsWith("../") && !directory.isEmpty()) {
            directory = directory.substring(0, directory.lastIndexOf('/', directory.length() - 2) + 1);
            rest = rest.substring("../".length());
        }
        return paths.contains(directory + rest) ? List.of(stem(directory + rest)) : List.of();
    }

    private static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot <= path.lastIndexOf('/') ? path : path.substring(0, dot);
    }
}
