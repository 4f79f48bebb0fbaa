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
 * Finds what ships of the code in {@code contrib/} beside the sources that the build installs: what they and the product
 * include of their part, and what that includes. A library of templates lies in its headers.
 */
public final class DeliveredHeaders {
    private static final String CONTRIB = "contrib/";

    /** Files of parts of which a source is installed, by their last name. */
    private final Map<String, List<String>> byName = new HashMap<>();

    /** Each of those files, as a part by itself. */
    private final Map<String, List<CountedFile>> parts = new HashMap<>();

    /** Last names of the files that the product has elsewhere: an include of such a name may mean those. */
    private final Set<String> elsewhere = new HashSet<>();

    private DeliveredHeaders() {}

    /**
     * Such files, each with why, by path.
     *
     * @param files the files that are the project's own as far as is known, those of {@code contrib/}, and what is installed
     * @param delivered paths of what is installed
     */
    public static Map<String, RoleDecision> in(Collection<CountedFile> files, Set<String> delivered) {
        Set<String> shipping = new HashSet<>();
        for (String path : delivered) {
            String part = part(path);
            if (!part.isEmpty()) {
                shipping.add(part);
            }
        }
        if (shipping.isEmpty()) {
            return Map.of();
        }
        IncludedParts.Split split = IncludedParts.Split.of(
                files, file -> file.role() == Role.EXAMPLE && shipping.contains(part(file.path())));
        DeliveredHeaders headers = new DeliveredHeaders();
        split.lying().forEach(headers::add);
        split.own().forEach(file -> headers.elsewhere.add(name(file.path())));
        return new IncludedParts(
                        headers.parts,
                        headers::meant,
                        (path, includer) -> new RoleDecision(
                                Role.CORE, "directory " + CONTRIB + ", but " + includer + " includes it"))
                .by(split.own());
    }

    private void add(CountedFile file) {
        parts.put(file.path(), List.of(file));
        byName.computeIfAbsent(name(file.path()), none -> new ArrayList<>(1)).add(file.path());
    }

    /** The files that an include may mean: those of the includer's own part, else what nothing elsewhere is called like. */
    private List<String> meant(String header, String includer) {
        String said = header;
        while (said.startsWith("../") || said.startsWith("./")) {
            said = said.substring(said.indexOf('/') + 1);
        }
        List<String> meant = new ArrayList<>();
        String own = part(includer);
        for (String path : byName.getOrDefault(name(said), List.of())) {
            boolean named = path.equals(said) || path.endsWith('/' + said);
            if (named && (part(path).equals(own) || said.indexOf('/') >= 0 || !elsewhere.contains(said))) {
                meant.add(path);
            }
        }
        return meant;
    }

    /** The part that a contributed file belongs to, {@code contrib/zip}; empty for a file that belongs to none. */
    private static String part(String path) {
        int slash = path.startsWith(CONTRIB) ? path.indexOf('/', CONTRIB.length()) : -1;
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
