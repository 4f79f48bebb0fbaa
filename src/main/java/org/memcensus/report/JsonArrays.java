package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The arrays of our JSON: a field, and a value for each item. */
final class JsonArrays {
    private JsonArrays() {}

    /**
     * Writes what is inside an object.
     *
     * @param <T> what the object tells of
     */
    @FunctionalInterface
    interface Body<T> {
        /** Writes the fields of one object. */
        void write(T item) throws IOException;
    }

    /** An array of objects, one for each item. */
    static <T> void objects(JsonGenerator json, String field, Iterable<T> items, Body<T> body) throws IOException {
        json.writeArrayFieldStart(field);
        for (T item : items) {
            json.writeStartObject();
            body.write(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** An array of texts. */
    static void texts(JsonGenerator json, String field, Iterable<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(JsonStyle.whole(text));
        }
        json.writeEndArray();
    }
}
