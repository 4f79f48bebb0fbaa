package org.memcensus.modules;

/**
 * Where a statement stands.
 *
 * @param path the script
 * @param directory the directory that its file names are relative to
 * @param scope its variables
 * @param conditional whether a condition guards it
 * @param depth how many scripts led here
 */
record ScriptPlace(String path, String directory, ScriptScope scope, boolean conditional, int depth) {
    ScriptPlace guarded() {
        return conditional ? this : new ScriptPlace(path, directory, scope, true, depth);
    }

    /** In a loop: what the script sets anew in each round is set. */
    ScriptPlace inside() {
        return conditional ? new ScriptPlace(path, directory, scope, false, depth) : this;
    }

    ScriptPlace with(ScriptScope inner) {
        return new ScriptPlace(path, directory, inner, conditional, depth);
    }
}
