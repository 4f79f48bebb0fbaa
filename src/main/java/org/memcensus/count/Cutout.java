package org.memcensus.count;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;

/** Cuts a file into what is its own and what is of other languages. Line ends stay in all parts. */
final class Cutout {
    private final byte[] whole;
    private final byte[] host;
    private final int length;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();

    Cutout(Content content) {
        whole = content.bytes();
        length = content.length();
        host = Arrays.copyOf(whole, length);
    }

    /** Moves the bytes from {@code from} up to {@code to} to another language. */
    void move(String language, int from, int to) {
        byte[] part = part(language);
        for (int i = from; i < to; i++) {
            part[i] = whole[i];
        }
        blank(from, to);
        sizes.merge(language, (long) Math.max(0, to - from), Long::sum);
    }

    /** Takes bytes from the host and puts a text for them into another language; what does not fit is left out. */
    void replace(String language, int from, int to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, part(language), from, Math.min(bytes.length, to - from));
        blank(from, to);
        sizes.merge(language, (long) bytes.length, Long::sum);
    }

    /** Takes bytes from the host, and gives them to nobody. */
    void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            host[i] = host[i] == '\n' ? (byte) '\n' : (byte) ' ';
        }
    }

    /** Makes the line from here on a comment of the host, in the way of C. */
    void comment(int from) {
        host[from] = '/';
        host[from + 1] = '/';
    }

    /** The parts; null where nothing was moved. */
    @Nullable
    Embedding result() {
        if (parts.isEmpty()) {
            return null;
        }
        List<Embedding.Part> all = new ArrayList<>();
        parts.forEach((language, bytes) ->
                all.add(new Embedding.Part(language, sizes.getOrDefault(language, 0L), new Content(bytes, length))));
        return new Embedding(new Content(host, length), all);
    }

    private byte[] part(String language) {
        return parts.computeIfAbsent(language, none -> {
            byte[] blank = new byte[length];
            for (int i = 0; i < length; i++) {
                blank[i] = whole[i] == '\n' ? (byte) '\n' : (byte) ' ';
            }
            return blank;
        });
    }
}
