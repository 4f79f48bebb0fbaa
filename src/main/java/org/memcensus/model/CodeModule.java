package org.memcensus.model;

import java.util.List;

/**
 * A unit that a maintainer could replace on its own.
 *
 * @param id stable id, unique in the repository: {@code dir:lib/vtls}, {@code family:lib/ftp},
 *     {@code cmake:lib/libcurl}, {@code cargo:crates/core}; a part with another role has {@code #test} and the like
 * @param name what a maintainer would call it
 * @param kind what it is
 * @param path its directory from the scanned root, "" for the root
 * @param role the role of its files; generated files stay with the core module they belong to
 * @param files its files, sorted by path
 */
public record CodeModule(String id, String name, ModuleKind kind, String path, Role role, List<CountedFile> files) {
    /** Copies its list. */
    public CodeModule {
        files = List.copyOf(files);
    }

    /** Lines of code of safety classes other than none. */
    public long code() {
        long sum = 0;
        for (CountedFile file : files) {
            sum += file.counts().code() - file.code(Safety.NONE);
        }
        return sum;
    }

    /** Lines of code in memory-unsafe languages. */
    public long unsafeCode() {
        long sum = 0;
        for (CountedFile file : files) {
            sum += file.unsafeCode();
        }
        return sum;
    }
}
