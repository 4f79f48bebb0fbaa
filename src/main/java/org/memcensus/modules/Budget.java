package org.memcensus.modules;

/** What reading all build files of one system together may cost, in characters looked at or put in. */
final class Budget {
    private long left;

    /** A budget of so many characters; a command or a file costs some too. */
    Budget(long characters) {
        left = characters;
    }

    /** Takes from the budget; false where it is used up. */
    boolean spend(long characters) {
        left -= Math.min(left, characters);
        return left > 0;
    }

    /** Whether nothing is left. */
    boolean empty() {
        return left <= 0;
    }
}
