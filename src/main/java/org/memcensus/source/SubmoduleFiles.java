package org.memcensus.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Extra;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.SourceFile.Kind;

/** Puts the tracked files of checked out submodules, and of theirs, into the listing of a working tree. */
final class SubmoduleFiles {
    /** Deeper than any known nesting; a tree made to nest without end stops here. */
    private static final int DEEPEST = 20;

    private final GitLayout top;
    private final Path root;
    private final Set<Extra> extras;
    private final Listing.Builder listing;

    private SubmoduleFiles(GitLayout top, Path root, Set<Extra> extras, Listing.Builder listing) {
        this.top = top;
        this.root = root;
        this.extras = extras;
        this.listing = listing;
    }

    /**
     * A listing with the files of its submodules in their place. A submodule that cannot be entered stays, with a note.
     *
     * @param top the repository that the listing is of
     * @param root the folder on disk that the listing is of
     * @throws SourceException if there are too many files
     */
    static Listing enter(Listing listing, GitLayout top, Path root, Set<Extra> extras) throws SourceException {
        SubmoduleFiles files = new SubmoduleFiles(top, root, extras, new Listing.Builder(root.toString()));
        files.add(listing, "", 0);
        return files.listing.build();
    }

    private void add(Listing from, String prefix, int depth) throws SourceException {
        from.notes().forEach(note -> listing.note(under(prefix, note.path()), note.reason()));
        for (SourceFile file : from.files()) {
            String path = under(prefix, file.path());
            String broken = from.broken().get(file.path());
            if (broken != null) {
                listing.addBroken(path, broken);
            } else if (file.kind() != Kind.SUBMODULE) {
                listing.add(new SourceFile(path, file.kind(), file.size(), null));
            } else if (!enter(path, depth)) {
                listing.add(new SourceFile(path, Kind.SUBMODULE, -1, null));
            }
        }
    }

    private boolean enter(String path, int depth) throws SourceException {
        Path folder = folder(path);
        GitLayout layout = folder == null ? null : GitLayout.ofWorkTree(folder);
        if (folder == null || layout == null || depth == DEEPEST) {
            listing.note(path, "a submodule that is not checked out: run git submodule update --init --recursive");
            return false;
        }
        if (!isOwn(layout, folder)) {
            listing.note(path, "a submodule whose git folder lies outside of the repository: not entered");
            return false;
        }
        Listing inside;
        try {
            inside = TrackedFiles.found(layout, folder, "", folder, extras);
        } catch (IOException e) {
            listing.note(path, "a submodule that cannot be listed: " + Reasons.of(e));
            return false;
        }
        listing.enter(path);
        add(inside, path, depth + 1);
        return true;
    }

    /** The folder of a submodule; null where it is none, or where a link or an odd name leads to it. */
    private @Nullable Path folder(String path) {
        Path folder = root;
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..") || name.equalsIgnoreCase(".git")) {
                return null;
            }
            try {
                folder = Path.of(folder + File.separator + name);
            } catch (InvalidPathException e) {
                return null;
            }
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return null;
            }
        }
        return folder;
    }

    /** Git keeps a submodule's own folder in that of the repository around it, or in the submodule. */
    private boolean isOwn(GitLayout layout, Path folder) {
        try {
            Path git = layout.gitDir().toRealPath();
            return git.startsWith(top.commonDir().toRealPath().resolve("modules"))
                    || git.startsWith(top.gitDir().toRealPath().resolve("modules"))
                    || git.equals(folder.toRealPath().resolve(".git"));
        } catch (IOException e) {
            return false;
        }
    }

    private static String under(String prefix, String path) {
        return prefix.isEmpty() ? path : path.isEmpty() ? prefix : prefix + '/' + path;
    }
}
