package org.memcensus.batch;

import org.memcensus.source.RepositoryAddress;

/**
 * A repository that is being worked on.
 *
 * @param address where it is; may hold credentials
 * @param attempt which attempt this is, from 1
 */
record Task(RepositoryAddress address, int attempt) {
    String url() {
        return address.url();
    }

    Task again() {
        return new Task(address, attempt + 1);
    }

    /** Without credentials, whoever prints it. */
    @Override
    public String toString() {
        return address.url();
    }
}
