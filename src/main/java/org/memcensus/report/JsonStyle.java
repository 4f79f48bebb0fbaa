package org.memcensus.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How our JSON looks: two spaces a level, line feeds, and nothing in a string that does not show itself. */
final class JsonStyle {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .setCharacterEscapes(new Escapes())
            .setRootValueSeparator("\n");

    private JsonStyle() {}

    /** A generator that leaves {@code out} open. */
    static JsonGenerator on(Writer out) throws IOException {
        DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("")
                .withRootSeparator("\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(twoSpaces);
        printer.indentArraysWith(twoSpaces);
        JsonGenerator json = FACTORY.createGenerator(out);
        json.setPrettyPrinter(printer);
        return json;
    }

    /** A generator that leaves {@code out} open, and writes each value of several on a line of its own. */
    static JsonGenerator lines(Writer out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /** The text with U+FFFD for each half of a surrogate pair that stands alone: no UTF-8 can hold one. */
    static String whole(String text) {
        StringBuilder whole = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            whole = whole == null ? new StringBuilder(text) : whole;
            whole.setCharAt(i, '\uFFFD');
        }
        return whole == null ? text : whole.toString();
    }

    /** Escapes control characters beyond JSON's duty, and marks that change how the text around them looks. */
    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int[] ASCII = ascii();

        private static int[] ascii() {
            int[] ascii = standardAsciiEscapesForJSON();
            ascii[0x7f] = ESCAPE_STANDARD;
            return ascii;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return Character.isSurrogate((char) c) || Plain.shows(c)
                    ? null
                    : new SerializedString(String.format(Locale.ROOT, "\\u%04X", c));
        }
    }
}
