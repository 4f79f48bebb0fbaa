package org.memcensus.modules;

import java.util.Map;
import org.memcensus.model.CodeModule;

/**
 * A module, and why its files belong together.
 *
 * @param module the module
 * @param reason one phrase: "target png declared at CMakeLists.txt:12", "directory lib/vtls", "family ftp* of directory lib"
 * @param details what more is to be said of single files, by path: which target declares them though it is no module
 */
public record Grouping(CodeModule module, String reason, Map<String, String> details) {
    /** Copies its map. */
    public Grouping {
        details = Map.copyOf(details);
    }

    /** Why a file of the module is in it: the whole chain, phrases parted by semicolons. */
    public String reason(String path) {
        String detail = details.getOrDefault(path, "");
        return detail.isEmpty() ? reason : reason + "; " + detail;
    }

    /** The same with the module changed. */
    Grouping with(CodeModule changed) {
        return new Grouping(changed, reason, details);
    }
}
