package org.memcensus.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A target that a build declares, whether it is a module of its own or its files go by directories.
 *
 * @param id build system, directory and name: {@code make:lib/curl}
 * @param place what it is and where it stands: "target png declared at CMakeLists.txt:12"; empty where it is not known
 * @param files paths of its files, also of those that it shares with others; empty where they are not known
 */
public record BuildTarget(String id, String place, List<String> files) {
    /** Copies its list. */
    public BuildTarget {
        files = List.copyOf(files);
    }

    /** Its name with its directory: {@code lib/curl}. */
    public String name() {
        return id.substring(id.indexOf(':') + 1);
    }

    /** The place of its declaration alone: {@code CMakeLists.txt:12}. */
    public String at() {
        return place.substring(place.lastIndexOf(' ') + 1);
    }

    /** The same with the files of another one. */
    public BuildTarget and(BuildTarget other) {
        return new BuildTarget(
                id,
                place,
                Stream.concat(files.stream(), other.files.stream()).distinct().toList());
    }
}
