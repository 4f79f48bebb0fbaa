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
 * Finds what ships of the code in {@code contrib/}: the parts that the project's own code includes, and those that they
 * include. The others are what projects mostly keep there: examples, and tools that nobody builds with them.
 */
public final class ContributedCode {
    private static final String CONTRIB = "contrib/";

    /** Files of each part, by its directory. */
    private final Map<String, List<CountedFile>> parts = new TreeMap<>();

    /** Paths of contributed files by their last name. */
    private final Map<String, List<String>> byName = new HashMap<>();

    private ContributedCode() {}

    /** A part that ships, and the file that includes something of it. */
    private record Wanted(String part, String includer) {}

    /**
     * The files of such parts, each with why, by path.
     *
     * @param files the files that are the project's own as far as is known, and those of {@code contrib/}
     */
    public static Map<String, RoleDecision> in(Collection<CountedFile> files) {
        if (files.stream().noneMatch(ContributedCode::lies)) {
            return Map.of();
        }
        ContributedCode code = new ContributedCode();
        List<CountedFile> own = new ArrayList<>();
        // In the order of their paths, so that the same file is named for the whole part each time.
        for (CountedFile file :
                files.stream().sorted(Comparator.comparing(CountedFile::path)).toList()) {
            if (lies(file)) {
                code.add(file);
            } else if (file.role() == Role.CORE) {
                own.add(file);
            }
        }
        return code.included(own);
    }

    private static boolean lies(CountedFile file) {
        return file.path().startsWith(CONTRIB);
    }

    private void add(CountedFile file) {
        String part = part(file.path());
        if (part != null) {
            parts.computeIfAbsent(part, none -> new ArrayList<>()).add(file);
            byName.computeIfAbsent(name(file.path()), none -> new ArrayList<>(1))
                    .add(file.path());
        }
    }

    private Map<String, RoleDecision> included(List<CountedFile> own) {
        Map<String, RoleDecision> roles = new HashMap<>();
        Deque<Wanted> next = new ArrayDeque<>();
        own.forEach(file -> next.addAll(wanted(file)));
        while (!next.isEmpty()) {
            Wanted wanted = next.poll();
            List<CountedFile> files = parts.remove(wanted.part());
            if (files != null) {
                RoleDecision decision = new RoleDecision(
                        Role.VENDORED, "directory " + wanted.part() + "/, which " + wanted.includer() + " includes");
                for (CountedFile file : files) {
                    roles.put(file.path(), decision);
                    next.addAll(wanted(file));
                }
            }
        }
        return roles;
    }

    private List<Wanted> wanted(CountedFile file) {
        List<Wanted> wanted = new ArrayList<>();
        for (Include include : file.facts().includes()) {
            String header = include.header();
            for (String path : byName.getOrDefault(name(header), List.of())) {
                String part = part(path);
                if (part != null && means(header, path, part) && parts.containsKey(part)) {
                    wanted.add(new Wanted(part, file.path()));
                }
            }
        }
        return wanted;
    }

    /**
     * Whether an include means a contributed file: it says so, or begins with the name of the part. Many parts have a header
     * that is called as one of the system.
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
        return said.startsWith(CONTRIB) || first.equalsIgnoreCase(part.substring(CONTRIB.length()));
    }

    /** The part that a contributed file belongs to, {@code contrib/zip}; null for a file that lies there by itself. */
    private static @Nullable String part(String path) {
        int slash = path.startsWith(CONTRIB) ? path.indexOf('/', CONTRIB.length()) : -1;
        return slash < 0 ? null : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
