package org.memcensus.source;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Names as git stores them: bytes, by custom UTF-8. */
final class PathText {
    /** Why a file is not read whose name on disk no text stands for. */
    static final String NO_UTF8 = "its name is no UTF-8, so it cannot be opened: rename it, or read it with --rev";

    /** Why a file is not read whose name Java would write with other bytes than git. */
    static final String NOT_IN_LOCALE = "its name cannot be written in the locale: run with LC_ALL=C.UTF-8";

    /** Whether Java writes names to disk as git does; on Windows they are text. */
    private static final boolean AS_GIT =
            File.separatorChar == '\\' || "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private PathText() {}

    /** Why a name that git knows must not be looked for on disk, where another file may have what comes out; else null. */
    static @Nullable String against(String name) {
        return AS_GIT || isAscii(name) ? null : NOT_IN_LOCALE;
    }

    /** Why what was found on disk cannot be found again by its name; else null. */
    static @Nullable String against(Path found) {
        String name = found.toString();
        if (isAscii(name)) {
            return null;
        }
        return !AS_GIT ? NOT_IN_LOCALE : Path.of(name).equals(found) ? null : NO_UTF8;
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name is UTF-8, so that its text stands for these bytes alone. */
    static boolean isUtf8(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                byte[] again = decodeWide(bytes, start, end).getBytes(StandardCharsets.UTF_8);
                return Arrays.equals(again, Arrays.copyOfRange(bytes, start, end));
            }
        }
        return true;
    }

    /** Text of a name; what is not UTF-8 is read as ISO 8859-1, so that no name is lost. */
    static String decode(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return decodeWide(bytes, start, end);
            }
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static String decodeWide(byte[] bytes, int start, int end) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
    }
}
