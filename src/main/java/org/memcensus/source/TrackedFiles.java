package org.memcensus.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memcensus.model.Extra;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.SourceFile.Kind;

/** Lists the tracked files of a working tree from its index, and, when asked, the untracked ones from disk. */
final class TrackedFiles {
    private static final int TYPE = 0170000;

    private final Path root;
    private final Listing.Builder listing;
    private final boolean links;
    private long skipped;
    private String last = "";

    private TrackedFiles(Path root, Listing.Builder listing, boolean links) {
        this.root = root;
        this.listing = listing;
        this.links = links;
    }

    /**
     * Files of a working tree or of a folder in it.
     *
     * @param folder path of the folder from the root of the working tree, "" for all
     * @param root the same folder on disk
     * @throws SourceException if the index cannot be read, or nothing is found
     */
    static Listing list(GitLayout layout, Path workTree, String folder, Path root, Set<Extra> extras)
            throws SourceException {
        Listing done;
        try {
            done = found(layout, workTree, folder, root, extras);
        } catch (IOException e) {
            throw new SourceException(root + ": " + Reasons.of(e), e);
        }
        if (done.files().isEmpty()) {
            throw new SourceException(nothing(layout, folder, root, extras.contains(Extra.UNTRACKED), done));
        }
        return extras.contains(Extra.SUBMODULES) ? SubmoduleFiles.enter(done, layout, root, extras) : done;
    }

    /**
     * The same, whether or not there is anything; submodules are not entered.
     *
     * @throws IOException if the index or a folder cannot be read
     * @throws SourceException if there are too many files
     */
    static Listing found(GitLayout layout, Path workTree, String folder, Path root, Set<Extra> extras)
            throws IOException, SourceException {
        Listing.Builder listing = new Listing.Builder(root.toString());
        if (Files.exists(GitIndex.file(layout))) {
            String links = GitConfig.read(layout.commonDir()).get("core.symlinks");
            new TrackedFiles(root, listing, !"false".equalsIgnoreCase(links))
                    .add(GitIndex.read(layout, folder).entries());
        }
        Listing known = listing.build();
        if (!extras.contains(Extra.UNTRACKED)) {
            return known;
        }
        Set<String> tracked = new HashSet<>();
        Listing.Builder both = new Listing.Builder(root.toString());
        for (SourceFile file : known.files()) {
            tracked.add(file.path());
            String broken = known.broken().get(file.path());
            if (broken == null) {
                both.add(file);
            } else {
                both.addBroken(file.path(), broken);
            }
        }
        known.notes().forEach(note -> both.note(note.path(), note.reason()));
        FolderFiles.add(root, both, new IgnoreRules(layout, workTree, folder, tracked));
        return both.build();
    }

    private static String nothing(GitLayout layout, String folder, Path root, boolean untracked, Listing done) {
        if (!done.notes().isEmpty()) {
            return root + ": no tracked file is on disk (sparse checkout): scan it with --rev HEAD";
        }
        if (!folder.isEmpty()) {
            return root + ": git tracks no file in this folder: "
                    + (untracked ? "give another folder" : "add --untracked, or give another folder");
        }
        return layout.headCommit() == null
                ? root + ": empty repository, no commit and nothing in the index: add files, or use --untracked"
                : root + ": nothing is checked out here: run git checkout, or scan it with --rev HEAD";
    }

    private void add(List<GitIndex.Entry> entries) throws SourceException {
        for (GitIndex.Entry entry : entries) {
            String path = entry.path();
            if (path.equals(last)) {
                continue;
            }
            last = path;
            if (entry.stage() != 0) {
                listing.note(path, "unmerged: read as it lies on disk, with conflict markers");
            }
            if (entry.skipped() && !onDisk(path)) {
                skipped++;
                continue;
            }
            switch (entry.mode() & TYPE) {
                case 0100000 -> {
                    if (entry.utf8()) {
                        listing.add(new SourceFile(path, Kind.FILE, -1, null));
                    } else {
                        listing.addBroken(path, PathText.NO_UTF8);
                    }
                }
                case 0120000 -> listing.add(new SourceFile(path, linkOrFile(entry), -1, null));
                case 0160000 -> listing.add(new SourceFile(path, Kind.SUBMODULE, -1, null));
                case 0040000 -> skipped++;
                default ->
                    listing.addBroken(
                            path, "its mode " + Integer.toOctalString(entry.mode()) + " is none that git knows");
            }
        }
        if (skipped > 0) {
            listing.note("", skipped + " tracked files or folders are not checked out (sparse checkout)");
        }
    }

    /** A file that took the place of a link is one; without links on a system, git writes them as files that name a path. */
    private Kind linkOrFile(GitIndex.Entry entry) {
        return links
                        && entry.utf8()
                        && onDisk(entry.path())
                        && Files.isRegularFile(place(entry.path()), LinkOption.NOFOLLOW_LINKS)
                ? Kind.FILE
                : Kind.SYMLINK;
    }

    private Path place(String path) {
        return Path.of(root + File.separator + path);
    }

    private boolean onDisk(String path) {
        if (path.startsWith("/") || ("/" + path + "/").contains("/../")) {
            return false;
        }
        try {
            return Files.exists(place(path), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
