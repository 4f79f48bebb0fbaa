package org.memcensus.modules;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** A build script in Python or something of its shape, cut into statements. */
final class PythonFile {
    /** Characters that are cut into words at the cost of one that is looked at. */
    private static final int PARSED = 4;

    private PythonFile() {}

    /** Its statements, or null with a note where it cannot be read, or where the budget is used up. */
    static @Nullable List<PythonStatement> statements(
            String path, FileReader reader, Consumer<Problem> notes, boolean slashes, Budget budget) {
        String text = BuildFile.text(path, reader, notes);
        // Also a file that several others take in is read again for each.
        boolean first = !budget.empty();
        if (text == null || !budget.spend(text.length() / PARSED)) {
            if (text != null && first) {
                notes.accept(new Problem(path, "build files too costly to read: those from here on are left out"));
            }
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
