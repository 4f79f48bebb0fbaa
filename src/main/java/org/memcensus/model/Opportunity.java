package org.memcensus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a module could become memory-safe, beside the replacements that fit it.
 *
 * @param escapeHatches unsafe code inside safe languages and doors to unsafe code, by kind, then by path
 * @param promises places where the code itself forbids unsafe code, such as {@code #![forbid(unsafe_code)]}, by path
 * @param rival what does the same work and cannot be put in its place as the project stands, and why, as a sentence; empty
 *     where nothing does or something can
 * @param step what a maintainer can do first; null where there is nothing to advise
 * @param contacts whom to talk to, as the tree or its history names them; empty unless asked for
 */
public record Opportunity(
        List<EscapeHatch> escapeHatches,
        List<EscapeHatch> promises,
        String rival,
        @Nullable FirstStep step,
        List<Contact> contacts) {
    /** Nothing found, or nothing looked for. */
    public static final Opportunity NONE = new Opportunity(List.of(), List.of(), null, List.of());

    /** Nothing else does the work of the module. */
    public Opportunity(
            List<EscapeHatch> escapeHatches,
            List<EscapeHatch> promises,
            @Nullable FirstStep step,
            List<Contact> contacts) {
        this(escapeHatches, promises, "", step, contacts);
    }

    /** Copies its lists. */
    public Opportunity {
        escapeHatches = List.copyOf(escapeHatches);
        promises = List.copyOf(promises);
        contacts = List.copyOf(contacts);
    }

    /** The same with a first step. */
    public Opportunity with(FirstStep other) {
        return new Opportunity(escapeHatches, promises, rival, other, contacts);
    }
}
