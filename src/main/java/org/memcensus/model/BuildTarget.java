package org.memcensus.model;

import java.util.List;

/**
 * A target that a build declares, whether it is a module of its own or its files go by directories.
 *
 * @param ids what it is called: build system, directory and name, of the target itself and of those built from the same
 *     files ({@code make:lib/curl}); the one that leads first, never empty
 * @param place what it is and where it stands: "target png declared at CMakeLists.txt:12"; empty where it is not known
 * @param files paths of its files, sorted: of a file that several targets name, one has it; empty where they are not known
 */
public record BuildTarget(List<String> ids, String place, List<String> files) {
    /** Copies its lists. */
    public BuildTarget {
        ids = List.copyOf(ids);
        files = List.copyOf(files);
    }

    /** The id that leads. */
    public String id() {
        return ids.get(0);
    }

    /** Its name with its directory: {@code lib/curl}. */
    public String name() {
        return id().substring(id().indexOf(':') + 1);
    }
}
