package org.memcensus.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;

/**
 * An object of a JSON file that may be anyone's. Whoever asks for a field says what it must be; what it is not, is a
 * {@link UsageException} with file, line and field. Fields that nobody asks for are passed over: a newer program may add some.
 */
final class JsonObject {
    /** No repository has a trillion of anything, and the sum of millions of such numbers is still a {@code long}. */
    static final long MOST = 1_000_000_000_000L;

    private final String file;
    private final String path;
    private final JsonValue.Fields object;

    private JsonObject(String file, String path, JsonValue.Fields object) {
        this.file = file;
        this.path = path;
        this.object = object;
    }

    /**
     * The object that a value must be.
     *
     * @param file name of the file, for messages
     * @param path what leads to the value, such as {@code modules[3]}
     */
    static JsonObject of(String file, String path, JsonValue value) throws UsageException {
        if (value instanceof JsonValue.Fields fields) {
            return new JsonObject(file, path, fields);
        }
        throw new UsageException(file + ":" + value.line() + ": " + path + " must be an object");
    }

    /** A text that must be there. */
    String text(String key) throws UsageException {
        if (need(key) instanceof JsonValue.Text text) {
            return text.text();
        }
        throw wrong(key, "must be a text");
    }

    /** A text, or {@code otherwise} where the field is not there. */
    String text(String key, String otherwise) throws UsageException {
        return has(key) ? text(key) : otherwise;
    }

    /** A text, or null where the field is not there. */
    @Nullable
    String textIfAny(String key) throws UsageException {
        return has(key) ? text(key) : null;
    }

    /** A path from the scanned root. */
    String path(String key) throws UsageException {
        String text = text(key);
        if (text.startsWith("/")) {
            throw wrong(key, "must be a path from the scanned root, without / before it");
        }
        return text;
    }

    /** A number of things. */
    long count(String key) throws UsageException {
        return whole(key, 0, MOST);
    }

    /** A number of a line; 0 where a file as a whole is meant. */
    int line(String key) throws UsageException {
        return (int) whole(key, 0, Integer.MAX_VALUE);
    }

    /** A whole number within bounds. */
    long whole(String key, long least, long most) throws UsageException {
        if (need(key) instanceof JsonValue.Whole whole && whole.number() >= least && whole.number() <= most) {
            return whole.number();
        }
        throw wrong(key, "must be a whole number from " + least + " to " + most);
    }

    /** A number from 0 to some other. */
    double number(String key, int most) throws UsageException {
        JsonValue value = need(key);
        double number = value instanceof JsonValue.Whole whole
                ? whole.number()
                : value instanceof JsonValue.Fraction fraction ? fraction.number() : -1;
        if (number >= 0 && number <= most) {
            return number;
        }
        throw wrong(key, "must be a number from 0 to " + most);
    }

    /** True or false. */
    boolean flag(String key) throws UsageException {
        if (need(key) instanceof JsonValue.Flag flag) {
            return flag.holds();
        }
        throw wrong(key, "must be true or false");
    }

    /** One of some words. */
    <E> E word(String key, E[] all, Function<E, String> label) throws UsageException {
        return word(key, text(key), all, label);
    }

    /** Some of some words; each once. */
    <E> List<E> words(String key, E[] all, Function<E, String> label) throws UsageException {
        need(key);
        List<E> words = new ArrayList<>();
        for (String text : texts(key)) {
            E word = word(key, text, all, label);
            if (words.contains(word)) {
                throw wrong(key, "names " + label.apply(word) + " twice");
            }
            words.add(word);
        }
        return words;
    }

    private <E> E word(String key, String text, E[] all, Function<E, String> label) throws UsageException {
        for (E word : all) {
            if (label.apply(word).equals(text)) {
                return word;
            }
        }
        throw wrong(key, "must be one of " + Stream.of(all).map(label).collect(Collectors.joining(", ")));
    }

    /** The object below a field. */
    JsonObject object(String key) throws UsageException {
        return of(file, path(path, key), need(key));
    }

    /** The object below a field, or null where that is not there. */
    @Nullable
    JsonObject objectIfAny(String key) throws UsageException {
        return has(key) ? object(key) : null;
    }

    /** The objects of a list that must be there. */
    List<JsonObject> objects(String key) throws UsageException {
        need(key);
        return objectsIfAny(key);
    }

    /** The objects of a list; none where the field is not there. */
    List<JsonObject> objectsIfAny(String key) throws UsageException {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonValue item : items(key)) {
            objects.add(of(file, path(path, key) + "[" + objects.size() + "]", item));
        }
        return objects;
    }

    /** A list of texts; empty where the field is not there. */
    List<String> texts(String key) throws UsageException {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items(key)) {
            if (!(item instanceof JsonValue.Text text)) {
                throw wrong(key, "must be a list of texts");
            }
            texts.add(text.text());
        }
        return texts;
    }

    /** Numbers within bounds by the constants of an enum, of which not all need be there. */
    <E extends Enum<E>> Map<E, Double> numbers(String key, Class<E> type, Function<E, String> label, int most)
            throws UsageException {
        JsonObject below = object(key);
        Map<E, Double> numbers = new EnumMap<>(type);
        for (String name : below.object.fields().keySet()) {
            numbers.put(word(key, name, type.getEnumConstants(), label), below.number(name, most));
        }
        return numbers;
    }

    /** Numbers of things by the constants of an enum, of which not all need be there. */
    <E extends Enum<E>> Map<E, Long> counts(String key, Class<E> type, Function<E, String> label)
            throws UsageException {
        JsonObject below = object(key);
        Map<E, Long> counts = new EnumMap<>(type);
        for (String name : below.object.fields().keySet()) {
            counts.put(word(key, name, type.getEnumConstants(), label), below.count(name));
        }
        return counts;
    }

    /** Whether the field is there and not null. */
    boolean has(String key) {
        JsonValue value = object.fields().get(key);
        return value != null && !(value instanceof JsonValue.Null);
    }

    /** A mistake in a field. */
    UsageException wrong(String key, String what) {
        JsonValue value = object.fields().get(key);
        return new UsageException(
                file + ":" + (value == null ? object : value).line() + ": " + path(path, key) + " " + what);
    }

    private List<JsonValue> items(String key) throws UsageException {
        if (!has(key)) {
            return List.of();
        }
        if (need(key) instanceof JsonValue.Items items) {
            return items.items();
        }
        throw wrong(key, "must be a list");
    }

    private JsonValue need(String key) throws UsageException {
        JsonValue value = object.fields().get(key);
        if (value == null) {
            throw wrong(key, "is missing");
        }
        return value;
    }

    private static String path(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
