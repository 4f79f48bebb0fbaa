package org.memcensus.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Annotation;
import org.memcensus.model.Verdict.AnnotationUse;
import org.memcensus.model.Verdict.AnnotationUse.State;

/** The annotations of a change, and which of them were of use. */
final class Annotations {
    private final Change change;
    private final Set<String> used = new HashSet<>();

    Annotations(Change change) {
        this.change = change;
    }

    /** What is said of a module, ended or not; null where nothing is. */
    @Nullable
    Annotation find(String module) {
        return change.annotations().stream()
                .filter(annotation -> annotation.module().equals(module))
                .findFirst()
                .orElse(null);
    }

    /** Whether an annotation that still holds names the module; it is in use then. */
    boolean allows(String module) {
        Annotation annotation = find(module);
        if (annotation == null || annotation.endedBefore(change.today())) {
            return false;
        }
        used.add(module);
        return true;
    }

    /** Every annotation, in its order. */
    List<AnnotationUse> uses() {
        List<AnnotationUse> uses = new ArrayList<>();
        for (Annotation annotation : change.annotations()) {
            State state = annotation.endedBefore(change.today())
                    ? State.EXPIRED
                    : used.contains(annotation.module()) ? State.USED : State.UNUSED;
            uses.add(new AnnotationUse(annotation, state, isNew(annotation)));
        }
        return uses;
    }

    /** Whether the old state had none for this module, or one that ends earlier. */
    private boolean isNew(Annotation annotation) {
        String before = change.base().annotations().get(annotation.module());
        if (before == null) {
            return true;
        }
        String now = annotation.until() == null ? "" : annotation.until().toString();
        return !before.isEmpty() && (now.isEmpty() || now.compareTo(before) > 0);
    }
}
