package org.memcensus.model;

/**
 * A report of a scan that was read back.
 *
 * @param version version of memcensus that wrote it
 * @param census what it tells; with files where it lists them, else with their sums
 */
public record StoredReport(String version, Census census) {}
