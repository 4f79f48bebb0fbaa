package org.memcensus.modules;

import java.util.Map;
import java.util.TreeSet;

/**
 * Includes between the families of a directory.
 *
 * @param includers families that include each header
 * @param included headers that each family includes
 * @param others families that include any header of each family, itself left out
 * @param owners family of each header included
 */
record FamilyLinks(
        Map<String, TreeSet<String>> includers,
        Map<String, TreeSet<String>> included,
        Map<String, TreeSet<String>> others,
        Map<String, String> owners) {
    /** Says that a family includes a header. */
    void add(String family, String header) {
        includers.computeIfAbsent(header, any -> new TreeSet<>()).add(family);
        included.computeIfAbsent(family, any -> new TreeSet<>()).add(header);
        if (!owner(header).equals(family)) {
            others.computeIfAbsent(owner(header), any -> new TreeSet<>()).add(family);
        }
    }

    /** The family of a header. */
    String owner(String header) {
        return owners.getOrDefault(header, header);
    }

    /** Number of families that a header is known to, its own counted. */
    int around(String header) {
        TreeSet<String> families = includers.getOrDefault(header, new TreeSet<>());
        return families.size() + (families.contains(owner(header)) ? 0 : 1);
    }
}
