package org.memcensus.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the trees of two commits: files changed, and files and folders that moved without a change. Trees
 * alone are read. Two trees are compared entry by entry, and a folder whose id is the same is never opened. For one thread.
 */
final class TreeChanges implements AutoCloseable {
    /** A commit that touches more than this brings in or throws out a library; the rest of it tells nothing. */
    private static final int MOST_PATHS = 5000;

    private static final int DEEPEST = 200;
    private static final long LARGEST_TREE = 8L << 20;

    /** The trees of one commit are the ones before the next: a few are enough. */
    private static final long MOST_BYTES = 8L << 20;

    private static final byte[] EMPTY = {};

    private final ObjectBytes objects;
    private final LinkedHashMap<ObjectId, byte[]> trees = new LinkedHashMap<>(256, 0.75f, true);
    private final Deque<Pair> pending = new ArrayDeque<>();
    private final List<String> changed = new ArrayList<>();
    private final Map<ObjectId, String> added = new HashMap<>();
    private final Map<ObjectId, String> removed = new HashMap<>();
    private final Map<ObjectId, String> addedFolders = new HashMap<>();
    private final Map<ObjectId, String> removedFolders = new HashMap<>();
    private final Map<String, String> moved = new HashMap<>();
    private long held;
    private int paths;

    /** Two trees at one place; null where there is none. The prefix ends in a slash, or is empty for the root. */
    private record Pair(@Nullable ObjectId before, @Nullable ObjectId after, String prefix, int depth) {}

    TreeChanges(GitObjects objects) {
        this.objects = new ObjectBytes(objects);
    }

    /** Files that the last comparison found changed or added; those that only moved are not among them. */
    List<String> changed() {
        return changed;
    }

    /** What moved: new path by old path; paths of folders end in a slash. */
    Map<String, String> moved() {
        return moved;
    }

    /**
     * Compares two trees.
     *
     * @param before the earlier one; null for none
     * @throws IOException if a tree is missing or damaged
     */
    void compare(@Nullable ObjectId before, ObjectId after) throws IOException {
        List.of(added, removed, addedFolders, removedFolders, moved).forEach(Map::clear);
        changed.clear();
        pending.clear();
        paths = 0;
        if (after.equals(before)) {
            return;
        }
        pending.add(new Pair(before, after, "", 0));
        drain();
        folders();
        added.forEach((id, path) -> {
            String old = removed.get(id);
            if (old == null) {
                changed.add(path);
            } else {
                moved.put(old, path);
            }
        });
    }

    /** Whole folders that moved need no look inside; the files of the others count one by one. */
    private void folders() throws IOException {
        Map<ObjectId, String> gone = new HashMap<>(removedFolders);
        addedFolders.forEach((id, path) -> {
            String old = gone.remove(id);
            if (old == null) {
                pending.add(new Pair(null, id, path, 1));
            } else {
                moved.put(old, path);
            }
        });
        gone.forEach((id, path) -> pending.add(new Pair(id, null, path, 1)));
        drain();
    }

    private void drain() throws IOException {
        Pair next;
        while ((next = pending.poll()) != null && paths < MOST_PATHS) {
            if (next.depth() <= DEEPEST) {
                compare(next);
            }
        }
    }

    private void compare(Pair pair) throws IOException {
        byte[] before = tree(pair.before());
        byte[] after = tree(pair.after());
        Place old = new Place(before);
        Place now = new Place(after);
        while (paths < MOST_PATHS && old.skipSame(now)) {
            int order = old.compare(now);
            if (order == 0) {
                if (!old.same(now)) {
                    changed(old, now, pair);
                }
                old.next();
                now.next();
            } else if (order < 0) {
                single(old, pair, removed, removedFolders, false);
                old.next();
            } else {
                single(now, pair, added, addedFolders, true);
                now.next();
            }
        }
    }

    private void changed(Place old, Place now, Pair pair) {
        if (now.isTree()) {
            pending.add(new Pair(old.id(), now.id(), now.path(pair.prefix()) + "/", pair.depth() + 1));
        } else if (now.isFile() && !old.sameId(now)) {
            changed.add(now.path(pair.prefix()));
            paths++;
        }
    }

    /** An entry on one side. Below a folder that is new or gone as a whole, each file counts by itself. */
    private void single(
            Place place, Pair pair, Map<ObjectId, String> files, Map<ObjectId, String> folders, boolean isNew) {
        String path = place.path(pair.prefix());
        if (place.isTree() && (pair.before() == null || pair.after() == null)) {
            ObjectId id = place.id();
            pending.add(new Pair(isNew ? null : id, isNew ? id : null, path + "/", pair.depth() + 1));
        } else if (place.isTree()) {
            String twin = folders.putIfAbsent(place.id(), path + "/");
            if (twin != null && isNew) {
                pending.add(new Pair(null, place.id(), path + "/", pair.depth() + 1));
            }
        } else if (place.isFile()) {
            paths++;
            if (files.putIfAbsent(place.id(), path) != null && isNew) {
                changed.add(path);
            }
        }
    }

    private byte[] tree(@Nullable ObjectId id) throws IOException {
        if (id == null) {
            return EMPTY;
        }
        byte[] known = trees.get(id);
        if (known != null) {
            return known;
        }
        GrowingBuffer buffer = objects.read(id, Constants.OBJ_TREE, LARGEST_TREE);
        byte[] bytes = Arrays.copyOf(buffer.bytes, buffer.length);
        trees.put(id, bytes);
        held += bytes.length;
        var eldest = trees.values().iterator();
        while (held > MOST_BYTES && eldest.hasNext()) {
            held -= eldest.next().length;
            eldest.remove();
        }
        return bytes;
    }

    @Override
    public void close() {
        objects.close();
    }

    /** An entry of a tree: {@code MODE NAME, a zero, an id of 20 bytes}. */
    private static final class Place {
        private final byte[] bytes;
        private int start;
        private int name;
        private int zero;
        private int mode;

        Place(byte[] bytes) throws IOException {
            this.bytes = bytes;
            read();
        }

        boolean there() {
            return start < bytes.length;
        }

        /** Passes over entries that are the same on both sides, and says whether any is left on either. */
        boolean skipSame(Place other) throws IOException {
            if (!there() || !other.there()) {
                return there() || other.there();
            }
            int same = Arrays.mismatch(bytes, start, bytes.length, other.bytes, other.start, other.bytes.length);
            if (same < 0) {
                return false;
            }
            int limit = start + same;
            int ahead = other.start - start;
            int next = end();
            int at = start;
            while (next <= limit) {
                at = next;
                next = end(at);
            }
            start = at;
            read();
            other.start = start + ahead;
            other.read();
            return true;
        }

        /** Where the entry that begins at a place ends; behind everything where none does. */
        private int end(int from) {
            int at = from;
            while (at < bytes.length && bytes[at] != 0) {
                at++;
            }
            return at < bytes.length ? at + 1 + Constants.OBJECT_ID_LENGTH : Integer.MAX_VALUE;
        }

        private int end() {
            return zero + 1 + Constants.OBJECT_ID_LENGTH;
        }

        void next() throws IOException {
            start = end();
            read();
        }

        private void read() throws IOException {
            if (!there()) {
                return;
            }
            int at = start;
            mode = 0;
            while (at < bytes.length && bytes[at] != ' ') {
                mode = mode << 3 | bytes[at++] & 7;
            }
            name = ++at;
            while (at < bytes.length && bytes[at] != 0) {
                at++;
            }
            if (at + Constants.OBJECT_ID_LENGTH >= bytes.length) {
                throw new IOException("damaged tree");
            }
            zero = at;
        }

        boolean isTree() {
            return mode >> 12 == 4;
        }

        boolean isFile() {
            return mode >> 12 == 8;
        }

        ObjectId id() {
            return ObjectId.fromRaw(bytes, zero + 1);
        }

        String path(String prefix) {
            return prefix + PathText.decode(bytes, name, zero);
        }

        boolean same(Place other) {
            return mode == other.mode && sameId(other);
        }

        boolean sameId(Place other) {
            int length = Constants.OBJECT_ID_LENGTH + 1;
            return Arrays.equals(bytes, zero, zero + length, other.bytes, other.zero, other.zero + length);
        }

        /** In git's order, where the name of a folder ends in a slash; what is not there comes last. */
        int compare(Place other) {
            if (!there() || !other.there()) {
                return there() ? -1 : other.there() ? 1 : 0;
            }
            int difference = Arrays.mismatch(bytes, name, zero, other.bytes, other.name, other.zero);
            if (difference < 0) {
                return Boolean.compare(isTree(), other.isTree());
            }
            return byteAt(difference) - other.byteAt(difference);
        }

        private int byteAt(int index) {
            int at = name + index;
            return at < zero ? bytes[at] & 0xff : isTree() ? '/' : 0;
        }
    }
}
