package org.memcensus.advise;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where whole releases of other projects lie in a tree: directories with the version of what they hold in their names, and
 * those with a licence and a list of changes of their own, beside the licence of the root.
 */
final class Copies {
    private static final Pattern RELEASE = Pattern.compile("(?:^|/)[^/]*[a-zA-Z][-_]v?[0-9]+(?:[.][0-9]+)+/");
    private static final Pattern LICENCE = Pattern.compile("(?i)(?:licen[cs]e|copying)(?:[.-].*)?");
    private static final Pattern CHANGES =
            Pattern.compile("(?i)(?:changes|changelog|news|release[-_]?notes)(?:[.].*)?");

    private final Set<String> directories = new HashSet<>();

    /**
     * For one repository.
     *
     * @param paths every file of the tree
     */
    Copies(List<String> paths) {
        Set<String> changing = new HashSet<>();
        boolean licensed = false;
        for (String path : paths) {
            String name = Components.name(path);
            if (CHANGES.matcher(name).matches()) {
                changing.add(Components.directory(path));
            } else if (LICENCE.matcher(name).matches()) {
                directories.add(Components.directory(path));
            }
            licensed |= path.startsWith("LICENSES/") || path.startsWith("licenses/");
        }
        if (directories.remove("") || licensed) {
            directories.retainAll(changing);
        } else {
            directories.clear();
        }
    }

    /** Whether a file lies in such a copy. */
    boolean hold(String path) {
        if (RELEASE.matcher(path).find()) {
            return true;
        }
        for (String above = Components.directory(path); !above.isEmpty(); above = Components.directory(above)) {
            if (directories.contains(above)) {
                return true;
            }
        }
        return false;
    }
}
