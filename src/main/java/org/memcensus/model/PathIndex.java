package org.memcensus.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Says of which lists of words a path has one, as {@link PathWords} splits it. Files of one directory share the answer for
 * it. Safe for use by several threads.
 */
public final class PathIndex {
    private static final int[] NONE = {};

    private final Map<String, int[]> listsOf = new HashMap<>();
    private final ConcurrentMap<String, BitSet> directories = new ConcurrentHashMap<>();

    /**
     * An index of some lists.
     *
     * @param lists lists of words in lower case
     */
    public PathIndex(List<List<String>> lists) {
        for (int list = 0; list < lists.size(); list++) {
            for (String word : lists.get(list)) {
                int[] old = listsOf.getOrDefault(word, NONE);
                int[] more = Arrays.copyOf(old, old.length + 1);
                more[old.length] = list;
                listsOf.put(word, more);
            }
        }
    }

    /** The numbers of the lists of which a word stands in the path. Shared between calls: not to be changed. */
    public BitSet of(String path) {
        int slash = path.lastIndexOf('/');
        BitSet outer = directories.computeIfAbsent(path.substring(0, Math.max(0, slash)), this::find);
        BitSet own = find(path.substring(slash + 1));
        if (own.isEmpty()) {
            return outer;
        }
        own.or(outer);
        return own;
    }

    private BitSet find(String part) {
        BitSet found = new BitSet();
        PathWords.each(part, word -> {
            for (int list : listsOf.getOrDefault(word, NONE)) {
                found.set(list);
            }
        });
        return found;
    }
}
