package org.memcensus.changes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CacheFiles;
import org.memcensus.model.FixKind;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.PastChanges;
import org.memcensus.model.PastCommits;

/**
 * What was found out about a history, kept in a folder of the user's. The name of an entry is a hash of all that it
 * depends on, and it ends in a hash of what it holds: an entry that is old, cut off or another's is passed over. A folder
 * that cannot be read or written is no cache, and no failure.
 */
public final class ChangeCache {
    /** Raised whenever what is kept, or how it is found out, changes. */
    private static final int VERSION = 1;

    /** Each is some hundred kilobytes to some megabytes. */
    private static final int MOST_ENTRIES = 64;

    private final CacheFiles folder;

    /** A cache in a folder, which is made when something is kept. */
    public ChangeCache(Path folder) {
        this.folder = new CacheFiles(folder, "history-", MOST_ENTRIES);
    }

    /**
     * The name of what a history depends on.
     *
     * @param tip id of the scanned commit, which stands for all that led to it
     * @param circumstances what else the log depends on
     */
    public static String key(String tip, List<String> circumstances, HistoryBounds bounds, List<FixKind> kinds) {
        List<String> parts = new ArrayList<>(List.of(
                Integer.toString(VERSION),
                tip,
                Integer.toString(bounds.years()),
                Integer.toString(bounds.commits()),
                Integer.toString(circumstances.size())));
        parts.addAll(circumstances);
        for (FixKind kind : kinds) {
            parts.add(kind.id() + " " + kind.weight());
            parts.addAll(kind.phrases());
            parts.add("unless");
            parts.addAll(kind.unless());
        }
        return CacheFiles.name(parts);
    }

    /** What was kept under a key; null if nothing was, or it is damaged. */
    public @Nullable PastChanges find(String key) {
        return folder.find(key, ChangeCache::read);
    }

    /** Keeps a history under a key, if the folder can be written. */
    public void keep(String key, PastChanges past) {
        folder.keep(key, out -> write(past, out));
    }

    private static void write(PastChanges past, DataOutputStream out) throws IOException {
        PastChanges.Span span = past.span();
        out.writeInt(span.bounds().years());
        out.writeInt(span.bounds().commits());
        out.writeInt(span.commits());
        out.writeInt(span.fixes());
        out.writeLong(span.since());
        out.writeLong(span.until());
        out.writeUTF(span.end().name());
        out.writeInt(span.unread());
        out.writeInt(past.commits().size());
        for (PastChanges.Change change : past.commits()) {
            out.writeLong(change.time());
            out.writeDouble(change.weight());
        }
        out.writeInt(past.files().size());
        for (Map.Entry<String, List<Integer>> entry : past.files().entrySet()) {
            byte[] path = entry.getKey().getBytes(StandardCharsets.UTF_8);
            out.writeInt(path.length);
            out.write(path);
            out.writeInt(entry.getValue().size());
            for (int commit : entry.getValue()) {
                out.writeInt(commit);
            }
        }
    }

    private static PastChanges read(DataInputStream in) throws IOException {
        HistoryBounds bounds = new HistoryBounds(in.readInt(), in.readInt());
        PastChanges.Span span = new PastChanges.Span(
                bounds,
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                PastCommits.End.valueOf(in.readUTF()),
                in.readInt());
        int size = in.readInt();
        List<PastChanges.Change> commits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            commits.add(new PastChanges.Change(in.readLong(), in.readDouble()));
        }
        int paths = in.readInt();
        Map<String, List<Integer>> files = new HashMap<>();
        for (int i = 0; i < paths; i++) {
            String path = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            int count = in.readInt();
            List<Integer> touched = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                touched.add(in.readInt());
            }
            files.put(path, touched);
        }
        return new PastChanges(span, commits, files);
    }
}
