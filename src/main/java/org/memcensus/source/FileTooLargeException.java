package org.memcensus.source;

import java.io.IOException;

/** A file is larger than the caller wants to read. */
public final class FileTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
    private final long size;

    /**
     * A file above a limit.
     *
     * @param size size of the file in bytes
     * @param limit the limit in bytes
     */
    public FileTooLargeException(long size, long limit) {
        super("too large: " + size + " bytes, the limit is " + limit);
        this.size = size;
    }

    /** Size of the file in bytes. */
    public long size() {
        return size;
    }
}
