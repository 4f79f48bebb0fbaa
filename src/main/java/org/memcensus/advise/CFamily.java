package org.memcensus.advise;

import java.util.Set;
import org.memcensus.model.CountedFile;

/** The languages in which functions of C are called and defined by their names. */
final class CFamily {
    private static final Set<String> LANGUAGES = Set.of("C", "C++", "Objective-C", "Objective-C++", "Cuda", "XS");

    private CFamily() {}

    /** Whether a file is in one of them. */
    static boolean holds(CountedFile file) {
        return LANGUAGES.contains(file.language().name());
    }
}
