package org.memcensus.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts.Include;
import org.memcensus.model.NameSet;

/** Which files of a tree the includes of a file mean, and which source stands beside a header. */
final class IncludedFiles {
    private static final int MAIN = NameSet.hash("main");

    private final Map<String, List<CountedFile>> byName = new HashMap<>();
    private final Map<String, List<CountedFile>> byStem = new HashMap<>();

    /** Makes a file known. */
    void add(CountedFile file) {
        String name = name(file.path());
        byName.computeIfAbsent(name, any -> new ArrayList<>()).add(file);
        byStem.computeIfAbsent(stem(name), any -> new ArrayList<>()).add(file);
    }

    /** The known files that a file includes; a name that fits several files elsewhere fits none. */
    List<CountedFile> of(CountedFile file) {
        List<CountedFile> found = new ArrayList<>();
        for (Include include : file.facts().includes()) {
            String header = include.header();
            while (header.startsWith("../") || header.startsWith("./")) {
                header = header.substring(header.indexOf('/') + 1);
            }
            List<CountedFile> fitting = new ArrayList<>();
            CountedFile beside = null;
            for (CountedFile candidate : byName.getOrDefault(name(header), List.of())) {
                if (candidate.path().equals(folder(file.path()) + header)) {
                    beside = candidate;
                } else if (candidate.path().equals(header) || candidate.path().endsWith("/" + header)) {
                    fitting.add(candidate);
                }
            }
            if (beside != null) {
                found.add(beside);
            } else if (fitting.size() == 1) {
                found.add(fitting.get(0));
            }
        }
        return found;
    }

    /**
     * A file, and the sources of the same name beside it; in another folder only where there is just one, and that is no
     * program: what is named as the library uses its header, and does not stand behind it.
     */
    List<CountedFile> withTwins(CountedFile file) {
        List<CountedFile> all = new ArrayList<>(List.of(file));
        List<CountedFile> twins = byStem.getOrDefault(stem(name(file.path())), List.of());
        for (CountedFile twin : twins) {
            boolean near = folder(twin.path()).equals(folder(file.path()))
                    || twins.size() == 2 && !twin.facts().functions().defined().contains(MAIN);
            if (near && !twin.path().equals(file.path())) {
                all.add(twin);
            }
        }
        return all;
    }

    /** The last name of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name of a file without its ending. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** The folder of a path, with its slash; "" for the root. */
    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
