package org.memcensus.modules;

import java.util.List;
import java.util.Map;

/** An expression of a build script, as Meson, GN and SCons have them in common. */
sealed interface ScriptExpression {
    /** A string, and the line it stands on; {@code open} if references in it are put in. */
    record Text(String text, boolean open, int line) implements ScriptExpression {}

    /** A name that stands for a value. */
    record Name(String name) implements ScriptExpression {}

    /** A list. */
    record Items(List<ScriptExpression> items) implements ScriptExpression {}

    /** A dictionary, keys and values in order. */
    record Table(List<ScriptExpression> keys, List<ScriptExpression> values) implements ScriptExpression {}

    /** A call, with the block that GN lets follow it. */
    record Call(
            ScriptExpression callee,
            List<ScriptExpression> arguments,
            Map<String, ScriptExpression> named,
            List<ScriptStatement> block,
            int line)
            implements ScriptExpression {}

    /** A part of an object: {@code env.Program}. */
    record Member(ScriptExpression object, String name) implements ScriptExpression {}

    /** An item of a list or a dictionary. */
    record Index(ScriptExpression object, ScriptExpression index) implements ScriptExpression {}

    /** Two values and the sign between them. */
    record Operation(String sign, ScriptExpression left, ScriptExpression right) implements ScriptExpression {}

    /** What a condition chooses from. */
    record Choice(ScriptExpression one, ScriptExpression other) implements ScriptExpression {}

    /** A list made of another, item by item. */
    record Mapped(ScriptExpression item, String name, ScriptExpression items) implements ScriptExpression {}

    /** What says nothing of files and names. */
    record Nothing() implements ScriptExpression {}
}
