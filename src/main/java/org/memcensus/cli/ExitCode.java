package org.memcensus.cli;

/** How the program ends. The README's table says the same. */
public enum ExitCode {
    /** Done. */
    OK(0),
    /** A mistake in the program itself: what the JVM gives too, so it never means anything else. */
    BUG(1),
    /** A wrong option, or an input from which nothing could be scanned. */
    USAGE(2),
    /** Done, but part of the input could not be read. */
    INCOMPLETE(3),
    /** A limit of the gate is broken, proven. */
    GATE_FAILED(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the shell sees. */
    public int code() {
        return code;
    }
}
