package org.memcensus.model;

import java.util.List;

/**
 * The log of a repository, as far as it was read.
 *
 * @param commits commits, the newest first
 * @param bounds how far back it was to be read
 * @param time when the scanned commit was committed, in seconds since 1970
 * @param end why it ends where it ends
 * @param unread commits whose trees could not be read; they have a message and no changed files
 */
public record PastCommits(List<PastCommit> commits, HistoryBounds bounds, long time, End end, int unread) {
    /** Copies its list. */
    public PastCommits {
        commits = List.copyOf(commits);
    }

    /** Why a log ends. */
    public enum End {
        /** With the first commit of the repository. */
        START("to the first commit"),
        /** At the years that were asked for. */
        WINDOW("to the end of the window"),
        /** At the number of commits that were asked for. */
        LIMIT("to the commit limit"),
        /** Where a shallow clone ends. */
        SHALLOW("to where this shallow clone ends"),
        /** At a commit that is missing or damaged. */
        DAMAGED("to a commit that cannot be read");

        private final String text;

        End(String text) {
            this.text = text;
        }

        /** What follows "was read". */
        public String text() {
            return text;
        }
    }
}
