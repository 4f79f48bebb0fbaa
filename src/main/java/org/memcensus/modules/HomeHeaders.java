package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;

/**
 * Which headers of a directory are those of one unit in it: those that nothing else there includes. Builds seldom list them. A
 * file that includes none of them changes nothing.
 */
final class HomeHeaders {
    private final Map<String, List<CountedFile>> byDirectory = new HashMap<>();

    /** Adds a file that may include headers beside it, or be one. */
    void add(CountedFile file) {
        byDirectory
                .computeIfAbsent(TreePath.parent(file.path()), any -> new ArrayList<>())
                .add(file);
    }

    /**
     * The headers of a directory that are included there, and only by a unit or by headers that are its own for that reason.
     *
     * @param directory the directory
     * @param unit paths of the unit's files
     */
    List<CountedFile> of(String directory, Set<String> unit) {
        List<CountedFile> files = byDirectory.getOrDefault(directory, List.of());
        Map<String, CountedFile> headers = new HashMap<>();
        for (CountedFile file : files) {
            if (Headers.is(file.path()) && !unit.contains(file.path())) {
                headers.put(TreePath.name(file.path()), file);
            }
        }
        Map<String, List<String>> includers = headers.isEmpty() ? Map.of() : includers(files, headers);
        Set<String> own = new HashSet<>(unit);
        List<CountedFile> found = new ArrayList<>();
        for (int before = -1; before < found.size(); ) {
            before = found.size();
            headers.forEach((name, header) -> {
                List<String> by = includers.getOrDefault(name, List.of());
                if (!by.isEmpty() && own.containsAll(by) && own.add(header.path())) {
                    found.add(header);
                }
            });
        }
        return found;
    }

    /** For each header of a directory the paths of the files there that include it. */
    private static Map<String, List<String>> includers(List<CountedFile> files, Map<String, CountedFile> headers) {
        Map<String, List<String>> includers = new HashMap<>();
        for (CountedFile file : files) {
            for (FileFacts.Include include : file.facts().includes()) {
                CountedFile header = headers.get(include.header());
                if (header != null && !header.path().equals(file.path())) {
                    includers
                            .computeIfAbsent(include.header(), any -> new ArrayList<>())
                            .add(file.path());
                }
            }
        }
        return includers;
    }
}
