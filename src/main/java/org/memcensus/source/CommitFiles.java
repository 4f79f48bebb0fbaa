package org.memcensus.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;
import org.memcensus.model.SourceFile.Kind;

/** Lists the files of a tree of git objects. A tree that cannot be read is an entry that cannot be read. */
final class CommitFiles {
    private static final int DEEPEST = 2000;
    private static final long LARGEST_TREE = 256L << 20;

    private final ObjectBytes objects;
    private final Listing.Builder listing;
    private final Deque<Pending> pending = new ArrayDeque<>();

    CommitFiles(ObjectBytes objects, Listing.Builder listing) {
        this.objects = objects;
        this.listing = listing;
    }

    /** A tree that has not been read yet; its prefix ends in a slash, or is empty for the root. */
    private record Pending(ObjectId tree, String prefix, int depth) {}

    /**
     * Adds a tree and the trees in it.
     *
     * @throws SourceException if there are too many files
     */
    void add(ObjectId root) throws SourceException {
        // No recursion: a tree may be deep, and the compiler spends seconds on inlining it.
        pending.push(new Pending(root, "", 0));
        while (!pending.isEmpty()) {
            Pending next = pending.pop();
            add(next.tree(), next.prefix(), next.depth());
        }
    }

    private void add(ObjectId tree, String prefix, int depth) throws SourceException {
        byte[] bytes;
        try {
            if (depth > DEEPEST) {
                throw new IOException("more than " + DEEPEST + " folders deep");
            }
            GrowingBuffer buffer = objects.read(tree, Constants.OBJ_TREE, LARGEST_TREE);
            bytes = Arrays.copyOf(buffer.bytes, buffer.length);
        } catch (IOException e) {
            listing.addBroken(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1), Reasons.of(e));
            return;
        }
        int at = 0;
        while (at < bytes.length) {
            int mode = 0;
            while (at < bytes.length && bytes[at] != ' ') {
                mode = (mode << 3) | (bytes[at++] & 7);
            }
            int name = ++at;
            while (at < bytes.length && bytes[at] != 0) {
                at++;
            }
            if (at + Constants.OBJECT_ID_LENGTH >= bytes.length || name == at) {
                listing.addBroken(prefix + "?", "the rest of this folder's tree is damaged: see git fsck");
                return;
            }
            String path = prefix + PathText.decode(bytes, name, at);
            ObjectId id = ObjectId.fromRaw(bytes, at + 1);
            at += 1 + Constants.OBJECT_ID_LENGTH;
            entry(mode, path, id, depth);
        }
    }

    private void entry(int mode, String path, ObjectId id, int depth) throws SourceException {
        switch (mode >> 12) {
            case 004 -> pending.push(new Pending(id, path + "/", depth + 1));
            case 010 -> listing.add(new SourceFile(path, Kind.FILE, -1, id.name()));
            case 012 -> listing.add(new SourceFile(path, Kind.SYMLINK, -1, id.name()));
            case 016 -> listing.add(new SourceFile(path, Kind.SUBMODULE, -1, null));
            default -> listing.addBroken(path, "its mode " + Integer.toOctalString(mode) + " is none that git knows");
        }
    }
}
