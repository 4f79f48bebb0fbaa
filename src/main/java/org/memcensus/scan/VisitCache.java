package org.memcensus.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CacheFiles;
import org.memcensus.model.Language;

/**
 * What visits came to, kept from one run to the next: a file whose path, content and surroundings are those of an earlier
 * visit is not read. Whatever a visit depends on beside them is in the name of the cache's file, so that nothing in it is
 * ever out of date. A folder that cannot be read or written is no cache, and no failure. Safe for use by several threads.
 */
final class VisitCache {
    /** Each is a third of a kilobyte a file of its tree; those written longest ago go first. */
    private static final int MOST_FILES = 64;

    /** Of many trees this much is kept, which leaves most of the memory to the trees. */
    private static final int MOST_BYTES = 96 << 20;

    private final @Nullable CacheFiles folder;
    private final @Nullable Path file;
    private final VisitPages known;
    private final VisitCodec codec;

    /** Places of the records that were of use, in eights of bytes: a record is longer. Guarded by itself. */
    private final BitSet used = new BitSet();

    private final Queue<Fresh> fresh = new ConcurrentLinkedQueue<>();

    /** Visits that are to be written, as bytes; null until there are some. */
    private VisitPages.@Nullable Writer packed;

    /** What visits of the tree before this one came to, and those of this one; null where only one tree is visited. */
    private @Nullable Map<VisitKeys.Key, Outcome> before;

    private @Nullable Map<VisitKeys.Key, Outcome> now;

    private record Fresh(VisitKeys.Key key, @Nullable String blob, Outcome outcome) {}

    private VisitCache(@Nullable CacheFiles folder, @Nullable Path file, VisitPages known, List<Language> languages) {
        this.folder = folder;
        this.file = file;
        this.known = known;
        this.codec = new VisitCodec(languages);
    }

    /** Knows nothing, and keeps nothing. */
    static VisitCache off() {
        return new VisitCache(null, null, VisitPages.empty(), List.of());
    }

    /**
     * Opens a cache.
     *
     * @param folder a folder of the user's, made when something is kept
     * @param name stands for all that its visits depend on beside paths, contents and surroundings; letters and digits
     * @param languages the languages that a visit can find
     */
    static VisitCache open(Path folder, String name, List<Language> languages) {
        CacheFiles files = new CacheFiles(folder, "visits-", MOST_FILES);
        Path file = files.file(name);
        return new VisitCache(files, file, VisitPages.read(file), languages);
    }

    /** The same cache, which also remembers the visits of one tree for the next one. */
    VisitCache remembering() {
        before = Map.of();
        now = new ConcurrentHashMap<>();
        return this;
    }

    /** The visits of a tree are done, and those of another one of the same repository begin; no visits go on meanwhile. */
    void turn() {
        if (now != null) {
            before = now;
            now = new ConcurrentHashMap<>();
            pack();
        }
    }

    /** Whether it is of any use to ask it. */
    boolean isOn() {
        return file != null || now != null;
    }

    /**
     * What an earlier visit came to; null where there was none.
     *
     * @param path the path that the key is made of
     * @param withBlob whether it is of use only with its blob id
     */
    VisitCodec.@Nullable Visit find(VisitKeys.Key key, String path, boolean withBlob) {
        Outcome remembered = before == null ? null : before.get(key);
        VisitCodec.Visit found =
                remembered == null ? kept(key, path, withBlob) : new VisitCodec.Visit(null, remembered);
        if (now != null && found != null) {
            now.put(key, found.outcome());
        }
        return found;
    }

    private VisitCodec.@Nullable Visit kept(VisitKeys.Key key, String path, boolean withBlob) {
        int place = known.find(key);
        if (place == 0) {
            return null;
        }
        try {
            VisitCodec.Visit visit = codec.read(path, known.record(place));
            if (withBlob && visit.blob() == null) {
                return null;
            }
            synchronized (used) {
                used.set(place / Long.BYTES);
            }
            return visit;
        } catch (RuntimeException e) {
            return null; // its sum was right, and still it cannot be read: visited anew
        }
    }

    /** Keeps a visit, if it says something of the content. */
    void keep(VisitKeys.Key key, @Nullable String blob, Outcome outcome) {
        if (VisitCodec.keeps(outcome)) {
            if (file != null) {
                fresh.add(new Fresh(key, blob, outcome));
            }
            if (now != null) {
                now.put(key, outcome);
            }
        }
    }

    /** Makes bytes of what is to be written, which take a part of the memory; what is too much is not kept. */
    private VisitPages.Writer pack() {
        VisitPages.Writer writer = packed == null ? known.writer() : packed;
        packed = writer;
        for (Fresh each : fresh) {
            if (now == null || writer.length() < MOST_BYTES / 2) {
                writer.add(each.key(), each.blob(), each.outcome());
            }
        }
        fresh.clear();
        return writer;
    }

    /**
     * Writes down what was kept, once and at the end. What was not asked for stays while it is less than the rest: branches
     * come and go.
     */
    void save() {
        Path place = file;
        if (folder == null || place == null || (fresh.isEmpty() && packed == null)) {
            return;
        }
        try {
            VisitPages.Writer writer = pack();
            packed = null;
            if (writer.count() == 0) {
                return;
            }
            int rest = known.count() - used.cardinality();
            boolean all = rest <= used.cardinality() + writer.count();
            for (int each : known.places()) {
                if ((all || used.get(each / Long.BYTES)) && (now == null || writer.length() < MOST_BYTES)) {
                    writer.copy(each);
                }
            }
            Files.createDirectories(place.getParent());
            writer.write(place);
            folder.prune();
        } catch (IOException e) {
            // No cache, then: the next run visits anew.
        }
    }
}
