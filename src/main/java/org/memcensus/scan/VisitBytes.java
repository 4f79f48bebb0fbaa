package org.memcensus.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers and texts as bytes: small numbers take one byte, and a text that comes again is its number in a list. */
final class VisitBytes {
    private static final int SEVEN = 0x7f;
    private static final int MORE = 0x80;

    private VisitBytes() {}

    /** Writes. For one thread. */
    static final class Out {
        private final List<String> texts;
        private final Map<String, Integer> numbers = new HashMap<>();
        private byte[] bytes = new byte[1 << 16];
        private int length;

        /** A writer that goes on with a list of texts. */
        Out(List<String> known) {
            texts = new ArrayList<>(known);
            for (int i = 0; i < texts.size(); i++) {
                numbers.put(texts.get(i), i);
            }
        }

        /** All texts, by their numbers. */
        List<String> texts() {
            return texts;
        }

        /** Forgets the bytes, not the texts. */
        void clear() {
            length = 0;
        }

        int length() {
            return length;
        }

        /** What was written; only the first {@link #length} bytes count. */
        byte[] bytes() {
            return bytes;
        }

        /** Writes a number that is not negative. */
        void number(long value) {
            room(10);
            long rest = value;
            while (rest > SEVEN) {
                bytes[length++] = (byte) (rest & SEVEN | MORE);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }

        void text(String text) {
            Integer number = numbers.get(text);
            if (number == null) {
                number = texts.size();
                texts.add(text);
                numbers.put(text, number);
            }
            number(number);
        }

        /** Writes a text that will not come again. */
        void once(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            raw(utf8, 0, utf8.length);
        }

        void word(long value) {
            room(Long.BYTES);
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                bytes[length++] = (byte) (value >>> shift);
            }
        }

        /** Writes the lower half of a word. */
        void half(int value) {
            room(Integer.BYTES);
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                bytes[length++] = (byte) (value >>> shift);
            }
        }

        void raw(byte[] from, int start, int count) {
            room(count);
            System.arraycopy(from, start, bytes, length, count);
            length += count;
        }

        private void room(int more) {
            if (bytes.length - length < more) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.addExact(bytes.length, bytes.length)));
            }
        }
    }

    /** Reads what {@link Out} wrote. What is damaged ends in a {@link RuntimeException}. For one thread. */
    static final class In {
        private final byte[] bytes;
        private final String[] texts;
        private int at;

        In(byte[] bytes, int at, String[] texts) {
            this.bytes = bytes;
            this.at = at;
            this.texts = texts;
        }

        int at() {
            return at;
        }

        void skip(int count) {
            at = Math.addExact(at, count);
        }

        long number() {
            long value = 0;
            int shift = 0;
            byte b = bytes[at++];
            while (b < 0) {
                value |= (long) (b & SEVEN) << shift;
                shift += 7;
                b = bytes[at++];
            }
            return value | (long) b << shift;
        }

        int small() {
            return Math.toIntExact(number());
        }

        String text() {
            return texts[small()];
        }

        String once() {
            int length = small();
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }

        long word() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                value |= (bytes[at++] & 0xffL) << shift;
            }
            return value;
        }

        int half() {
            int value = 0;
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                value |= (bytes[at++] & 0xff) << shift;
            }
            return value;
        }

        /** How many of something follow that takes so many bytes each: never more than there is room for. */
        int count(int each) {
            int count = small();
            if (count < 0 || count > (bytes.length - at) / each) {
                throw new IndexOutOfBoundsException(count);
            }
            return count;
        }
    }
}
