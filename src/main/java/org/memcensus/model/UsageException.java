package org.memcensus.model;

/** An option, or a file that the user gave, is wrong. The message is one line: what, where and what to do. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A mistake in one line.
     *
     * @param message what is wrong, where, and what to do
     */
    public UsageException(String message) {
        super(message);
    }
}
