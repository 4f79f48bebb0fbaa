package org.memcensus.modules;

import java.util.Set;

/** Which files declare rather than define, by their names. */
final class Headers {
    private static final Set<String> ENDINGS =
            Set.of("h", "hh", "hpp", "hxx", "h++", "inc", "inl", "ipp", "tcc", "def");

    private Headers() {}

    /** Whether a file is a header. */
    static boolean is(String path) {
        return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1));
    }
}
