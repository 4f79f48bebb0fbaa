package org.memcensus.model;

import java.util.List;

/**
 * What tells of modules beyond what builds declare: whose copy a vendored component is, and between which implementations
 * builds choose.
 *
 * @param upstreams known components
 * @param choices kinds of components of which builds know several implementations
 */
public record ModuleMarks(List<Upstream> upstreams, List<Choice> choices) {
    /** Tells nothing. */
    public static final ModuleMarks NONE = new ModuleMarks(List.of(), List.of());

    /** Copies its lists. */
    public ModuleMarks {
        upstreams = List.copyOf(upstreams);
        choices = List.copyOf(choices);
    }

    /**
     * A component and where its version stands.
     *
     * @param name its name
     * @param file name of the file that holds its version
     * @param version macros whose values, joined by dots, are its version; one macro may hold it all
     * @param source where this is documented, a URL
     */
    public record Upstream(String name, String file, List<String> version, String source) {
        /** Copies its list. */
        public Upstream {
            version = List.copyOf(version);
        }
    }

    /**
     * Implementations of one kind of component.
     *
     * @param kind what they do
     * @param implementations their names, lower case, without separators
     * @param safe those of them that are memory-safe
     * @param source where a build chooses between them, a URL
     */
    public record Choice(String kind, List<String> implementations, List<String> safe, String source) {
        /** Copies its lists. */
        public Choice {
            implementations = List.copyOf(implementations);
            safe = List.copyOf(safe);
        }
    }
}
