package org.memcensus.advise;

import java.util.List;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.NameSet;
import org.memcensus.model.Role;

/**
 * Tells whether there is anybody whom a layer of C functions would serve: where all callers of a twin are in the language of
 * its replacement, as in a crate with parts in C, they call that without a layer.
 */
final class TwinCallers {
    /** Headers of C++, which declare what others do. */
    private static final List<String> HEADERS = List.of(".h", ".hh", ".hpp", ".hxx", ".h++");

    private final List<CodeModule> modules;

    TwinCallers(List<CodeModule> modules) {
        this.modules = modules;
    }

    /** Whether what is advised for a twin can be done: no header is one, and what has no C API has callers in C. */
    boolean serve(Advice twin) {
        if (HEADERS.stream().anyMatch(twin.path()::endsWith)) {
            return false;
        }
        if (!twin.replacement().swapLevel().equals("language-only")) {
            return true;
        }
        CountedFile file = modules.stream()
                .flatMap(module -> module.files().stream())
                .filter(other -> other.path().equals(twin.path()))
                .findFirst()
                .orElse(null);
        if (file == null || !CFamily.holds(file)) {
            return false;
        }
        NameSet defined = file.facts().functions().defined();
        // Methods are not named, nor is what a table of static functions offers: who calls these is not known.
        return defined.size() == 0
                || modules.stream()
                        .filter(module -> module.role() == Role.CORE)
                        .flatMap(module -> module.files().stream())
                        .anyMatch(other -> calls(other, defined));
    }

    private static boolean calls(CountedFile file, NameSet defined) {
        NameSet called = file.facts().functions().called();
        for (int i = 0; i < defined.size(); i++) {
            if (called.contains(defined.get(i))) {
                return true;
            }
        }
        return false;
    }
}
