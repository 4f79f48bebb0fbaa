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

    /** The headers of each directory that was asked for. */
    private final Map<String, Map<String, Header>> known = new HashMap<>();

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
     * @param unit the unit's files there
     */
    List<CountedFile> of(String directory, List<CountedFile> unit) {
        Map<String, Header> headers = known.computeIfAbsent(directory, this::headers);
        Set<String> own = new HashSet<>();
        unit.forEach(file -> own.add(file.path()));
        List<CountedFile> found = new ArrayList<>();
        List<CountedFile> last = headers.isEmpty() ? List.of() : unit;
        while (!last.isEmpty()) {
            List<CountedFile> next = new ArrayList<>();
            for (CountedFile file : last) {
                for (FileFacts.Include include : file.facts().includes()) {
                    Header header = headers.get(include.header());
                    if (header != null
                            && own.containsAll(header.includers())
                            && own.add(header.file().path())) {
                        next.add(header.file());
                    }
                }
            }
            found.addAll(next);
            last = next;
        }
        return found;
    }

    /** The headers of a directory by their names. */
    private Map<String, Header> headers(String directory) {
        Map<String, Header> headers = new HashMap<>();
        List<CountedFile> files = byDirectory.getOrDefault(directory, List.of());
        for (CountedFile file : files) {
            if (Headers.is(file.path())) {
                headers.put(TreePath.name(file.path()), new Header(file, new HashSet<>()));
            }
        }
        for (CountedFile file : headers.isEmpty() ? List.<CountedFile>of() : files) {
            for (FileFacts.Include include : file.facts().includes()) {
                Header header = headers.get(include.header());
                if (header != null && !header.file().path().equals(file.path())) {
                    header.includers().add(file.path());
                }
            }
        }
        return headers;
    }

    /** A header, and the paths of the files beside it that include it. */
    private record Header(CountedFile file, Set<String> includers) {}
}
