package org.memcensus.model;

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
 */
public record CountedFile(
        String path, Language language, Safety safety, Role role, long bytes, LineCounts counts, FileFacts facts) {
    /** Lines of code in a memory-unsafe language. */
    public long unsafeCode() {
        return safety == Safety.UNSAFE ? counts.code() : 0;
    }
}
