package org.memcensus.modules;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a script or block. */
final class ScriptScope {
    private final @Nullable ScriptScope parent;
    private final Map<String, ScriptValue> values = new LinkedHashMap<>();

    /** A scope that sees its parent's variables. */
    ScriptScope(@Nullable ScriptScope parent) {
        this.parent = parent;
    }

    /** The value of a variable, null if it has none. */
    @Nullable
    ScriptValue get(String name) {
        for (ScriptScope scope = this; scope != null; scope = scope.parent) {
            ScriptValue value = scope.values.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Gives a variable a value here. */
    void set(String name, ScriptValue value) {
        values.put(name, value);
    }
}
