package org.memcensus.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the user's system keeps what programs can find out again. */
final class CacheFolder {
    private static final String NAME = "memcensus";

    private CacheFolder() {}

    /**
     * The folder for this program, which need not exist; null where the environment names no place for it.
     *
     * @param environment {@code XDG_CACHE_HOME}, then {@code LOCALAPPDATA} (Windows), then {@code HOME}
     */
    static @Nullable Path of(Map<String, String> environment) {
        Path named = absolute(environment.get("XDG_CACHE_HOME"));
        if (named != null) {
            return named.resolve(NAME);
        }
        Path local = absolute(environment.get("LOCALAPPDATA"));
        if (local != null) {
            return local.resolve(NAME).resolve("cache");
        }
        Path home = absolute(environment.get("HOME"));
        return home == null ? null : home.resolve(".cache").resolve(NAME);
    }

    /** What is not absolute is to be ignored, says the XDG Base Directory Specification. */
    private static @Nullable Path absolute(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
