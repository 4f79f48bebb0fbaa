package org.memcensus.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.SecondLook.Read;
import org.memcensus.classify.SecondLook.Side;
import org.memcensus.model.FileFacts.Include;

/** Finds which open headers files include, directly or by way of others. */
final class Includers {
    private final List<Read> files;
    private final boolean[] open;
    private final Side[] sides;

    /** Places of all files with the name of an open one. */
    private final Map<String, List<Integer>> byName = new HashMap<>();

    /** Places of those files by their paths. */
    private final Map<String, Integer> byPath = new HashMap<>();

    /** What each header that was written can mean: thousands of files write the same ones. */
    private final Map<String, Meant> byHeader = new HashMap<>();

    /** Searches so far. */
    private int searches;

    /** The files that a header can mean, and the search that reached them all. */
    private static final class Meant {
        private final List<Integer> places;
        private int reached;

        Meant(List<Integer> places) {
            this.places = places;
        }
    }

    Includers(List<Read> files) {
        this.files = files;
        open = new boolean[files.size()];
        sides = new Side[files.size()];
        for (int i = 0; i < open.length; i++) {
            Read read = files.get(i);
            open[i] = read.open();
            sides[i] = Side.of(read.file().language());
            if (open[i]) {
                byName.put(name(read.file().path()), new ArrayList<>(1));
            }
        }
        for (int i = 0; i < open.length; i++) {
            List<Integer> places = byName.get(name(files.get(i).file().path()));
            if (places != null) {
                places.add(i);
                byPath.put(files.get(i).file().path(), i);
            }
        }
    }

    /**
     * Which files are reached from those whose side is known.
     *
     * @param side the side to begin at
     * @param unique whether an include counts only where it can mean one file alone
     */
    boolean[] reached(Side side, boolean unique) {
        searches++;
        boolean[] reached = new boolean[open.length];
        int[] next = new int[open.length]; // each file comes once
        int known = 0;
        for (int i = 0; i < reached.length; i++) {
            if (!open[i] && sides[i] == side) {
                next[known++] = i;
            }
        }
        for (int done = 0; done < known; done++) {
            int from = next[done];
            for (Include include : files.get(from).file().facts().includes()) {
                for (int target : targets(from, include.header(), unique)) {
                    if (!reached[target] && open[target]) {
                        reached[target] = true;
                        next[known++] = target;
                    }
                }
            }
        }
        return reached;
    }

    /** The files that an include means and that this search has not reached yet. */
    private List<Integer> targets(int from, String header, boolean unique) {
        Meant meant = byHeader.computeIfAbsent(header, this::ending);
        if (meant.reached == searches) {
            return List.of();
        }
        Integer beside = meant.places.size() > 1 ? beside(from, header) : null;
        if (beside != null) {
            return List.of(beside);
        }
        if (meant.places.size() > 1 && unique) {
            return List.of();
        }
        meant.reached = searches;
        return meant.places;
    }

    /** Of several files that an include can mean, the one beside the includer is meant; null if none is. */
    private @Nullable Integer beside(int from, String header) {
        String path = files.get(from).file().path();
        return byPath.get(path.substring(0, path.lastIndexOf('/') + 1) + header);
    }

    /** The files whose path ends as a header is written. */
    private Meant ending(String header) {
        String ending = header;
        while (ending.startsWith("../") || ending.startsWith("./")) {
            ending = ending.substring(ending.indexOf('/') + 1);
        }
        List<Integer> targets = new ArrayList<>(1);
        for (int place : byName.getOrDefault(name(header), List.of())) {
            String other = files.get(place).file().path();
            if (other.endsWith(ending)
                    && (other.length() == ending.length()
                            || other.charAt(other.length() - ending.length() - 1) == '/')) {
                targets.add(place);
            }
        }
        return new Meant(targets);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
