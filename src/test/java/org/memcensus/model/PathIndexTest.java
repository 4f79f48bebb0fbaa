package org.memcensus.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathIndexTest {
    private static final List<List<String>> LISTS =
            List.of(List.of("net", "ssh"), List.of("parser"), List.of("c"), List.of("ssh2", "net"));

    private final PathIndex index = new PathIndex(LISTS);

    @Test
    void a_path_has_the_lists_of_which_it_has_a_word() {
        for (String path : List.of(
                "lib/ssh2/XMLParser.cc",
                "net/a.c",
                "a.c",
                "parser",
                "",
                "/",
                "src/net/",
                "netparser/x",
                "a-net_b/Parser")) {
            assertEquals(words(path), index.of(path), path);
        }
    }

    @Test
    void files_of_one_directory_do_not_add_to_each_other() {
        assertEquals(BitSet.valueOf(new long[] {0b1011}), index.of("net/parser"));
        assertEquals(BitSet.valueOf(new long[] {0b1101}), index.of("net/a.c"));
        assertEquals(BitSet.valueOf(new long[] {0b1001}), index.of("net/a.h"));
    }

    private static BitSet words(String path) {
        Set<String> words = PathWords.of(path);
        BitSet lists = new BitSet();
        for (int list = 0; list < LISTS.size(); list++) {
            lists.set(list, LISTS.get(list).stream().anyMatch(words::contains));
        }
        return lists;
    }
}
