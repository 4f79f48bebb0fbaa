package org.memcensus.model;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a gate judges, and the limits that a change must keep besides bringing no new unsafe module. Every part may be left
 * unsaid.
 *
 * @param roles roles of the modules that are judged; null for those that ship
 * @param newUnsafeFiles whether new files in unsafe languages may come; null for yes
 * @param newEscapeHatches whether modules may get escape hatches of a kind that they had none of; null for yes
 * @param unsafeGrowth most lines of unsafe code that a change may add on balance, at least 0
 * @param unsafeShare unsafe share above which it may not grow, in [0, 1]
 */
public record GateLimits(
        @Nullable Set<Role> roles,
        @Nullable Boolean newUnsafeFiles,
        @Nullable Boolean newEscapeHatches,
        OptionalLong unsafeGrowth,
        OptionalDouble unsafeShare) {
    /** Says nothing. */
    public static final GateLimits NONE =
            new GateLimits(null, null, null, OptionalLong.empty(), OptionalDouble.empty());

    /** Copies its set. */
    public GateLimits {
        roles = roles == null ? null : Set.copyOf(roles);
    }

    /** These limits, and where they say nothing the other ones. */
    public GateLimits over(GateLimits other) {
        return new GateLimits(
                roles != null ? roles : other.roles,
                newUnsafeFiles != null ? newUnsafeFiles : other.newUnsafeFiles,
                newEscapeHatches != null ? newEscapeHatches : other.newEscapeHatches,
                unsafeGrowth.isPresent() ? unsafeGrowth : other.unsafeGrowth,
                unsafeShare.isPresent() ? unsafeShare : other.unsafeShare);
    }

    /** Whether files of this role are judged. */
    public boolean judges(Role role) {
        return roles == null ? role.shipped() : roles.contains(role);
    }

    /** Whether a new unsafe file breaks a limit. */
    public boolean refusesNewFiles() {
        return newUnsafeFiles != null && !newUnsafeFiles;
    }

    /** Whether a new kind of escape hatch breaks a limit. */
    public boolean refusesNewHatches() {
        return newEscapeHatches != null && !newEscapeHatches;
    }
}
