package org.memcensus.store;

/** The store cannot be opened, read or written. The user can repair it: the message says what, where and what to do. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A failure in one line.
     *
     * @param message what is wrong, where, and what to do
     */
    public StoreException(String message) {
        super(message);
    }

    /**
     * A failure in one line, with its cause for {@code -v}.
     *
     * @param message what is wrong, where, and what to do
     * @param cause what the library said
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
