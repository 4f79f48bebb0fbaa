package org.memcensus.model;

import java.util.List;

/**
 * How the role of a file is told, where {@code .gitattributes} does not say it.
 *
 * @param directories roles by directories, in order
 * @param names roles by file names, in order
 * @param scripts roles of scripts beside C and C++, in order
 * @param headers roles by what stands near the beginning of a file, in order
 */
public record RoleRules(
        List<DirectoryRule> directories, List<NameRule> names, List<ScriptRule> scripts, List<HeaderRule> headers) {
    /** Copies its lists. */
    public RoleRules {
        directories = List.copyOf(directories);
        names = List.copyOf(names);
        scripts = List.copyOf(scripts);
        headers = List.copyOf(headers);
    }

    /**
     * The role of all files below a directory. The outermost directory with a rule decides, save that a test, example or
     * documentation directory inside the project's own code is one at any depth.
     *
     * @param role the role
     * @param names names of directories, lower case, at any depth; with a slash a path of several names; with a leading
     *     slash from the root only; {@code *} stands for any letters within a name
     * @param sealed whether no directory below says anything else: whole repositories kept as input of tests are that, with
     *     what they vendor
     * @param bundled whether it is for directories inside others' code alone, and goes before that: what tests are built with
     */
    public record DirectoryRule(Role role, List<String> names, boolean sealed, boolean bundled) {
        /** Copies its list. */
        public DirectoryRule {
            names = List.copyOf(names);
        }
    }

    /**
     * The role of files with certain names.
     *
     * @param role the role
     * @param names file names; {@code *} stands for any letters; case counts
     * @param bundled whether it is for files inside others' code alone, and goes before that
     */
    public record NameRule(Role role, List<String> names, boolean bundled) {
        /** Copies its list. */
        public NameRule {
            names = List.copyOf(names);
        }
    }

    /**
     * The role of scripts in a tree that is mostly C or C++.
     *
     * @param role the role
     * @param endings what their names end in, from the dot on, lower case
     * @param directories names of directories, lower case: a script below one of them has the role
     * @param names what other such scripts are called before their ending; {@code *} stands for any letters
     */
    public record ScriptRule(Role role, List<String> endings, List<String> directories, List<String> names) {
        /** Copies its lists. */
        public ScriptRule {
            endings = List.copyOf(endings);
            directories = List.copyOf(directories);
            names = List.copyOf(names);
        }
    }

    /**
     * The role of files with certain words near their beginning.
     *
     * @param role the role
     * @param words the rule is only looked at where one of these stands: what all its texts have in common
     * @param texts one of these stands there, and no letter follows one that ends in a letter
     * @param near if not empty, one of these must stand on the same line
     * @param opening whether only the signs of a comment may stand before the text on its line
     * @param anyCase whether the texts, which are lower case then, are found in any case of letters, before any block of code
     */
    public record HeaderRule(
            Role role, List<String> words, List<String> texts, List<String> near, boolean opening, boolean anyCase) {
        /** Copies its lists. */
        public HeaderRule {
            words = List.copyOf(words);
            texts = List.copyOf(texts);
            near = List.copyOf(near);
        }
    }
}
