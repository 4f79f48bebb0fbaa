package org.memcensus.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What names mean to the rules and to the risk count, remembered for the names seen last. A name comes back hundreds of
 * times; a cache of fixed size, one place a hash, finds it again with one comparison and cannot be filled up.
 */
final class Dictionary {
    /** Most projects' names fit; the kernel's hot ones do. */
    private static final int SIZE = 1 << 16;

    private final Patterns patterns;
    private final Words words = new Words();
    private final @Nullable Name[] cache = new Name[SIZE];

    /**
     * A name and its meanings.
     *
     * @param bytes the name
     * @param hash its hash
     * @param used rules that it speaks for wherever it is used
     * @param called rules that it speaks for where it is called, beside those
     * @param kind bits of {@link RiskCounter}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Name(byte[] bytes, int hash, int[] used, int[] called, int kind) {}

    Dictionary(Patterns patterns) {
        this.patterns = patterns;
    }

    Name find(int hash, byte[] b, int start, int end) {
        int place = (hash ^ (hash >>> 16)) & (SIZE - 1);
        Name name = cache[place];
        if (name == null
                || name.hash() != hash
                || !Arrays.equals(name.bytes(), 0, name.bytes().length, b, start, end)) {
            byte[] bytes = Arrays.copyOfRange(b, start, end);
            words.split(bytes, 0, bytes.length);
            name = new Name(
                    bytes, hash, patterns.used(bytes), patterns.called(bytes, words), RiskWords.kind(bytes, words));
            cache[place] = name;
        }
        return name;
    }
}
