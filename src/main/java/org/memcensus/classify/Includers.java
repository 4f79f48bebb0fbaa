package org.memcensus.classify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.SecondLook.Read;
import org.memcensus.classify.SecondLook.Side;
import org.memcensus.model.FileFacts.Include;

/** Finds which open headers files include, directly or by way of others. */
final class Includers {
    private final List<Read> files;

    /** Places of all files with the name of an open one. */
    private final Map<String, List<Integer>> byName = new HashMap<>();

    /** Places of those files by their paths. */
    private final Map<String, Integer> byPath = new HashMap<>();

    /** What each header that was written can mean: thousands of files write the same ones. */
    private final Map<String, List<Integer>> byHeader = new HashMap<>();

    Includers(List<Read> files) {
        this.files = files;
        for (Read read : files) {
            if (read.open()) {
                byName.put(name(read.file().path()), new ArrayList<>(1));
            }
        }
        for (int i = 0; i < files.size(); i++) {
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
        boolean[] reached = new boolean[files.size()];
        Deque<Integer> next = new ArrayDeque<>();
        for (int i = 0; i < reached.length; i++) {
            if (!files.get(i).open() && Side.of(files.get(i).file().language()) == side) {
                next.add(i);
            }
        }
        Set<String> whole = new HashSet<>(); // headers all of whose files are reached: thousands of files name the same
        while (!next.isEmpty()) {
            int from = next.remove();
            for (Include include : files.get(from).file().facts().includes()) {
                String header = include.header();
                if (whole.contains(header)) {
                    continue;
                }
                List<Integer> targets = byHeader.computeIfAbsent(header, this::ending);
                Integer beside = targets.size() > 1 ? beside(from, header) : null;
                if (beside != null) {
                    targets = List.of(beside);
                } else if (targets.size() > 1 && unique) {
                    continue;
                } else {
                    whole.add(header);
                }
                for (int target : targets) {
                    if (!reached[target] && files.get(target).open()) {
                        reached[target] = true;
                        next.add(target);
                    }
                }
            }
        }
        return reached;
    }

    /** Of several files that an include can mean, the one beside the includer is meant; null if none is. */
    private @Nullable Integer beside(int from, String header) {
        String path = files.get(from).file().path();
        return byPath.get(path.substring(0, path.lastIndexOf('/') + 1) + header);
    }

    /** The files whose path ends as a header is written. */
    private List<Integer> ending(String header) {
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
        return targets;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
