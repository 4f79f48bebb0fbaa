package org.memcensus.modules;

import java.util.Set;
import org.memcensus.model.ModuleKind;

/**
 * Programs that only test others, by their names. They are built from parts of what they test, and would take these away
 * from it.
 */
final class TestPrograms {
    private static final Set<String> WORDS =
            Set.of("test", "tests", "unittest", "unittests", "check", "fuzz", "fuzzer", "fuzzers", "selftest");

    private TestPrograms() {}

    /** Whether a target is one. */
    static boolean is(String name, ModuleKind kind) {
        if (kind != ModuleKind.EXECUTABLE) {
            return false;
        }
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
                if (WORDS.contains(name.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return name.endsWith("test") || name.endsWith("tests");
    }
}
