package org.memcensus.modules;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Names that belong together, joined pair by pair. */
final class Joins {
    private final Map<String, String> parents = new HashMap<>();

    /** Puts two names, and all that is joined to them, together. */
    void join(String one, String other) {
        String first = root(one);
        String second = root(other);
        if (!first.equals(second)) {
            parents.put(first, second);
        }
    }

    private String root(String name) {
        String root = name;
        for (String next = parents.putIfAbsent(root, root); next != null && !next.equals(root); ) {
            root = next;
            next = parents.putIfAbsent(root, root);
        }
        parents.put(name, root);
        return root;
    }

    /** The new name of each joined name. */
    Map<String, String> named(Function<NavigableSet<String>, String> naming) {
        Map<String, TreeSet<String>> sets = new TreeMap<>();
        for (String name : new TreeSet<>(parents.keySet())) {
            sets.computeIfAbsent(root(name), any -> new TreeSet<>()).add(name);
        }
        Map<String, String> names = new HashMap<>();
        for (TreeSet<String> set : sets.values()) {
            String name = naming.apply(set);
            set.forEach(member -> names.put(member, name));
        }
        return names;
    }
}
