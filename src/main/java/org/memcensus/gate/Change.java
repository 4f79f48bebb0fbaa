package org.memcensus.gate;

import java.time.LocalDate;
import java.util.List;
import org.memcensus.model.Annotation;
import org.memcensus.model.Census;
import org.memcensus.model.GateLimits;
import org.memcensus.model.Problem;
import org.memcensus.model.TreeState;

/**
 * What a gate judges.
 *
 * @param baseName the old state in words
 * @param base the old state
 * @param head the new state
 * @param census all that is known of the new state
 * @param unread content of the new state that could not be read, changed, and could hide a module
 * @param limits what is judged, and what a change must keep
 * @param annotations the maintainers' words on modules, from the new state
 * @param today the day on which annotations must hold
 * @param notes what a reviewer should know besides
 */
public record Change(
        String baseName,
        TreeState base,
        TreeState head,
        Census census,
        List<Problem> unread,
        GateLimits limits,
        List<Annotation> annotations,
        LocalDate today,
        List<Problem> notes) {
    /** Copies its lists. */
    public Change {
        unread = List.copyOf(unread);
        annotations = List.copyOf(annotations);
        notes = List.copyOf(notes);
    }
}
