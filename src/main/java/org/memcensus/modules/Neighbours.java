package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.DefinedFunctions;
import org.memcensus.model.NameSet;
import org.memcensus.model.Safety;

/**
 * Who depends on whom, by the headers that modules include of each other, and how wide the interface of each is.
 *
 * <p>A header in a directory of headers alone ({@code include/libxml/xpath.h}) belongs to the interface of the module whose
 * source of the same name includes it ({@code xpath.c}): that module implements it.
 */
final class Neighbours {
    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    private final List<CodeModule> modules;
    private final List<CountedFile> files = new ArrayList<>();

    /** For each module, the place of its first file. */
    private final int[] first;

    /** For each file, the module that it is the interface of: its own, or the one that implements it. */
    private final int[] owners;

    /** For each module the places of those that it depends on; some may stand there twice. */
    private final List<Places> dependsOn = new ArrayList<>();

    private final int[] users;
    private final int[] usedHeaders;
    private final int[] usedFunctions;

    private Neighbours(List<CodeModule> modules) {
        this.modules = modules;
        first = new int[modules.size() + 1];
        users = new int[modules.size()];
        usedHeaders = new int[modules.size()];
        usedFunctions = new int[modules.size()];
        for (int module = 0; module < modules.size(); module++) {
            dependsOn.add(new Places());
            files.addAll(modules.get(module).files());
            first[module + 1] = files.size();
        }
        owners = new int[files.size()];
    }

    /** Looks at the includes of all modules of a repository. */
    static Neighbours of(List<CodeModule> modules, IncludeGraph graph) {
        Neighbours neighbours = new Neighbours(modules);
        int[][] included = graph.in(neighbours.files);
        neighbours.findOwners(included);
        neighbours.count(included);
        neighbours.countCalls();
        return neighbours;
    }

    /** The modules that a module depends on, as ids, in the order of the modules. */
    List<String> dependsOn(int module) {
        int[] places = dependsOn.get(module).distinct();
        List<String> ids = new ArrayList<>(places.length);
        for (int place : places) {
            ids.add(modules.get(place).id());
        }
        return ids;
    }

    /** Says that one module depends on another for a reason beside includes. To be said before users are asked for. */
    void link(int module, int on) {
        if (module != on) {
            dependsOn.get(module).add(on);
        }
    }

    /** Counts the users of each module, once all is said. */
    void countUsers() {
        for (Places places : dependsOn) {
            for (int on : places.distinct()) {
                users[on]++;
            }
        }
    }

    /** A growing list of numbers. */
    private static final class Places {
        private int[] places = new int[8];
        private int count;

        void add(int place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count++] = place;
        }

        int[] distinct() {
            return Arrays.stream(places, 0, count).sorted().distinct().toArray();
        }
    }

    /** Number of modules that depend on a module. */
    int users(int module) {
        return users[module];
    }

    /** Number of headers of a module that others include. */
    int usedHeaders(int module) {
        return usedHeaders[module];
    }

    /** Number of functions of a module that others call. */
    int usedFunctions(int module) {
        return usedFunctions[module];
    }

    /** For each file its module, or the one that implements it where it is a header; as places in the list of modules. */
    List<Owned> owned() {
        List<Owned> owned = new ArrayList<>(files.size());
        for (int file = 0; file < owners.length; file++) {
            owned.add(new Owned(files.get(file).path(), owners[file]));
        }
        return owned;
    }

    /** A file, and the module whose interface or part it is. */
    record Owned(String path, int module) {}

    private void findOwners(int[][] included) {
        BitSet headersAlone = new BitSet();
        for (int module = 0; module < modules.size(); module++) {
            Arrays.fill(owners, first[module], first[module + 1], module);
            if (files.subList(first[module], first[module + 1]).stream()
                    .noneMatch(file -> file.safety() != Safety.NONE && !isHeader(file.path()))) {
                headersAlone.set(module);
            }
        }
        int[] implementers = new int[files.size()];
        Arrays.fill(implementers, NOBODY);
        for (int module = 0; module < modules.size(); module++) {
            if (!headersAlone.get(module)) {
                for (int file = first[module]; file < first[module + 1]; file++) {
                    for (int target : included[file]) {
                        if (headersAlone.get(owners[target])
                                && implementers[target] != module
                                && sameStem(file, target)) {
                            implementers[target] = implementers[target] == NOBODY ? module : SEVERAL;
                        }
                    }
                }
            }
        }
        for (int file = 0; file < owners.length; file++) {
            if (implementers[file] >= 0) {
                owners[file] = implementers[file];
            }
        }
    }

    /** Whether a file is a header, or what the build makes one of. */
    private static boolean isHeader(String path) {
        return Headers.is(path.endsWith(".in") ? path.substring(0, path.length() - ".in".length()) : path);
    }

    private boolean sameStem(int source, int header) {
        String path = files.get(source).path();
        String other = files.get(header).path();
        int from = path.lastIndexOf('/') + 1;
        int start = other.lastIndexOf('/') + 1;
        int length = Math.max(0, path.indexOf('.', from + 1) - from);
        return length > 0
                && other.startsWith(".", start + length)
                && path.regionMatches(from, other, start, length)
                && !Headers.is(path);
    }

    private void count(int[][] included) {
        BitSet used = new BitSet();
        int[] seen = new int[modules.size()];
        Arrays.fill(seen, NOBODY);
        for (int module = 0; module < modules.size(); module++) {
            for (int file = first[module]; file < first[module + 1]; file++) {
                int self = owners[file];
                for (int target : included[file]) {
                    int owner = owners[target];
                    if (owner == self) {
                        continue;
                    }
                    if (!used.get(target)) {
                        used.set(target);
                        usedHeaders[owner]++;
                    }
                    if (self != module) {
                        link(self, owner);
                    } else if (seen[owner] != module) {
                        seen[owner] = module;
                        link(module, owner);
                    }
                }
            }
        }
    }

    private void countCalls() {
        DefinedFunctions defined = DefinedFunctions.of(files, owners);
        Set<Integer> used = new HashSet<>();
        for (int module = 0; module < modules.size(); module++) {
            for (int file = first[module]; file < first[module + 1]; file++) {
                NameSet called = files.get(file).facts().functions().called();
                for (int i = 0; i < called.size(); i++) {
                    int definer = defined.part(called.get(i));
                    if (definer >= 0 && definer != owners[file] && used.add(called.get(i))) {
                        usedFunctions[definer]++;
                    }
                }
            }
        }
    }
}
