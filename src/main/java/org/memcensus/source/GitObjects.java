package org.memcensus.source;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Where the objects of a repository lie. What is not in its own packs or loose (alternates, and whatever is new in
 * git) is left to JGit.
 */
final class GitObjects {
    private static final long PACK_SHIFT = 48;
    private static final long OFFSET_MASK = (1L << PACK_SHIFT) - 1;

    /** The place of an object that is in no known pack. */
    static final long UNPACKED = -1;

    private final ObjectDatabase database;
    private final List<PackFile> packs;
    private final File looseFolder;

    GitObjects(Repository repository, File looseFolder) {
        this.database = repository.getObjectDatabase();
        this.looseFolder = looseFolder;
        this.packs = packs(database);
    }

    private static List<PackFile> packs(ObjectDatabase database) {
        List<PackFile> packs = new ArrayList<>();
        if (database instanceof ObjectDirectory directory) {
            for (Pack pack : directory.getPacks()) {
                try {
                    packs.add(new PackFile(pack.getPackFile(), pack.getIndex()));
                } catch (IOException e) {
                    // Damaged, or removed just now: JGit will say so for each object that is nowhere else.
                }
            }
        }
        return packs;
    }

    /** A number that puts objects in the order in which they lie on disk; {@link #UNPACKED} if in no known pack. */
    long place(AnyObjectId id) {
        for (int i = 0; i < packs.size(); i++) {
            long offset = packs.get(i).index().findOffset(id);
            if (offset >= 0 && offset <= OFFSET_MASK) {
                return ((long) i << PACK_SHIFT) | offset;
            }
        }
        return UNPACKED;
    }

    static int pack(long place) {
        return (int) (place >> PACK_SHIFT);
    }

    static long offset(long place) {
        return place & OFFSET_MASK;
    }

    PackReader newPackReader() {
        return new PackReader(packs);
    }

    LooseReader newLooseReader() {
        return new LooseReader(looseFolder);
    }

    ObjectReader newJGitReader() {
        return database.newReader();
    }
}
