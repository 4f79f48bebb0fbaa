package org.memcensus.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Extra;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceKind;

/** Opens whatever a user can point to. */
public final class Sources {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");
    private static final String GIVE = "give a working tree, a folder, a bare repository, a bundle or a URL";

    private Sources() {}

    /**
     * Opens a target. Runs no program, hook or filter, whatever the repository's configuration asks for.
     *
     * @param progress hears how far a clone is, in lines such as {@code cloning https://example.org/a.git 45 %}
     * @throws SourceException if there is nothing to read; the message is one line: what is wrong, where, what to do
     */
    public static Snapshot open(SourceRequest request, Consumer<String> progress) throws SourceException {
        return open(request, new Snapshots(request, progress));
    }

    /**
     * Opens the line of commits that led to a commit, with the files of each. What lies elsewhere is cloned with its history.
     *
     * @param request the repository, and the commit that ends the line; HEAD where it names none
     * @param progress hears how far a clone is
     * @throws SourceException if there is no such history; the message is one line: what is wrong, where, what to do
     */
    public static Mainline openLine(SourceRequest request, Consumer<String> progress) throws SourceException {
        return open(request, new Mainlines(request, progress));
    }

    private static <T> T open(SourceRequest request, Opening<T> opening) throws SourceException {
        String target = request.target();
        if (SCHEME.matcher(target).matches()) {
            return openUrl(request, opening);
        }
        Path path;
        try {
            path = Path.of(target);
        } catch (InvalidPathException e) {
            throw new SourceException("'" + Reasons.oneLine(target) + "' is no path: " + GIVE, e);
        }
        if (!Files.exists(path)) {
            RemoteAddress address = RemoteAddress.parse(target);
            if (address != null) {
                return opening.remote(address);
            }
            throw new SourceException(target + ": no such file or folder: " + GIVE);
        }
        return openPath(path, request, false, opening);
    }

    /**
     * Opens the state that another one is compared with: the commit in which the history of a base branch and that of the
     * judged state part. Where the folder of the request did not exist then, it has no files.
     *
     * @param request the judged state, on this machine; its revision, or HEAD for a working tree, says where it comes from
     * @param base any revision that git knows
     * @throws SourceException if the base or the common commit is not there; the message says how to get it
     */
    public static Snapshot openBase(SourceRequest request, String base) throws SourceException {
        return BaseCommit.open(request, base);
    }

    private static <T> T openUrl(SourceRequest request, Opening<T> opening) throws SourceException {
        RemoteAddress address = RemoteAddress.parse(request.target());
        if (address == null) {
            String scheme = request.target().substring(0, request.target().indexOf("://"));
            throw new SourceException(scheme + ":// addresses cannot be read: give https, ssh, git or file");
        }
        if (address.shown() != null) {
            return opening.remote(address);
        }
        Path path = pathOf(address.full());
        if (path == null || !Files.exists(path)) {
            throw new SourceException(address.full() + ": no such repository on this machine: " + GIVE);
        }
        return openPath(path, request, true, opening);
    }

    /** The path of a file URL; null where it names none that this system could have. */
    private static @Nullable Path pathOf(String url) {
        try {
            return Path.of(URI.create(url));
        } catch (IllegalArgumentException e) {
            // Not escaped as a URI must be, yet git takes it.
            String text = url.substring("file://".length());
            try {
                return text.isEmpty() ? null : Path.of(text);
            } catch (InvalidPathException invalid) {
                return null;
            }
        }
    }

    private static <T> T openPath(Path path, SourceRequest request, boolean objects, Opening<T> opening)
            throws SourceException {
        String label = request.target();
        if (!Files.isDirectory(path)) {
            if (isBundle(path)) {
                return opening.bundle(path);
            }
            throw new SourceException(label + ": neither a folder nor a git bundle: " + GIVE);
        }
        Path root;
        try {
            root = path.toRealPath();
        } catch (IOException e) {
            throw new SourceException(label + ": " + Reasons.of(e) + ": " + GIVE, e);
        }
        GitLayout layout = GitLayout.find(root);
        if (layout == null) {
            return opening.folder(label, root, request.revision() != null || objects);
        }
        String url = url(layout);
        Path workTree = layout.workTree();
        String folder =
                workTree == null ? "" : workTree.relativize(root).toString().replace('\\', '/');
        String name = name(layout, url);
        return opening.repository(
                layout,
                new Commits.Wanted(label, name, url, request.revision(), request.revision(), folder),
                root,
                objects);
    }

    /** Opens targets as their files at one time. */
    private record Snapshots(SourceRequest request, Consumer<String> progress) implements Opening<Snapshot> {
        @Override
        public Snapshot remote(RemoteAddress address) throws SourceException {
            refuse(Extra.SUBMODULES, Extra.LFS);
            return Clone.remote(address, request.revision(), Clone.Extent.COMMIT, progress, Commits::open);
        }

        @Override
        public Snapshot bundle(Path file) throws SourceException {
            refuse(Extra.SUBMODULES, Extra.LFS);
            return Clone.bundle(file, request.revision(), progress, Commits::open);
        }

        /** Refuses what can only be had where somebody has fetched it. */
        private void refuse(Extra... extras) throws SourceException {
            for (Extra extra : extras) {
                if (request.wants(extra)) {
                    throw new SourceException(request.target() + ": "
                            + (extra == Extra.LFS
                                    ? "--lfs reads what git lfs has fetched: clone it, run git lfs fetch, scan the clone"
                                    : "--submodules reads what is checked out: run git clone --recurse-submodules, scan"
                                            + " the clone"));
                }
            }
        }

        @Override
        public Snapshot folder(String label, Path root, boolean objects) throws SourceException {
            if (objects) {
                throw new SourceException(label + ": no git repository, so it has no revision: " + GIVE);
            }
            return openFolder(label, root);
        }

        @Override
        public Snapshot repository(GitLayout layout, Commits.Wanted wanted, Path root, boolean objects)
                throws SourceException {
            Path workTree = layout.workTree();
            if (workTree == null || request.revision() != null || objects) {
                refuse(Extra.SUBMODULES);
                return fetched(layout, Commits.open(layout, wanted, () -> {}));
            }
            Listing listing = TrackedFiles.list(layout, workTree, wanted.folder(), root, request.extras());
            RepositoryInfo info = new RepositoryInfo(
                    wanted.name(), wanted.url(), null, layout.headCommit(), SourceKind.WORKTREE, wanted.folder());
            return fetched(layout, new DiskSnapshot(info, root, listing, layout));
        }

        private Snapshot fetched(GitLayout layout, Snapshot snapshot) {
            return request.wants(Extra.LFS) ? LfsSnapshot.of(snapshot, layout) : snapshot;
        }
    }

    /** Opens targets as the line of commits that led to one. */
    private record Mainlines(SourceRequest request, Consumer<String> progress) implements Opening<Mainline> {
        @Override
        public Mainline remote(RemoteAddress address) throws SourceException {
            return Clone.remote(address, request.revision(), Clone.Extent.HISTORY, progress, Mainline::open);
        }

        @Override
        public Mainline bundle(Path file) throws SourceException {
            return Clone.bundle(file, request.revision(), progress, Mainline::open);
        }

        @Override
        public Mainline folder(String label, Path root, boolean objects) throws SourceException {
            throw new SourceException(label + ": no git repository, so it has no history: give a clone or a URL");
        }

        @Override
        public Mainline repository(GitLayout layout, Commits.Wanted wanted, Path root, boolean objects)
                throws SourceException {
            return Mainline.open(layout, wanted, () -> {});
        }
    }

    private static Snapshot openFolder(String label, Path root) throws SourceException {
        Listing.Builder listing = new Listing.Builder(label);
        try {
            FolderFiles.add(root, listing, null);
        } catch (IOException e) {
            throw new SourceException(label + ": " + Reasons.of(e) + ": " + GIVE, e);
        }
        if (listing.isEmpty()) {
            throw new SourceException(label + ": the folder is empty, nothing to scan: " + GIVE);
        }
        RepositoryInfo info =
                new RepositoryInfo(RemoteAddress.name(root.toString()), null, null, null, SourceKind.FOLDER, "");
        return new DiskSnapshot(info, root, listing.build(), null);
    }

    private static @Nullable String url(GitLayout layout) {
        String configured = GitConfig.read(layout.commonDir()).get("remote.origin.url");
        RemoteAddress address = configured == null ? null : RemoteAddress.parse(configured);
        return address == null ? null : address.shown();
    }

    private static String name(GitLayout layout, @Nullable String url) {
        if (url != null) {
            return RemoteAddress.name(url);
        }
        Path tree = layout.workTree();
        return RemoteAddress.name((tree == null ? layout.gitDir() : tree).toString());
    }

    private static boolean isBundle(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(16), StandardCharsets.US_ASCII);
            return start.startsWith("# v2 git bundle") || start.startsWith("# v3 git bundle");
        } catch (IOException e) {
            return false;
        }
    }
}
