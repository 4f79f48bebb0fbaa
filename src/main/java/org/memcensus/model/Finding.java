package org.memcensus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module that a gate stops at, or lets pass because of an annotation.
 *
 * @param kind what happened
 * @param module the module, with its evidence and what could replace it
 * @param target what is new in the module; null where it is the module itself
 * @param lines lines of unsafe code that are new with it
 * @param files paths of the unsafe files that are new, sorted; never empty
 * @param detail more on what happened, one phrase; may be empty
 * @param annotation what the maintainers say of it; null for nothing, also where it has ended
 */
public record Finding(
        Kind kind,
        ModuleCensus module,
        @Nullable BuildTarget target,
        long lines,
        List<String> files,
        String detail,
        @Nullable Annotation annotation) {
    /** Copies its list. */
    public Finding {
        files = List.copyOf(files);
    }

    /** The same with other words, and what the maintainers say of it. */
    public Finding with(String otherDetail, @Nullable Annotation said) {
        return new Finding(kind, module, target, lines, files, otherDetail, said);
    }

    /** The same with more that is known of its module. */
    Finding knowing(ModuleCensus more) {
        return new Finding(kind, more, target, lines, files, detail, annotation);
    }

    /** Id of what was found, which an annotation names: of the module, or of the target in it. */
    public String id() {
        return target == null ? module.module().id() : target.id();
    }

    /** What a maintainer would call it. */
    public String name() {
        return target == null ? module.module().name() : target.name();
    }

    /** What can happen. */
    public enum Kind {
        /** A module that did not exist, with unsafe code. */
        NEW_MODULE("new-unsafe-module", "new unsafe module"),
        /** A third-party component that was not in the tree, with unsafe code. */
        NEW_COMPONENT("new-unsafe-component", "new vendored unsafe component"),
        /** A target or package that the build did not declare, with unsafe code. */
        NEW_TARGET("new-unsafe-target", "new unsafe build target"),
        /** A module that existed and held no unsafe code. */
        TURNED_UNSAFE("turned-unsafe", "safe module turned unsafe"),
        /** New unsafe code that came into a module as its other files moved. */
        NEW_IN_MOVED("new-in-moved-module", "new unsafe code in a moved module");

        private final String id;
        private final String text;

        Kind(String id, String text) {
            this.id = id;
            this.text = text;
        }

        /** The word that reports for programs use. */
        public String id() {
            return id;
        }

        /** What happened, in words. */
        public String text() {
            return text;
        }
    }
}
