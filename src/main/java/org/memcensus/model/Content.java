package org.memcensus.model;

/**
 * The bytes of one file in a buffer that is used again: valid until its reader reads the next file.
 *
 * @param bytes the buffer; only the first {@code length} bytes belong to the file
 * @param length size of the file in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a view on a worker's buffer, never compared
public record Content(byte[] bytes, int length) {}
