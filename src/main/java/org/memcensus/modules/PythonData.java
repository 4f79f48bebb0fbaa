package org.memcensus.modules;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** A build file that is one value: JSON, or Python's literals as gyp has them. */
final class PythonData {
    private PythonData() {}

    /** Its value, or null with a note where there is none. */
    static @Nullable PythonValue of(String path, FileReader reader, Consumer<Problem> notes, Budget budget) {
        List<PythonStatement> statements = PythonFile.statements(path, reader, notes, false, budget);
        if (statements == null) {
            return null;
        }
        PythonRun run = new PythonRun((name, arguments) -> null, budget, false);
        for (PythonStatement statement : statements) {
            if (statement.value() instanceof PythonExpression.Pairs pairs) {
                return run.value(pairs);
            }
        }
        notes.accept(new Problem(path, "holds no data that can be read"));
        return null;
    }
}
