package org.memcensus.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/**
 * Walks the commits that led to a commit, the newest first, in the order of JGit's own walk. That one keeps every commit it
 * has met and reads each by itself; this one reads them from the pack as they lie there. For one thread.
 */
final class CommitWalk implements AutoCloseable {
    private static final long LARGEST_COMMIT = 8L << 20;
    private static final int ID_LETTERS = 2 * Constants.OBJECT_ID_LENGTH;

    private static final byte[] PARENT = Constants.encodeASCII("parent ");

    private final ObjectBytes objects;
    private final Set<ObjectId> cuts;
    private final boolean firstParents;

    /** The trees of all commits that were met. */
    private final Map<ObjectId, ObjectId> trees = new HashMap<>();

    /** The newest comes first; among equals, the one that was met first. */
    private final PriorityQueue<Met> pending =
            new PriorityQueue<>(Comparator.comparingLong(Met::time).reversed().thenComparingInt(Met::number));

    /**
     * A commit on the way.
     *
     * @param id its id
     * @param time when it was committed, in seconds since 1970
     * @param tree its tree
     * @param parents what it builds on; none where a shallow clone is cut off
     * @param message its message, whole
     * @param cut whether a shallow clone is cut off here
     * @param number how many were met before it
     */
    record Met(
            ObjectId id, long time, ObjectId tree, List<ObjectId> parents, String message, boolean cut, int number) {}

    /**
     * A walk from a commit.
     *
     * @param cuts commits at which a shallow clone is cut off
     * @param firstParents whether only the first of the commits that a merge builds on is walked
     * @throws IOException if the commit is missing or damaged
     */
    CommitWalk(GitObjects objects, ObjectId tip, List<ObjectId> cuts, boolean firstParents) throws IOException {
        this.objects = new ObjectBytes(objects);
        this.cuts = Set.copyOf(cuts);
        this.firstParents = firstParents;
        try {
            add(tip);
        } catch (IOException | RuntimeException e) {
            this.objects.close();
            throw e;
        }
    }

    /** When the commit that comes next was committed, in seconds since 1970; 0 at the end. */
    long time() {
        Met next = pending.peek();
        return next == null ? 0 : next.time();
    }

    /**
     * The next commit; null at the end.
     *
     * @throws IOException if one that it builds on is missing or damaged
     */
    @Nullable
    Met next() throws IOException {
        Met met = pending.poll();
        if (met != null) {
            List<ObjectId> parents = met.parents();
            for (ObjectId parent : firstParents && parents.size() > 1 ? parents.subList(0, 1) : parents) {
                add(parent);
            }
        }
        return met;
    }

    /** The tree of what a commit builds on first; null for a merge, and for none. Known once the walk has given the commit. */
    @Nullable
    ObjectId before(Met commit) {
        return commit.parents().size() == 1 ? trees.get(commit.parents().get(0)) : null;
    }

    private void add(ObjectId id) throws IOException {
        if (trees.containsKey(id)) {
            return;
        }
        Met met = read(id);
        trees.put(id, met.tree());
        pending.add(met);
    }

    private Met read(ObjectId id) throws IOException {
        GrowingBuffer buffer = objects.read(id, Constants.OBJ_COMMIT, LARGEST_COMMIT);
        byte[] raw = Arrays.copyOf(buffer.bytes, buffer.length);
        int at = "tree ".length();
        ObjectId tree = id(raw, at);
        at += ID_LETTERS + 1;
        List<ObjectId> parents = new ArrayList<>(2);
        while (RawParseUtils.match(raw, at, PARENT) > 0) {
            parents.add(id(raw, at + PARENT.length));
            at += PARENT.length + ID_LETTERS + 1;
        }
        boolean cut = cuts.contains(id);
        return new Met(id, time(raw, at), tree, cut ? List.of() : parents, message(raw), cut, trees.size());
    }

    private static ObjectId id(byte[] raw, int at) throws IOException {
        if (at + ID_LETTERS >= raw.length) {
            throw new IOException("damaged commit");
        }
        return ObjectId.fromString(raw, at);
    }

    private static long time(byte[] raw, int from) {
        int committer = RawParseUtils.committer(raw, from);
        return committer < 0 ? 0 : RawParseUtils.parseBase10(raw, RawParseUtils.nextLF(raw, committer, '>'), null);
    }

    private static String message(byte[] raw) {
        int start = RawParseUtils.commitMessage(raw, 0);
        if (start < 0) {
            return "";
        }
        for (int i = start; i < raw.length; i++) {
            if (raw[i] < 0) {
                return RawParseUtils.decode(charset(raw), raw, start, raw.length);
            }
        }
        return new String(raw, start, raw.length - start, StandardCharsets.ISO_8859_1);
    }

    private static Charset charset(byte[] raw) {
        try {
            return RawParseUtils.parseEncoding(raw);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public void close() {
        objects.close();
    }
}
