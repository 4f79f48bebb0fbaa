package org.memcensus.modules;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.ModuleKind;

/** What the rules of Bazel and Buck make, by their names: macros of a project keep the words of the rules they wrap. */
final class StarlarkRules {
    private static final List<String> PLUGINS = List.of("extension", "plugin", "pybind", "py_module");
    private static final List<String> PROGRAMS = List.of("binary", "executable");
    private static final List<String> LIBRARIES = List.of("library", "_lib", "component", "cc_object", "objects");

    /** Rules that are named so and make no code of their own. */
    private static final List<String> OTHERS =
            List.of("test", "benchmark", "proto_", "prebuilt", "import", "gen", "fuzz", "doc", "pkg_", "stub");

    private static final Set<String> SOURCES = Set.of(
            "srcs",
            "hdrs",
            "src",
            "headers",
            "exported_headers",
            "public_headers",
            "private_headers",
            "public",
            "textual_hdrs",
            "raw_headers",
            "crate_root",
            "platform_srcs",
            "sources",
            "non_arc_srcs");

    private StarlarkRules() {}

    /** What a rule makes; null where that is no unit of code, or a test. */
    static @Nullable ModuleKind kind(String rule) {
        if (any(OTHERS, rule)) {
            return null;
        }
        if (any(PLUGINS, rule)) {
            return ModuleKind.PLUGIN;
        }
        if (any(PROGRAMS, rule)) {
            return ModuleKind.EXECUTABLE;
        }
        return any(LIBRARIES, rule) ? ModuleKind.LIBRARY : null;
    }

    /** Whether an attribute lists files that are built. */
    static boolean namesSources(String attribute) {
        return SOURCES.contains(attribute) || attribute.endsWith("_srcs") || attribute.endsWith("_hdrs");
    }

    private static boolean any(List<String> words, String rule) {
        return words.stream().anyMatch(rule::contains);
    }
}
