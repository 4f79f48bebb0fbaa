package org.memcensus.modules;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.memcensus.model.ModuleKind;

/**
 * A target or package that a build declares.
 *
 * @param system name of the build system, first part of the module's id
 * @param name name of the target or package
 * @param kind what it makes
 * @param directory directory of the declaration
 * @param files its files in the tree
 * @param whole whether it owns its files whatever their role and number: a package; else it is a target, which refines
 *     the tree only while it is small
 * @param path build file that declares it
 * @param line line of the declaration, from 1
 * @param links targets and packages that it links, by name, as {@link LinkNames#label} or as {@link LinkerWords}; they may be of
 *     this repository or not
 * @param installed headers of the tree that it installs
 * @param use what the build does with what it makes
 */
public record Declaration(
        String system,
        String name,
        ModuleKind kind,
        String directory,
        List<String> files,
        boolean whole,
        String path,
        int line,
        List<String> links,
        List<String> installed,
        Use use) {
    /** What a build does with what it makes, as far as that is seen. */
    public enum Use {
        /** Nothing that is seen. */
        UNKNOWN,
        /** It installs it. */
        INSTALLED,
        /** It only runs it, to make a source. */
        BUILD
    }

    /** Copies its lists. */
    public Declaration {
        files = List.copyOf(files);
        links = List.copyOf(links);
        installed = List.copyOf(installed);
    }

    /** A declaration that says nothing of links and installed headers. */
    public Declaration(
            String system,
            String name,
            ModuleKind kind,
            String directory,
            List<String> files,
            boolean whole,
            String path,
            int line) {
        this(system, name, kind, directory, files, whole, path, line, List.of(), List.of(), Use.UNKNOWN);
    }

    /** The same by another name. */
    Declaration named(String other) {
        return new Declaration(system, other, kind, directory, files, whole, path, line, links, installed, use);
    }

    /** The same with these files. */
    Declaration of(Collection<String> others) {
        return new Declaration(
                system, name, kind, directory, List.copyOf(others), whole, path, line, links, installed, use);
    }

    /** The same, linking these targets and packages. */
    Declaration linking(Collection<String> libraries) {
        return new Declaration(
                system,
                name,
                kind,
                directory,
                files,
                whole,
                path,
                line,
                List.copyOf(new TreeSet<>(libraries)),
                installed,
                use);
    }

    /** Whether the build is seen to install what it makes. */
    boolean delivered() {
        return use == Use.INSTALLED;
    }

    /** How it is named to people: "target png declared at CMakeLists.txt:12". */
    String place() {
        return (whole ? "package " : "target ") + name + " declared at " + path + ":" + line;
    }
}
