package org.memcensus.source;

/** A repository could not be cloned. The message is one line and holds no credentials. */
public final class CloneException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    /**
     * A failure in one line.
     *
     * @param message what is wrong, where, and what to do
     * @param temporary whether it may work when it is tried again
     * @param cause what the library said
     */
    CloneException(String message, boolean temporary, Throwable cause) {
        super(message, cause);
        this.temporary = temporary;
    }

    /** Whether it may work when it is tried again: the network or the host failed, not the repository. */
    public boolean temporary() {
        return temporary;
    }
}
