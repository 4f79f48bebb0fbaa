package org.memcensus.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memcensus.model.ByteWords;
import org.memcensus.tables.RuleTable;

/** A finder remembers names and gaps by short keys; what it has read before changes nothing that it finds. */
class RememberingTest {
    private static final List<String> GAPS = List.of(
            "[",
            "][",
            " = ",
            ", ",
            "(",
            ") ",
            " << ",
            ";\n\n\t\t\t\t",
            ") {\n\t\t\t\t",
            "[ ] = \n\t  ",
            "] = {\n\t\t-",
            " <=  \t\t\t\t ",
            "\n}\n\n\n\n\n",
            " -\n\t\t\t\t\t\t");

    private static final List<String> NAMES = List.of("len", "4", "0x10", "buf", "p", "x", "1u", "memcpy", "size");

    @Test
    void names_that_change_alike_in_two_places_are_two_names() {
        FactFinder finder = new FactFinder(RuleTable.rules());
        RuleExamplesTest.find(finder, "ZSTD_DCtx_refDDict(a, b);");
        assertEquals(
                List.of(),
                RuleExamplesTest.find(finder, "ZSTD_CCtx_refCDict(a, b);").facts().stream()
                        .filter(fact -> fact.rule().equals("codec.decompression"))
                        .toList());
    }

    @Test
    void no_two_names_have_one_key() {
        Random random = new Random(5);
        Set<String> names = new HashSet<>();
        Set<Long> keys = new HashSet<>();
        for (int round = 0; round < 200_000; round++) {
            StringBuilder name = new StringBuilder();
            for (int n = random.nextInt(32); n >= 0; n--) {
                name.append("CDcd_".charAt(random.nextInt(5)));
            }
            if (names.add(name.toString())) {
                byte[] bytes = name.toString().getBytes(StandardCharsets.US_ASCII);
                assertTrue(keys.add(ByteWords.key(bytes, 0, bytes.length)), name.toString());
            }
        }
    }

    @Test
    void what_was_read_before_changes_nothing() {
        FactFinder finder = new FactFinder(RuleTable.rules());
        Random random = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder code = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                code.append(NAMES.get(random.nextInt(NAMES.size()))).append(GAPS.get(random.nextInt(GAPS.size())));
                code.append(" ".repeat(random.nextInt(10)));
            }
            code.append(" ".repeat(200)); // room for reading in blocks
            assertEquals(
                    RuleExamplesTest.find(finder.another(), code.toString()),
                    RuleExamplesTest.find(finder, code.toString()),
                    code.toString());
        }
    }
}
