package org.memcensus.modules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;

/** Which file of a tree includes which, whatever modules they are in. Immutable. */
final class IncludeGraph {
    private static final int[] NONE = {};

    private final List<CountedFile> files;
    private final int[][] targets;

    private IncludeGraph(List<CountedFile> files, int[][] targets) {
        this.files = files;
        this.targets = targets;
    }

    /**
     * Follows all includes.
     *
     * @param files the files of a tree, sorted by path
     */
    static IncludeGraph of(List<CountedFile> files) {
        Includes includes = new Includes(files);
        int[][] targets = new int[files.size()][];
        for (int i = 0; i < targets.length; i++) {
            List<FileFacts.Include> written = files.get(i).facts().includes();
            if (written.isEmpty()) {
                targets[i] = NONE;
                continue;
            }
            int[] found = new int[written.size()];
            int count = 0;
            String directory = TreePath.parent(files.get(i).path());
            for (FileFacts.Include include : written) {
                int target = includes.find(directory, include);
                if (target >= 0 && target != i) {
                    found[count++] = target;
                }
            }
            targets[i] = Arrays.copyOf(found, count);
        }
        return new IncludeGraph(files, targets);
    }

    /** Paths of the files that others in another directory include. */
    Set<String> includedFromElsewhere() {
        Map<String, Integer> numbers = new HashMap<>();
        int[] directories = new int[files.size()];
        for (int i = 0; i < directories.length; i++) {
            directories[i] =
                    numbers.computeIfAbsent(TreePath.parent(files.get(i).path()), any -> numbers.size());
        }
        BitSet found = new BitSet();
        for (int i = 0; i < targets.length; i++) {
            for (int target : targets[i]) {
                if (directories[target] != directories[i]) {
                    found.set(target);
                }
            }
        }
        return found.stream().mapToObj(i -> files.get(i).path()).collect(Collectors.toSet());
    }

    /**
     * The files that each file includes, as places in a list of the same files in another order.
     *
     * @param order the files in that order
     */
    int[][] in(List<CountedFile> order) {
        Map<String, Integer> places = new HashMap<>(order.size() * 2);
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i).path(), i);
        }
        int[] moved = new int[files.size()];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = places.getOrDefault(files.get(i).path(), -1);
        }
        int[][] included = new int[order.size()][];
        Arrays.fill(included, NONE);
        for (int i = 0; i < moved.length; i++) {
            if (moved[i] >= 0) {
                included[moved[i]] = Arrays.stream(targets[i])
                        .map(target -> moved[target])
                        .filter(target -> target >= 0)
                        .toArray();
            }
        }
        return included;
    }
}
