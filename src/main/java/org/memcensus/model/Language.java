package org.memcensus.model;

import java.util.List;

/**
 * An entry of the language table.
 *
 * @param name the name that GitHub Linguist gives it
 * @param type its kind
 * @param safety its safety class under the policy in force
 * @param source id of the published source of the ruling, see {@code safety-sources} in the table
 * @param reason why, where the source does not name the language itself; may be empty
 * @param syntax how its comments and strings look
 * @param aliases other names, lower case: for attributes and modelines
 * @param extensions file name endings with their dot, as written
 * @param fileNames whole file names
 * @param interpreters programs after {@code #!}
 */
public record Language(
        String name,
        LanguageType type,
        Safety safety,
        String source,
        String reason,
        LineSyntax syntax,
        List<String> aliases,
        List<String> extensions,
        List<String> fileNames,
        List<String> interpreters) {
    /** Copies its lists. */
    public Language {
        aliases = List.copyOf(aliases);
        extensions = List.copyOf(extensions);
        fileNames = List.copyOf(fileNames);
        interpreters = List.copyOf(interpreters);
    }

    /** Of the name alone: a table has each once, and the rest takes long to add up. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The same language with another syntax. */
    public Language withSyntax(LineSyntax other) {
        return new Language(name, type, safety, source, reason, other, aliases, extensions, fileNames, interpreters);
    }

    /** The same language under another ruling. */
    public Language withSafety(Safety other, String newSource, String newReason) {
        return new Language(
                name, type, other, newSource, newReason, syntax, aliases, extensions, fileNames, interpreters);
    }
}
