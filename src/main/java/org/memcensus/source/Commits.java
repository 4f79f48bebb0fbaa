package org.memcensus.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceKind;

/** Opens commits of repositories on disk. */
final class Commits {
    private Commits() {}

    /**
     * What to read of a repository, and what to call it.
     *
     * @param label the repository in messages
     * @param name the repository in reports
     * @param url its address in reports
     * @param revision revision to read; null for HEAD
     * @param asked revision that the user asked for, for reports
     * @param folder the part to read, "" for all
     */
    record Wanted(
            String label,
            String name,
            @Nullable String url,
            @Nullable String revision,
            @Nullable String asked,
            String folder) {}

    /**
     * Opens a commit.
     *
     * @param onClose runs when the snapshot is closed, and when it cannot be opened
     * @throws SourceException if the repository, the revision or the folder in it cannot be read
     */
    static Snapshot open(GitLayout layout, Wanted wanted, Runnable onClose) throws SourceException {
        return opened(layout, wanted, onClose, Commits::open);
    }

    /**
     * Makes something of an open repository.
     *
     * @param <T> what is made
     */
    @FunctionalInterface
    interface Making<T> {
        /**
         * Makes it.
         *
         * @param onClose gives back the repository, and runs when what was made is closed
         */
        T of(Repository repository, GitObjects objects, Wanted wanted, Runnable onClose)
                throws SourceException, IOException;
    }

    /**
     * Opens a repository for something that is made of it.
     *
     * @param onClose runs when that is closed, and when it cannot be made
     * @throws SourceException if the repository, or what is wanted of it, cannot be read
     */
    static <T> T opened(GitLayout layout, Wanted wanted, Runnable onClose, Making<T> making) throws SourceException {
        Repository repository = null;
        boolean done = false;
        try {
            Repository made = repository(layout, wanted.label());
            repository = made;
            GitObjects objects =
                    new GitObjects(made, new File(layout.commonDir().toFile(), "objects"));
            T result = making.of(made, objects, wanted, () -> {
                made.close();
                onClose.run();
            });
            done = true;
            return result;
        } catch (IOException | RuntimeException e) {
            throw new SourceException(wanted.label() + ": the repository cannot be read: " + advice(e), e);
        } finally {
            if (!done) {
                if (repository != null) {
                    repository.close();
                }
                onClose.run();
            }
        }
    }

    /** JGit looks for names of branches and tags as names of files. */
    static String advice(Exception failure) {
        boolean unnamed = failure instanceof InvalidPathException || failure.getCause() instanceof InvalidPathException;
        return unnamed ? "a name cannot be written in the locale: run with LC_ALL=C.UTF-8" : "see git fsck";
    }

    /** A repository as JGit sees it, shut in. */
    static Repository repository(GitLayout layout, String label) throws SourceException {
        ShutInSystem.install();
        String format = GitConfig.read(layout.commonDir()).get("extensions.objectformat");
        if (format != null && !format.equalsIgnoreCase("sha1")) {
            throw new SourceException(label + ": its objects have " + Reasons.oneLine(format)
                    + " ids, which cannot be read yet: scan a working tree of it without --rev");
        }
        try {
            FileRepositoryBuilder builder = new FileRepositoryBuilder();
            builder.setFS(ShutInSystem.fileSystem());
            builder.setGitDir(layout.gitDir().toFile());
            builder.setGitCommonDir(layout.commonDir().toFile());
            builder.setBare();
            ObjectFolder.refusePipes(layout.commonDir().resolve("objects"));
            return new FileRepository(builder.setup());
        } catch (IOException | IllegalArgumentException e) {
            throw new SourceException(label + ": not a repository that can be read: see git fsck", e);
        }
    }

    private static Snapshot open(Repository repository, GitObjects objects, Wanted wanted, Runnable onClose)
            throws SourceException, IOException {
        String revision = wanted.revision() == null ? Constants.HEAD : wanted.revision();
        String commit = null;
        ObjectId tree;
        try (RevWalk walk = new RevWalk(repository)) {
            RevObject object = walk.peel(walk.parseAny(resolve(repository, revision, wanted)));
            if (object instanceof RevCommit found) {
                commit = found.name();
                tree = found.getTree();
            } else if (object instanceof RevTree found) {
                tree = found;
            } else {
                throw new SourceException("revision '" + revision + "' of " + wanted.label()
                        + " is a file: give a commit, a branch or a tag");
            }
            tree = folder(repository, tree, wanted, revision);
        }
        Listing found = files(objects, tree, wanted);
        if (found.files().isEmpty()) {
            throw new SourceException(wanted.label() + ": revision '" + revision + "' has no files: give another one");
        }
        String broken = found.broken().get("");
        if (broken != null) {
            throw new SourceException(wanted.label() + ": " + broken);
        }
        RepositoryInfo info = new RepositoryInfo(
                wanted.name(), wanted.url(), wanted.asked(), commit, SourceKind.OBJECTS, wanted.folder());
        return new CommitSnapshot(info, repository, objects, found, onClose);
    }

    /** The files of a tree. */
    static Listing files(GitObjects objects, ObjectId tree, Wanted wanted) throws SourceException {
        Listing.Builder listing = new Listing.Builder(wanted.label());
        try (ObjectBytes bytes = new ObjectBytes(objects)) {
            new CommitFiles(bytes, listing).add(tree);
        }
        return listing.build();
    }

    /** The object that a revision names. */
    static ObjectId resolve(Repository repository, String revision, Wanted wanted) throws SourceException, IOException {
        ObjectId id;
        try {
            id = repository.resolve(revision);
        } catch (AmbiguousObjectException e) {
            throw new SourceException(
                    "revision '" + revision + "' is ambiguous in " + wanted.label() + ": give more digits", e);
        } catch (RevisionSyntaxException | IncorrectObjectTypeException e) {
            throw new SourceException(
                    "'" + revision + "' is no revision of " + wanted.label() + ": give a commit, a branch or a tag", e);
        }
        if (id == null) {
            throw new SourceException(missing(repository, revision, wanted));
        }
        if (!repository.getObjectDatabase().has(id)) {
            throw new SourceException("revision '" + revision + "' is not in " + wanted.label()
                    + ": fetch it first (a shallow or damaged clone lacks it)");
        }
        return id;
    }

    private static String missing(Repository repository, String revision, Wanted wanted) throws IOException {
        if (!revision.equals(Constants.HEAD)) {
            return "revision '" + revision + "' is not in " + wanted.label() + ": see git branch -a, or fetch it first";
        }
        return repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS).isEmpty()
                ? wanted.label() + ": empty repository, HEAD has no commit yet: commit something first"
                : wanted.label() + ": HEAD leads to no branch, so it names no commit: give --rev";
    }

    /** The tree of the folder that is wanted, which must be there. */
    static ObjectId folder(Repository repository, ObjectId tree, Wanted wanted, String revision)
            throws SourceException, IOException {
        ObjectId found = find(repository, tree, wanted.folder());
        if (found == null) {
            throw new SourceException("revision '" + revision + "' of " + wanted.label() + " has no folder "
                    + wanted.folder() + ": give another folder or revision");
        }
        return found;
    }

    /** The tree of a folder; the whole for "", null where there is no such folder. */
    static @Nullable ObjectId find(Repository repository, ObjectId tree, String folder) throws IOException {
        if (folder.isEmpty()) {
            return tree;
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, folder, tree)) {
            return walk == null || !walk.isSubtree() ? null : walk.getObjectId(0);
        }
    }
}
