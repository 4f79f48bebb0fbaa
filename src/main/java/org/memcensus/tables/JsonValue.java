package org.memcensus.tables;

import java.util.List;
import java.util.Map;

/** A value of a JSON file, with the line where it begins. */
sealed interface JsonValue {
    /** Its line, from 1. */
    int line();

    /**
     * A text.
     *
     * @param text its characters
     * @param line see {@link JsonValue#line()}
     */
    record Text(String text, int line) implements JsonValue {}

    /**
     * A number without a fraction, small enough for a {@code long}.
     *
     * @param number its value
     * @param line see {@link JsonValue#line()}
     */
    record Whole(long number, int line) implements JsonValue {}

    /**
     * Any other number.
     *
     * @param number its value, or the nearest that there is; infinite where there is none
     * @param line see {@link JsonValue#line()}
     */
    record Fraction(double number, int line) implements JsonValue {}

    /**
     * True or false.
     *
     * @param holds which of both
     * @param line see {@link JsonValue#line()}
     */
    record Flag(boolean holds, int line) implements JsonValue {}

    /**
     * Null.
     *
     * @param line see {@link JsonValue#line()}
     */
    record Null(int line) implements JsonValue {}

    /**
     * A list.
     *
     * @param items its values
     * @param line see {@link JsonValue#line()}
     */
    record Items(List<JsonValue> items, int line) implements JsonValue {}

    /**
     * An object.
     *
     * @param fields its values by name
     * @param line see {@link JsonValue#line()}
     */
    record Fields(Map<String, JsonValue> fields, int line) implements JsonValue {}
}
