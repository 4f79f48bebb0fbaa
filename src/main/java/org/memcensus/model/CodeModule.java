package org.memcensus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param ties what ties it to its build and to other modules
 * @param stated what its files come to, where nothing else is known of them; null where {@code files} holds them
 */
public record CodeModule(
        String id,
        String name,
        ModuleKind kind,
        String path,
        Role role,
        List<CountedFile> files,
        Ties ties,
        @Nullable ModuleSum stated) {
    /** Copies its list. */
    public CodeModule {
        files = List.copyOf(files);
    }

    /** A module that holds its files. */
    public CodeModule(
            String id, String name, ModuleKind kind, String path, Role role, List<CountedFile> files, Ties ties) {
        this(id, name, kind, path, role, files, ties, null);
    }

    /** A module of which nothing more is known. */
    public CodeModule(String id, String name, ModuleKind kind, String path, Role role, List<CountedFile> files) {
        this(id, name, kind, path, role, files, Ties.NONE);
    }

    /** The same module with other ties. */
    public CodeModule with(Ties other) {
        return new CodeModule(id, name, kind, path, role, files, other, stated);
    }

    /** What its files come to. */
    public ModuleSum sum() {
        return stated == null ? ModuleSum.of(files) : stated;
    }

    /** Lines of code of safety classes other than none. */
    public long code() {
        if (stated != null) {
            return stated.code();
        }
        long sum = 0;
        for (CountedFile file : files) {
            sum += file.counts().code() - file.code(Safety.NONE);
        }
        return sum;
    }

    /** Lines of code in memory-unsafe languages. */
    public long unsafeCode() {
        if (stated != null) {
            return stated.unsafeCode();
        }
        long sum = 0;
        for (CountedFile file : files) {
            sum += file.unsafeCode();
        }
        return sum;
    }
}
