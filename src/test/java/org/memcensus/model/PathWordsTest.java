package org.memcensus.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathWordsTest {
    @Test
    void a_path_is_split_at_its_signs() {
        assertEquals(List.of("lib", "tls", "x", "c"), words("lib/tls-x.c"));
        assertEquals(List.of("a", "b", "cc"), words("a_b.cc"));
    }

    @Test
    void capitals_begin_words_and_runs_of_capitals_are_one() {
        assertEquals(List.of("xml", "http", "request", "c"), words("XMLHttpRequest.c"));
        assertEquals(List.of("dns"), words("DNS"));
        assertEquals(List.of("dnsa", "parser"), words("DNSAParser"));
    }

    @Test
    void digits_belong_to_their_word_which_also_stands_without_them() {
        assertEquals(List.of("ssh2", "ssh", "c"), words("ssh2.c"));
        assertEquals(List.of("x509"), words("x509"));
    }

    @Test
    void signs_alone_are_no_words() {
        assertEquals(List.of(), words("//.-_"));
        assertEquals(List.of(), words(""));
    }

    private static List<String> words(String path) {
        return List.copyOf(PathWords.of(path));
    }
}
