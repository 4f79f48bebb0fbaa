package org.memcensus.model;

import java.util.List;

/**
 * The catalogue of replacements.
 *
 * @param version its version
 * @param date the day on which its entries were last looked at, {@code 2026-11-21}
 * @param entries its entries, by component
 */
public record Catalogue(String version, String date, List<Replacement> entries) {
    /** Copies its list. */
    public Catalogue {
        entries = List.copyOf(entries);
    }
}
