package org.memcensus.model;

import java.util.List;

/**
 * A file with all that its one visit found.
 *
 * @param path path from the scanned root
 * @param language its language
 * @param safety its safety class
 * @param role its role
 * @param bytes size
 * @param counts its lines
 * @param facts what its code does
 * @param embedded code of other languages in it; its lines and bytes are among those of the file
 */
public record CountedFile(
        String path,
        Language language,
        Safety safety,
        Role role,
        long bytes,
        LineCounts counts,
        FileFacts facts,
        List<EmbeddedCode> embedded) {
    /** Copies its list. */
    public CountedFile {
        embedded = List.copyOf(embedded);
    }

    /** A file that is all in one language. */
    public CountedFile(
            String path, Language language, Safety safety, Role role, long bytes, LineCounts counts, FileFacts facts) {
        this(path, language, safety, role, bytes, counts, facts, List.of());
    }

    /** The same file in another role. */
    public CountedFile with(Role other) {
        return new CountedFile(path, language, safety, other, bytes, counts, facts, embedded);
    }

    /** The lines in its own language. */
    public LineCounts ownCounts() {
        LineCounts own = counts;
        for (EmbeddedCode part : embedded) {
            own = own.minus(part.counts());
        }
        return own;
    }

    /** Lines of code in languages of a safety class. */
    public long code(Safety wanted) {
        long code = safety == wanted ? counts.code() : 0;
        if (embedded.isEmpty()) {
            return code; // as nearly all; this is asked of all files again and again
        }
        for (EmbeddedCode part : embedded) {
            code += part.safety() == wanted ? part.counts().code() : 0;
            code -= safety == wanted ? part.counts().code() : 0;
        }
        return code;
    }

    /** Lines of code in memory-unsafe languages. */
    public long unsafeCode() {
        return code(Safety.UNSAFE);
    }
}
