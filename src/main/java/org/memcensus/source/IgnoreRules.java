package org.memcensus.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What git ignores in a working tree: {@code .gitignore} of every folder, and {@code info/exclude}. The user's own
 * ignore file is left out on purpose, so that two users see the same files.
 */
final class IgnoreRules implements FolderFiles.Exclusion {
    private static final long LARGEST = 16L << 20;

    private final Path workTree;
    private final String start;
    private final Set<String> tracked;
    private final IgnoreNode exclude;
    private final Map<String, IgnoreNode> byFolder = new HashMap<>();

    /**
     * Rules of a working tree.
     *
     * @param folder the scanned folder in it, "" for all
     * @param tracked tracked paths from the scanned folder: never untracked
     */
    IgnoreRules(GitLayout layout, Path workTree, String folder, Set<String> tracked) throws IOException {
        this.workTree = workTree;
        this.start = folder.isEmpty() ? "" : folder + "/";
        this.tracked = tracked;
        this.exclude = parse(layout.commonDir().resolve("info").resolve("exclude"));
    }

    @Override
    public boolean folder(String path) throws IOException {
        return tracked.contains(path) || ignored(start + path, true);
    }

    @Override
    public boolean file(String path) throws IOException {
        return tracked.contains(path) || ignored(start + path, false);
    }

    /** The nearest file decides. A folder that is ignored was not entered, so its files need no second look at it. */
    private boolean ignored(String path, boolean folder) throws IOException {
        int slash = path.lastIndexOf('/');
        while (true) {
            String above = slash < 0 ? "" : path.substring(0, slash);
            Boolean decided = rules(above).checkIgnored(slash < 0 ? path : path.substring(slash + 1), folder);
            if (decided != null) {
                return decided;
            }
            if (slash < 0) {
                return Boolean.TRUE.equals(exclude.checkIgnored(path, folder));
            }
            slash = path.lastIndexOf('/', slash - 1);
        }
    }

    private IgnoreNode rules(String folder) throws IOException {
        IgnoreNode rules = byFolder.get(folder);
        if (rules == null) {
            rules = parse(
                    workTree.resolve(folder.replace('/', File.separatorChar)).resolve(".gitignore"));
            byFolder.put(folder, rules);
        }
        return rules;
    }

    private static IgnoreNode parse(Path file) throws IOException {
        IgnoreNode rules = new IgnoreNode();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST) {
            try (InputStream in = Files.newInputStream(file)) {
                rules.parse(in);
            }
        }
        return rules;
    }
}
