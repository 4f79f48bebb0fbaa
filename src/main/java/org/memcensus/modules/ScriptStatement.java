package org.memcensus.modules;

import java.util.List;

/** A statement of a build script. */
sealed interface ScriptStatement {
    /** {@code x = ...}, {@code x += ...}. */
    record Assign(String name, boolean adds, ScriptExpression value) implements ScriptStatement {}

    /** A call, mostly. */
    record Evaluate(ScriptExpression expression) implements ScriptStatement {}

    /** Statements that a condition guards; those of an else have {@link ScriptExpression.Nothing}. */
    record Guarded(ScriptExpression condition, List<ScriptStatement> body) implements ScriptStatement {}

    /** Statements done for each item. */
    record Each(List<String> names, ScriptExpression items, List<ScriptStatement> body) implements ScriptStatement {}
}
