package org.memcensus.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What tells of modules beyond what builds declare: whose copy a vendored component is, between which implementations
 * builds choose, and where other repositories stand.
 *
 * @param upstreams known components
 * @param origins files by which directories say that they come from elsewhere
 * @param choices kinds of components of which builds know several implementations
 * @param submodules directories of other repositories
 */
public record ModuleMarks(
        List<Upstream> upstreams, List<Origin> origins, List<Choice> choices, Set<String> submodules) {
    /** Tells nothing. */
    public static final ModuleMarks NONE = new ModuleMarks(List.of(), List.of());

    /** Copies its lists. */
    public ModuleMarks {
        upstreams = List.copyOf(upstreams);
        origins = List.copyOf(origins);
        choices = List.copyOf(choices);
        submodules = Set.copyOf(submodules);
    }

    /** What tells of components and choices alone, in a tree without other repositories. */
    public ModuleMarks(List<Upstream> upstreams, List<Choice> choices) {
        this(upstreams, List.of(), choices, Set.of());
    }

    /** The same for a tree with other repositories in these directories. */
    public ModuleMarks among(Set<String> repositories) {
        return new ModuleMarks(upstreams, origins, choices, repositories);
    }

    /**
     * A component, and how a copy of it is known.
     *
     * @param name its name
     * @param file name of the file that tells
     * @param version macros there whose values, joined by dots, are its version; one macro may hold it all
     * @param text what stands in that file too, or alone where no macro tells; empty for nothing
     * @param files names of its files, a star for any letters; empty where a copy takes a directory of its own
     * @param directories names of directories that are its own, in lower case, letters and digits only
     * @param assembled whether its own project keeps such files out of its tree
     * @param source where this is documented, a URL
     */
    public record Upstream(
            String name,
            String file,
            List<String> version,
            String text,
            List<String> files,
            Set<String> directories,
            boolean assembled,
            String source) {
        /** Copies its lists. */
        public Upstream {
            version = List.copyOf(version);
            files = List.copyOf(files);
            directories = Set.copyOf(directories);
        }

        /** One whose version is known, and no more. */
        public Upstream(String name, String file, List<String> version, String source) {
            this(name, file, version, "", List.of(), Set.of(), false, source);
        }

        /** Whether a file that is called so is one of this component. */
        public boolean fits(String content) {
            return content.contains(text)
                    && (version.isEmpty() || !version(content).isEmpty());
        }

        /** Whether a file is one that such a file is made of, which may leave its version open. */
        public boolean fitsTemplate(String content) {
            return content.contains(text) && version.stream().allMatch(macro -> Macros.defines(content, macro));
        }

        /** The version that macros define; empty where one of them is not defined, or none tells. */
        public String version(String content) {
            List<String> parts = new ArrayList<>();
            for (String macro : version) {
                String value = Macros.value(content, macro);
                if (value.isEmpty()) {
                    return "";
                }
                parts.add(value);
            }
            return String.join(".", parts);
        }
    }

    /**
     * A file by which a directory says that it comes from elsewhere.
     *
     * @param file its name
     * @param texts what stands in it, all of them
     * @param source where this is documented, a URL
     */
    public record Origin(String file, List<String> texts, String source) {
        /** Copies its list. */
        public Origin {
            texts = List.copyOf(texts);
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
