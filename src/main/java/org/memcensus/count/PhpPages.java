package org.memcensus.count;

/** Reads what a PHP page holds outside {@code <?php ... ?>}: text that is sent as it stands, and counts as code. */
final class PhpPages {
    private final CountingPass pass;
    private final byte[] b;
    private final int end;

    PhpPages(CountingPass pass) {
        this.pass = pass;
        this.b = pass.b;
        this.end = pass.end;
    }

    /** Reads the text before the first {@code <?} as code; a file without any is all PHP. */
    void readStart() {
        int tag = tag();
        if (tag + 1 < end) {
            pass.literal(tag + 2);
        }
    }

    /** Reads the text between {@code ?>} and the next {@code <?} as code. */
    void read() {
        pass.literal(Math.min(tag() + 2, end));
    }

    private int tag() {
        int j = pass.i;
        while (j + 1 < end && !(b[j] == '<' && b[j + 1] == '?')) {
            j++;
        }
        return j;
    }
}
