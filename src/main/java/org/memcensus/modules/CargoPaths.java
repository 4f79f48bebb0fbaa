package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which packages of the tree a Cargo package depends on: by their paths, its own or those that its workspace gives. */
final class CargoPaths {
    private static final String DEPENDENCIES = "dependencies.";
    private static final String WORKSPACE = "workspace.";
    private static final String PATH = ".path";

    /** For each directory of a workspace, the directory of each dependency that it gives a path. */
    private final Map<String, Map<String, String>> workspaces = new HashMap<>();

    /** Takes over what a manifest says for its workspace. To be said before its members are asked for. */
    void workspace(String path, TomlFile manifest) {
        String directory = TreePath.parent(path);
        String start = WORKSPACE + DEPENDENCIES;
        for (String key : manifest.keys()) {
            if (key.startsWith(start) && key.endsWith(PATH)) {
                String place = place(directory, manifest.string(key));
                if (place != null) {
                    workspaces
                            .computeIfAbsent(directory, any -> new HashMap<>())
                            .put(key.substring(start.length(), key.length() - PATH.length()), place);
                }
            }
        }
    }

    /** The packages that one depends on, as labels. What only its tests need is left out. */
    List<String> links(String directory, TomlFile manifest) {
        List<String> links = new ArrayList<>();
        for (String key : manifest.keys()) {
            int start = key.startsWith(DEPENDENCIES) ? 0 : key.indexOf("." + DEPENDENCIES) + 1;
            boolean own = start == 0 ? key.startsWith(DEPENDENCIES) : key.startsWith("target.");
            if (own && key.endsWith(PATH)) {
                add(place(directory, manifest.string(key)), links);
            } else if (own && key.endsWith("." + WORKSPACE.substring(0, WORKSPACE.length() - 1))) {
                String name = key.substring(start + DEPENDENCIES.length(), key.lastIndexOf('.'));
                add(shared(directory, name), links);
            }
        }
        return links;
    }

    private static void add(@Nullable String place, List<String> links) {
        if (place != null) {
            links.add(LinkNames.label(place, ""));
        }
    }

    private static @Nullable String place(String directory, TomlFile.@Nullable Entry path) {
        return path == null || path.text().startsWith("/") ? null : TreePath.resolve(directory, path.text());
    }

    /** The path that the nearest workspace above gives for a dependency. */
    private @Nullable String shared(String directory, String name) {
        for (String at = directory; ; at = TreePath.parent(at)) {
            String place = workspaces.getOrDefault(at, Map.of()).get(name);
            if (place != null || at.isEmpty()) {
                return place;
            }
        }
    }
}
