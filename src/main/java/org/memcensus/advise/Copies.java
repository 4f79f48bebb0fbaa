package org.memcensus.advise;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where whole releases of other projects lie in a tree: directories with the version of what they hold in their names, and
 * those with a licence and a list of changes of their own, beside the licence of the root.
 */
public final class Copies {
    private static final Pattern RELEASE = Pattern.compile("(?:^|/)[^/]*[a-zA-Z][-_]v?[0-9]+(?:[.][0-9]+)+/");
    private static final Pattern LICENCE = Pattern.compile("(?i)(?:licen[cs]e|copying)(?:[.-].*)?");
    private static final Pattern CHANGES =
            Pattern.compile("(?i)(?:changes|changelog|news|release[-_]?notes)(?:[.].*)?");

    private final Set<String> directories = new HashSet<>();

    /** Directories below the root with a licence of their own, beside that of the root. */
    private final Set<String> licensed = new HashSet<>();

    /**
     * For one repository.
     *
     * @param paths every file of the tree
     */
    Copies(List<String> paths) {
        Set<String> changing = new HashSet<>();
        boolean whole = false;
        for (String path : paths) {
            String name = Components.name(path);
            if (CHANGES.matcher(name).matches()) {
                changing.add(Components.directory(path));
            } else if (LICENCE.matcher(name).matches()) {
                directories.add(Components.directory(path));
            }
            whole |= path.startsWith("LICENSES/") || path.startsWith("licenses/");
        }
        if (directories.remove("") || whole) {
            licensed.addAll(directories);
            directories.retainAll(changing);
        } else {
            directories.clear();
        }
    }

    /** Whether a file lies in such a copy. */
    boolean hold(String path) {
        return RELEASE.matcher(path).find() || lies(path, directories);
    }

    /**
     * Whether a file that is a component of the catalogue lies in a copy of it: one with a licence of its own. Parts of the
     * project may have that as well, but are no components.
     */
    boolean holdComponent(String path) {
        return hold(path) || lies(path, licensed);
    }

    private static boolean lies(String path, Set<String> directories) {
        for (String above = Components.directory(path); !above.isEmpty(); above = Components.directory(above)) {
            if (directories.contains(above)) {
                return true;
            }
        }
        return false;
    }
}
