package org.memcensus.modules;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** A build script in Python or something of its shape, cut into statements. */
final class PythonFile {
    private PythonFile() {}

    /** Its statements, or null with a note where it cannot be read. */
    static @Nullable List<PythonStatement> statements(
            String path, FileReader reader, Consumer<Problem> notes, boolean slashes) {
        String text = BuildFile.text(path, reader, notes);
        if (text == null) {
            return null;
        }
        List<PythonToken> tokens = slashes ? PythonLexer.slashes(text) : PythonLexer.hashes(text);
        if (tokens.size() > PythonLexer.MAX_WORDS) {
            int line = tokens.get(tokens.size() - 1).line();
            notes.accept(new Problem(path, "build file too long: declarations from line " + line + " on are left out"));
        }
        return PythonParser.statements(tokens);
    }
}
