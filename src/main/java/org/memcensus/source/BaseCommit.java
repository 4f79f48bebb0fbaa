package org.memcensus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceKind;

/** Opens the state that another one is compared with: where its history left that of a base branch. */
final class BaseCommit {
    /** The way out of a shallow clone. */
    static final String FETCH =
            ": fetch the whole history (GitHub Actions: fetch-depth: 0; GitLab CI: GIT_DEPTH: 0; git fetch --unshallow)";

    private final String label;
    private final String base;
    private final boolean shallow;

    private BaseCommit(String label, String base, boolean shallow) {
        this.label = label;
        this.base = base;
        this.shallow = shallow;
    }

    /**
     * Opens the commit from which the requested state and the base both come; a base that is a tree is taken as it is.
     *
     * @param request the state that is judged, on this machine
     * @param base any revision that git knows
     * @throws SourceException if the base or the common commit is not there
     */
    static Snapshot open(SourceRequest request, String base) throws SourceException {
        Path root;
        try {
            root = Path.of(request.target()).toRealPath();
        } catch (IOException | InvalidPathException e) {
            throw new SourceException(
                    request.target() + ": no folder on this machine: a gate compares states of a clone: clone it first",
                    e);
        }
        GitLayout layout = Files.isDirectory(root) ? GitLayout.find(root) : null;
        if (layout == null) {
            throw new SourceException(
                    request.target() + ": no git repository on this machine: give a clone, or use --baseline FILE");
        }
        boolean shallow = Files.exists(layout.commonDir().resolve("shallow"));
        String head = request.revision() == null ? Constants.HEAD : request.revision();
        Path workTree = layout.workTree();
        String folder =
                workTree == null ? "" : workTree.relativize(root).toString().replace('\\', '/');
        return new BaseCommit(request.target(), base, shallow).open(layout, head, folder);
    }

    private Snapshot open(GitLayout layout, String head, String folder) throws SourceException {
        String revision;
        boolean empty;
        try (Repository repository = Commits.repository(layout, label);
                RevWalk walk = new RevWalk(repository)) {
            RevObject found = walk.peel(walk.parseAny(resolve(repository, base)));
            if (found instanceof RevCommit commit) {
                RevCommit common = common(walk, commit, walk.parseCommit(resolve(repository, head)));
                revision = common.name();
                empty = isEmpty(repository, common.getTree(), folder);
            } else if (found instanceof RevTree tree) {
                revision = tree.name();
                empty = isEmpty(repository, tree, folder);
            } else {
                throw new SourceException(
                        "base '" + base + "' of " + label + " is a file: give a commit, a branch or a tag");
            }
        } catch (IOException | RuntimeException e) {
            throw new SourceException(
                    label + ": the history between base '" + base + "' and " + head + " cannot be read"
                            + (shallow ? " (a shallow clone)" + FETCH : ": " + Commits.advice(e)),
                    e);
        }
        if (empty) {
            return new EmptySnapshot(new RepositoryInfo(label, null, base, revision, SourceKind.OBJECTS, folder));
        }
        return Commits.open(layout, new Commits.Wanted(label, label, null, revision, base, folder), () -> {});
    }

    private ObjectId resolve(Repository repository, String revision) throws SourceException, IOException {
        ObjectId id = null;
        if (!revision.isBlank()) {
            try {
                id = repository.resolve(revision);
            } catch (RevisionSyntaxException e) {
                throw new SourceException(
                        "'" + revision + "' is no revision of " + label + ": give a commit, a branch or a tag", e);
            }
        }
        if (id == null || !repository.getObjectDatabase().has(id)) {
            throw new SourceException((revision.equals(base) ? "base '" : "revision '") + revision + "' is not in "
                    + label + (shallow ? ", a shallow clone" : "") + FETCH);
        }
        return id;
    }

    private RevCommit common(RevWalk walk, RevCommit one, RevCommit other) throws SourceException, IOException {
        walk.setRevFilter(RevFilter.MERGE_BASE);
        walk.markStart(one);
        walk.markStart(other);
        List<RevCommit> found = new ArrayList<>();
        for (RevCommit next = walk.next(); next != null; next = walk.next()) {
            found.add(next);
        }
        if (found.isEmpty()) {
            throw new SourceException(label + ": base '" + base + "' and the judged state have no common commit"
                    + (shallow ? " in this shallow clone" : "") + FETCH);
        }
        // Criss-cross merges have several: the newest, and among equals always the same one.
        found.sort(Comparator.comparingInt(RevCommit::getCommitTime).reversed().thenComparing(RevCommit::name));
        return found.get(0);
    }

    private static boolean isEmpty(Repository repository, RevTree tree, String folder) throws IOException {
        if (folder.isEmpty()) {
            try (TreeWalk walk = new TreeWalk(repository)) {
                walk.addTree(tree);
                return !walk.next();
            }
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, folder, tree)) {
            return walk == null || !walk.isSubtree();
        }
    }
}
