package org.memcensus.modules;

import org.memcensus.model.ModuleKind;

/** The module that a file of a test's tree is in. */
final class GroupedFile {
    private GroupedFile() {}

    static Grouping of(Trees tree, String file) {
        return tree.group().stream()
                .filter(grouping -> grouping.module().files().stream()
                        .anyMatch(member -> member.path().equals(file)))
                .findFirst()
                .orElseThrow();
    }

    static ModuleKind kind(Trees tree, String file) {
        return of(tree, file).module().kind();
    }

    static String reason(Trees tree, String file) {
        return of(tree, file).reason();
    }
}
