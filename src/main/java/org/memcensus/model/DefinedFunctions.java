package org.memcensus.model;

import java.util.List;

/** Which part of a tree defines which function. A name that several parts define tells nothing, and is left out. */
public final class DefinedFunctions {
    /** No part, or several, define a function. */
    public static final int UNKNOWN = -1;

    private static final int SEVERAL = -1;
    private static final int SPREAD = 0x9e3779b9; // as ByteWords.MIX, for 32 bits

    private final int[] hashes;

    /** The number of a part, from 1; 0 for a free entry. */
    private final int[] parts;

    private final int shift;

    private DefinedFunctions(int functions) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(8, 2 * functions));
        shift = Integer.SIZE - bits;
        hashes = new int[1 << bits];
        parts = new int[1 << bits];
    }

    /**
     * The functions of these files.
     *
     * @param parts for each file the number of its part, from 0
     */
    public static DefinedFunctions of(List<CountedFile> files, int[] parts) {
        int functions = 0;
        for (CountedFile file : files) {
            functions += file.facts().functions().defined().size();
        }
        DefinedFunctions defined = new DefinedFunctions(functions);
        for (int file = 0; file < files.size(); file++) {
            NameSet names = files.get(file).facts().functions().defined();
            for (int i = 0; i < names.size(); i++) {
                defined.add(names.get(i), parts[file] + 1);
            }
        }
        return defined;
    }

    private void add(int hash, int part) {
        int slot = slot(hash);
        parts[slot] = parts[slot] == 0 || parts[slot] == part ? part : SEVERAL;
        hashes[slot] = hash;
    }

    /** The number of the only part that defines a function; {@link #UNKNOWN} if there is none. */
    public int part(int hash) {
        int part = parts[slot(hash)];
        return part > 0 ? part - 1 : UNKNOWN;
    }

    private int slot(int hash) {
        int slot = hash * SPREAD >>> shift;
        while (parts[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }
}
