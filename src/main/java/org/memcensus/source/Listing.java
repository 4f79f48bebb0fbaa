package org.memcensus.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.Problem;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceFile;

/**
 * What a listing found.
 *
 * @param files every entry, each path once, sorted by path
 * @param notes what was left out, sorted by path
 * @param broken reasons for entries that are listed but cannot be read, by path
 * @param submodules folders of the submodules whose files are listed
 */
record Listing(List<SourceFile> files, List<Problem> notes, Map<String, String> broken, Set<String> submodules) {
    /** Copies its lists. */
    Listing {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        broken = Map.copyOf(broken);
        submodules = Set.copyOf(submodules);
    }

    /** Collects entries in any order. For one thread. */
    static final class Builder {
        private final ListingBudget budget;
        private final List<SourceFile> files = new ArrayList<>();
        private final List<Problem> notes = new ArrayList<>();
        private final Map<String, String> broken = new HashMap<>();
        private final Set<String> submodules = new HashSet<>();

        /**
         * An empty listing.
         *
         * @param where what is listed, for messages
         */
        Builder(String where) {
            this(where, Runtime.getRuntime().maxMemory() / 3);
        }

        /**
         * An empty listing within some room.
         *
         * @param room bytes of memory that it may take
         */
        Builder(String where, long room) {
            this.budget = new ListingBudget(where, room);
        }

        void add(SourceFile file) throws SourceException {
            budget.take(file.path());
            files.add(file);
        }

        /** Adds an entry that is there and cannot be read. */
        void addBroken(String path, String reason) throws SourceException {
            add(new SourceFile(path, SourceFile.Kind.FILE, -1, null));
            broken.put(path, reason);
        }

        void note(String path, String reason) {
            notes.add(new Problem(path, reason));
        }

        /** Hears of a submodule whose files are listed. */
        void enter(String submodule) {
            submodules.add(submodule);
        }

        boolean isEmpty() {
            return files.isEmpty();
        }

        Listing build() {
            files.sort((one, other) -> one.path().compareTo(other.path()));
            List<SourceFile> once = new ArrayList<>(files.size());
            for (SourceFile file : files) {
                int last = once.size() - 1;
                if (last >= 0 && once.get(last).path().equals(file.path())) {
                    once.set(last, new SourceFile(file.path(), SourceFile.Kind.FILE, -1, null));
                    broken.put(file.path(), "stands in its folder twice, so it is not clear which one is meant");
                } else {
                    once.add(file);
                }
            }
            notes.sort(Comparator.comparing(Problem::path).thenComparing(Problem::reason));
            return new Listing(once, notes, broken, submodules);
        }
    }
}
