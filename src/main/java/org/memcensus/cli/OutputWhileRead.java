package org.memcensus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output for as long as somebody reads it. A reader that has seen enough, as with {@code | head}, is no failure, and
 * changes nothing of what the run comes to: a gate that failed has failed. For one thread.
 */
final class OutputWhileRead extends OutputStream {
    private final OutputStream inner;
    private boolean left;

    OutputWhileRead(OutputStream inner) {
        this.inner = inner;
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        attempt(() -> inner.write(bytes, start, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(inner::flush);
    }

    private interface Step {
        void take() throws IOException;
    }

    private void attempt(Step step) throws IOException {
        if (left) {
            return;
        }
        try {
            step.take();
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
                throw e;
            }
            left = true;
        }
    }
}
