package org.memcensus.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a gate says of a change.
 *
 * @param outcome whether it may pass
 * @param base what it was compared with, in words: "base origin/main", "baseline FILE"
 * @param baseCommit the commit that it was compared with; null where it is not known
 * @param head what was judged
 * @param findings modules that stop it, sorted by id
 * @param passed modules that an annotation lets pass, sorted by id
 * @param broken limits that the change breaks
 * @param hatches escape hatches of kinds that their modules had none of, by module
 * @param unread content that could not be read and could hide a new module
 * @param annotations every annotation, and what became of it
 * @param notes what a reviewer should know besides
 * @param unsafeBefore lines of unsafe code in the judged roles, before
 * @param unsafeNow the same, now
 * @param shareBefore unsafe share of the judged modules, before
 * @param shareNow the same, now
 */
public record Verdict(
        Outcome outcome,
        String base,
        @Nullable String baseCommit,
        RepositoryInfo head,
        List<Finding> findings,
        List<Finding> passed,
        List<Broken> broken,
        List<NewHatch> hatches,
        List<Problem> unread,
        List<AnnotationUse> annotations,
        List<Problem> notes,
        long unsafeBefore,
        long unsafeNow,
        OptionalDouble shareBefore,
        OptionalDouble shareNow) {
    /** Copies its lists. */
    public Verdict {
        findings = List.copyOf(findings);
        passed = List.copyOf(passed);
        broken = List.copyOf(broken);
        hatches = List.copyOf(hatches);
        unread = List.copyOf(unread);
        annotations = List.copyOf(annotations);
        notes = List.copyOf(notes);
    }

    /** Whether it names modules, of which a report tells more. */
    public boolean namesModules() {
        return !findings.isEmpty() || !passed.isEmpty();
    }

    /** The same with more that is known of the modules that it names. */
    public Verdict knowing(Census census) {
        Map<String, ModuleCensus> modules = new HashMap<>();
        census.modules().forEach(each -> modules.put(each.module().id(), each));
        UnaryOperator<Finding> more = each -> each.knowing(
                Objects.requireNonNull(modules.get(each.module().module().id())));
        return new Verdict(
                outcome,
                base,
                baseCommit,
                head,
                findings.stream().map(more).toList(),
                passed.stream().map(more).toList(),
                broken,
                hatches,
                unread,
                annotations,
                notes,
                unsafeBefore,
                unsafeNow,
                shareBefore,
                shareNow);
    }

    /** The three answers of a gate. */
    public enum Outcome {
        /** Nothing speaks against the change. */
        PASS,
        /** A limit is broken, proven. */
        FAIL,
        /** What could not be read may break a limit. */
        UNDECIDED
    }

    /**
     * A limit that the change breaks.
     *
     * @param limit the option that sets it, without dashes
     * @param text what is wrong, one sentence
     * @param path a file that shows it; empty for the repository as a whole
     */
    public record Broken(String limit, String text, String path) {}

    /**
     * A kind of escape hatch that a module had none of.
     *
     * @param module id of the module
     * @param hatch its first place there
     */
    public record NewHatch(String module, EscapeHatch hatch) {}

    /**
     * What became of an annotation.
     *
     * @param annotation the annotation
     * @param state whether it was of use
     * @param isNew whether the change itself adds or extends it
     */
    public record AnnotationUse(Annotation annotation, State state, boolean isNew) {
        /** Whether an annotation was of use. */
        public enum State {
            /** It lets something pass. */
            USED,
            /** Nothing needs it in this change. */
            UNUSED,
            /** It has ended. */
            EXPIRED
        }
    }
}
