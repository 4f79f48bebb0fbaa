package org.memcensus.classify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts.Include;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;

/**
 * Finds what ships of the code in {@code misc/}: the headers that the product includes, their sources, and what those
 * include. The rest is what projects mostly keep there: programs that nobody installs.
 */
public final class MiscellaneousCode {
    private static final String MISC = "misc/";

    /** Files in {@code misc/}, by their paths. */
    private final Map<String, CountedFile> files = new TreeMap<>();

    /** The same by their paths without the last ending. */
    private final Map<String, List<CountedFile>> byStem = new HashMap<>();

    private MiscellaneousCode() {}

    /**
     * The files that ship, each with why, by path.
     *
     * @param files the files that are the project's own as far as is known, and those of {@code misc/}
     */
    public static Map<String, RoleDecision> in(Collection<CountedFile> files) {
        if (files.stream().noneMatch(MiscellaneousCode::lies)) {
            return Map.of();
        }
        MiscellaneousCode code = new MiscellaneousCode();
        List<CountedFile> own = new ArrayList<>();
        // In the order of their paths, so that the same file is named each time.
        for (CountedFile file :
                files.stream().sorted(Comparator.comparing(CountedFile::path)).toList()) {
            if (lies(file)) {
                code.files.put(file.path(), file);
                code.byStem
                        .computeIfAbsent(stem(file.path()), none -> new ArrayList<>(2))
                        .add(file);
            } else if (file.role() == Role.CORE) {
                own.add(file);
            }
        }
        return code.included(own);
    }

    private static boolean lies(CountedFile file) {
        return file.role() == Role.TOOLING && file.path().startsWith(MISC);
    }

    private Map<String, RoleDecision> included(List<CountedFile> own) {
        Map<String, RoleDecision> roles = new HashMap<>();
        Deque<CountedFile> next = new ArrayDeque<>(own);
        while (!next.isEmpty()) {
            CountedFile includer = next.poll();
            for (Include include : includer.facts().includes()) {
                CountedFile header = meant(include.header(), includer.path());
                if (header != null && !roles.containsKey(header.path())) {
                    RoleDecision decision = new RoleDecision(
                            Role.CORE, "directory " + MISC + ", but " + includer.path() + " includes it");
                    for (CountedFile part : byStem.getOrDefault(stem(header.path()), List.of())) {
                        roles.put(part.path(), decision);
                        next.add(part);
                    }
                }
            }
        }
        return roles;
    }

    /** The file that an include means, from the root of the tree or from beside the includer; null if it lies elsewhere. */
    private @Nullable CountedFile meant(String header, String includer) {
        CountedFile file = files.get(header);
        if (file != null) {
            return file;
        }
        String directory = includer.substring(0, includer.lastIndexOf('/') + 1);
        String rest = header;
        while (rest.startsWith("../") && !directory.isEmpty()) {
            directory = directory.substring(0, directory.lastIndexOf('/', directory.length() - 2) + 1);
            rest = rest.substring("../".length());
        }
        return files.get(directory + rest);
    }

    private static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot <= path.lastIndexOf('/') ? path : path.substring(0, dot);
    }
}
