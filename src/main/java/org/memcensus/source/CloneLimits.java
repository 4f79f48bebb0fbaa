package org.memcensus.source;

import java.time.Duration;

/**
 * How much of its host's time and of this machine's disk a clone may take.
 *
 * @param maxBytes bytes that may be received
 * @param silence how long the host may say nothing
 * @param total how long the clone may take in all
 */
public record CloneLimits(long maxBytes, Duration silence, Duration total) {
    /** A host that is silent for so long will not answer. */
    public static final Duration DEFAULT_SILENCE = Duration.ofSeconds(60);

    /** For a single scan: its user watches, and can stop it. */
    static final CloneLimits PATIENT = new CloneLimits(Long.MAX_VALUE, DEFAULT_SILENCE, Duration.ofDays(365));

    /** Refuses what could never succeed. */
    public CloneLimits {
        if (maxBytes < 1 || silence.isNegative() || silence.isZero() || total.isNegative() || total.isZero()) {
            throw new IllegalArgumentException("limits must be positive: " + maxBytes + ", " + silence + ", " + total);
        }
    }

    int silenceSeconds() {
        return (int) Math.min(Integer.MAX_VALUE / 1000, Math.max(1, (silence.toMillis() + 999) / 1000));
    }
}
