package org.memcensus.source;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceKind;

/**
 * The line of commits that led to a commit, of a merge the first one only: what a branch was, one state after the other. The
 * files of each can be opened while the line is.
 */
public final class Mainline implements AutoCloseable {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?");

    private final Repository repository;
    private final GitObjects objects;
    private final Commits.Wanted wanted;
    private final Runnable onClose;
    private final List<Commit> line;
    private final boolean cut;

    /**
     * A commit of the line.
     *
     * @param id its id
     * @param time when it was committed, in seconds since 1970
     */
    public record Commit(String id, long time) {}

    private Mainline(
            Repository repository,
            GitObjects objects,
            Commits.Wanted wanted,
            Runnable onClose,
            List<Commit> line,
            boolean cut) {
        this.repository = repository;
        this.objects = objects;
        this.wanted = wanted;
        this.onClose = onClose;
        this.line = line;
        this.cut = cut;
    }

    /**
     * Opens the line that ends with a revision.
     *
     * @param onClose runs when the line is closed, and when it cannot be opened
     * @throws SourceException if the repository, the revision or its history cannot be read
     */
    static Mainline open(GitLayout layout, Commits.Wanted wanted, Runnable onClose) throws SourceException {
        return Commits.opened(layout, wanted, onClose, Mainline::open);
    }

    private static Mainline open(Repository repository, GitObjects objects, Commits.Wanted wanted, Runnable onClose)
            throws SourceException, IOException {
        String revision = wanted.revision() == null ? Constants.HEAD : wanted.revision();
        ObjectId tip;
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = commit(walk, Commits.resolve(repository, revision, wanted), revision, wanted);
            tip = commit.copy();
            Commits.folder(repository, commit.getTree(), wanted, revision);
        }
        List<ObjectId> cuts = List.copyOf(repository.getObjectDatabase().getShallowCommits());
        List<Commit> line = new ArrayList<>();
        boolean cut = false;
        try (CommitWalk walk = new CommitWalk(objects, tip, cuts, true)) {
            CommitWalk.Met met;
            while ((met = walk.next()) != null) {
                line.add(new Commit(met.id().name(), met.time()));
                cut |= met.cut();
            }
        }
        Collections.reverse(line);
        return new Mainline(repository, objects, wanted, onClose, line, cut);
    }

    private static RevCommit commit(RevWalk walk, ObjectId id, String revision, Commits.Wanted wanted)
            throws SourceException, IOException {
        RevObject object = walk.peel(walk.parseAny(id));
        if (object instanceof RevCommit commit) {
            return commit;
        }
        throw new SourceException("revision '" + revision + "' of " + wanted.label()
                + " is no commit, so it has no history: give a commit, a branch or a tag");
    }

    /** What was opened; its commit is the last of the line. */
    public RepositoryInfo repository() {
        return info(line.get(line.size() - 1), wanted.asked());
    }

    private RepositoryInfo info(Commit commit, @Nullable String asked) {
        return new RepositoryInfo(wanted.name(), wanted.url(), asked, commit.id(), SourceKind.OBJECTS, wanted.folder());
    }

    /**
     * The commits of the line whose dates are in its order, oldest first, and the last of the line in any case. Clocks are
     * wrong at times: of dates that contradict each other the fewest are passed over.
     *
     * @param since where to begin: a date ({@code 2020}, {@code 2020-06} or {@code 2020-06-01}, in UTC) or a revision, of
     *     which the date counts where it is not on the line; null for the first commit
     * @throws SourceException if the history there is cut off, or there is no such date, revision or commit
     */
    public List<Commit> since(@Nullable String since) throws SourceException {
        if (since == null) {
            refuseCut(Long.MIN_VALUE);
            return inOrder(line);
        }
        Commit first = first(since);
        int place = line.indexOf(first);
        List<Commit> later = line.subList(Math.max(0, place), line.size());
        if (place < 0) {
            refuseCut(first.time());
        }
        List<Commit> span = new ArrayList<>(
                later.stream().filter(commit -> commit.time() >= first.time()).toList());
        Commit last = line.get(line.size() - 1);
        if (span.isEmpty()) {
            throw new SourceException("--since " + since + ": " + wanted.label() + " has no commit since then: the last"
                    + " is of " + date(last.time()) + ": give an earlier one");
        }
        if (!span.get(span.size() - 1).equals(last)) {
            span.add(last);
        }
        return inOrder(span);
    }

    /** What the history begins with; its id is empty where that is a date. */
    private Commit first(String since) throws SourceException {
        Matcher date = DATE.matcher(since);
        if (date.matches()) {
            try {
                return new Commit(
                        "",
                        LocalDate.of(number(date.group(1), 0), number(date.group(2), 1), number(date.group(3), 1))
                                .atStartOfDay()
                                .toEpochSecond(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                throw new SourceException(
                        "--since " + since + ": there is no such day: give one such as 2020-06-01", e);
            }
        }
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = commit(walk, Commits.resolve(repository, since, wanted), since, wanted);
            return new Commit(commit.name(), commit.getCommitTime());
        } catch (IOException e) {
            throw new SourceException(wanted.label() + ": revision '" + since + "' is damaged: see git fsck", e);
        }
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static LocalDate date(long seconds) {
        return LocalDate.ofEpochDay(Math.floorDiv(seconds, 24L * 60 * 60));
    }

    /** A shallow clone holds what came after its end, and may do for it. */
    private void refuseCut(long since) throws SourceException {
        if (cut && line.get(0).time() >= since) {
            throw new SourceException(wanted.label() + ": a shallow clone, whose history begins with "
                    + date(line.get(0).time()) + BaseCommit.FETCH);
        }
    }

    /** The longest run of commits whose dates never go back, and the last commit. */
    private static List<Commit> inOrder(List<Commit> line) {
        int[] before = new int[line.size()];
        int[] ends = new int[line.size()]; // of all runs of a length, the commit that ends earliest
        int length = 0;
        for (int i = 0; i < before.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (line.get(ends[middle]).time() <= line.get(i).time()) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        int last = before.length - 1;
        List<Commit> run = new ArrayList<>();
        if (ends[length - 1] != last) {
            run.add(line.get(last));
        }
        for (int at = ends[length - 1]; at >= 0; at = before[at]) {
            run.add(line.get(at));
        }
        Collections.reverse(run);
        return run;
    }

    /**
     * The files of a commit of the line; none where the folder was not there yet. What cannot be read is an entry that cannot
     * be read. It holds nothing open by itself, and is of use while the line is open.
     *
     * @throws SourceException if the commit is damaged, or has too many files
     */
    public Snapshot at(Commit commit) throws SourceException {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId tree = walk.parseCommit(ObjectId.fromString(commit.id())).getTree();
            ObjectId root = Commits.find(repository, tree, wanted.folder());
            RepositoryInfo info = info(commit, null);
            return root == null
                    ? new EmptySnapshot(info)
                    : new CommitSnapshot(info, repository, objects, Commits.files(objects, root, wanted), () -> {});
        } catch (IOException | RuntimeException e) {
            throw new SourceException(wanted.label() + ": commit " + commit.id() + " is damaged: see git fsck", e);
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}
