package org.memcensus.modules;

import java.util.Set;
import org.memcensus.model.ModuleKind;

/**
 * Programs that only test others, and whatever only shows how to use them, by their names. They are built from parts of what
 * they test or show, and would take these away from it.
 */
final class TestPrograms {
    private static final Set<String> WORDS =
            Set.of("test", "tests", "unittest", "unittests", "check", "selftest", "spec", "specs");

    /** A library may be there for the tests of others, but none is handed out to fuzz with. */
    private static final Set<String> FUZZERS = Set.of("fuzz", "fuzzer", "fuzzers");

    private static final Set<String> EXAMPLES = Set.of("example", "examples", "demo", "demos", "tutorial", "tutorials");

    /** First words of programs that make a source: of {@code gen_test_char} the test is what it makes. */
    private static final Set<String> MAKERS = Set.of("gen", "generate");

    private TestPrograms() {}

    /** Whether a target is one. */
    static boolean is(String name, ModuleKind kind) {
        boolean program = kind == ModuleKind.EXECUTABLE;
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
                String word = name.substring(start, i);
                if (EXAMPLES.contains(word) || FUZZERS.contains(word) || program && WORDS.contains(word)) {
                    return true;
                }
                if (start == 0 && MAKERS.contains(word)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return program && (name.endsWith("test") || name.endsWith("tests"));
    }
}
