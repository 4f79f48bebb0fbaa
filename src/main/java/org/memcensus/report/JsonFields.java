package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.LineCounts;

/** Writes fields of JSON in the forms that all reports use. */
final class JsonFields {
    static final int SHARE_DECIMALS = 4;
    static final int POINT_DECIMALS = 2;
    static final int SCORE_DECIMALS = 1;

    private static final double[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000};
    private static final double MANY = 1e9;
    private static final double SURELY_NEAREST = 0.499;

    private JsonFields() {}

    /** What every document of ours begins with: the name of its form, and the program. */
    static void head(JsonGenerator json, String schema, RunInfo run) throws IOException {
        json.writeStringField("schema", schema);
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "memcensus");
        text(json, "version", run.version());
        json.writeEndObject();
    }

    static void lines(JsonGenerator json, LineCounts counts) throws IOException {
        json.writeNumberField("lines", counts.lines());
        json.writeNumberField("code", counts.code());
        json.writeNumberField("comments", counts.comments());
        json.writeNumberField("blanks", counts.blanks());
    }

    static void text(JsonGenerator json, String field, String value) throws IOException {
        json.writeStringField(field, JsonStyle.whole(value));
    }

    static void optional(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            text(json, field, value);
        }
    }

    /** The number that {@link #decimal} writes. */
    static double rounded(double value, int decimals) {
        double scaled = value * POWERS_OF_TEN[decimals];
        double whole = Math.rint(scaled);
        return isNear(scaled, whole)
                ? whole / POWERS_OF_TEN[decimals]
                : Numbers.rounded(value, decimals).doubleValue();
    }

    /** Far from a half, and small enough to be exact, the nearest number is the one rounded half up. */
    private static boolean isNear(double scaled, double whole) {
        return scaled >= 0 && scaled < MANY && Math.abs(scaled - whole) < SURELY_NEAREST;
    }

    static void decimal(JsonGenerator json, String field, double value, int decimals) throws IOException {
        double scaled = value * POWERS_OF_TEN[decimals];
        double whole = Math.rint(scaled);
        if (isNear(scaled, whole)) {
            json.writeFieldName(field);
            json.writeNumber(pointed((long) whole, decimals));
        } else {
            json.writeNumberField(field, Numbers.rounded(value, decimals));
        }
    }

    /** A number of tenths, hundredths and so on, as a decimal. */
    private static String pointed(long units, int decimals) {
        StringBuilder text = new StringBuilder().append(units);
        while (text.length() <= decimals) {
            text.insert(0, '0');
        }
        return text.insert(text.length() - decimals, '.').toString();
    }

    static void share(JsonGenerator json, String field, OptionalDouble share) throws IOException {
        if (share.isPresent()) {
            decimal(json, field, share.getAsDouble(), SHARE_DECIMALS);
        } else {
            json.writeNullField(field);
        }
    }
}
