package org.memcensus.model;

import java.util.OptionalDouble;

/**
 * Sums over a set of files.
 *
 * @param files number of files
 * @param bytes their size
 * @param counts their lines, of every class
 * @param unsafeCode code lines in memory-unsafe languages
 * @param safeCode code lines in memory-safe languages
 * @param undeterminedCode code lines in languages without a ruling
 * @param unsafeBytes size of what is in memory-unsafe languages
 * @param programBytes size of what is of all classes but none
 */
public record Totals(
        long files,
        long bytes,
        LineCounts counts,
        long unsafeCode,
        long safeCode,
        long undeterminedCode,
        long unsafeBytes,
        long programBytes) {
    /** Adds up some files. */
    public static Totals of(Iterable<CountedFile> files) {
        long number = 0;
        long bytes = 0;
        long code = 0;
        long comments = 0;
        long blanks = 0;
        long[] byClass = new long[Safety.values().length];
        long[] bytesByClass = new long[Safety.values().length];
        for (CountedFile file : files) {
            number++;
            bytes += file.bytes();
            code += file.counts().code();
            comments += file.counts().comments();
            blanks += file.counts().blanks();
            byClass[file.safety().ordinal()] += file.counts().code();
            bytesByClass[file.safety().ordinal()] += file.bytes();
            for (EmbeddedCode part : file.embedded()) {
                byClass[file.safety().ordinal()] -= part.counts().code();
                byClass[part.safety().ordinal()] += part.counts().code();
                bytesByClass[file.safety().ordinal()] -= part.bytes();
                bytesByClass[part.safety().ordinal()] += part.bytes();
            }
        }
        return new Totals(
                number,
                bytes,
                new LineCounts(code, comments, blanks),
                byClass[Safety.UNSAFE.ordinal()],
                byClass[Safety.SAFE.ordinal()],
                byClass[Safety.UNDETERMINED.ordinal()],
                bytesByClass[Safety.UNSAFE.ordinal()],
                bytesByClass[Safety.UNSAFE.ordinal()]
                        + bytesByClass[Safety.SAFE.ordinal()]
                        + bytesByClass[Safety.UNDETERMINED.ordinal()]);
    }

    /** Code lines of the classes that a share is taken of. */
    public long programCode() {
        return unsafeCode + safeCode + undeterminedCode;
    }

    /** Unsafe code lines by all code lines, in [0, 1]; empty where there is no code. */
    public OptionalDouble unsafeShare() {
        return share(unsafeCode, programCode());
    }

    /** The same by bytes. */
    public OptionalDouble unsafeShareBytes() {
        return share(unsafeBytes, programBytes);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
