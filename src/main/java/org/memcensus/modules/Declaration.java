package org.memcensus.modules;

import java.util.List;
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
 */
public record Declaration(
        String system,
        String name,
        ModuleKind kind,
        String directory,
        List<String> files,
        boolean whole,
        String path,
        int line) {
    /** Copies its list. */
    public Declaration {
        files = List.copyOf(files);
    }
}
