package org.memcensus.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.FileFacts;
import org.memcensus.tables.RuleTable;

/** Where the buffer leaves room, code is read 64 bytes at a time; at its end, byte by byte. Both must find the same. */
class ReadingInBlocksTest {
    private static final List<String> PIECES = List.of(
            "memcpy",
            "len",
            "buf_size",
            "recvfrom",
            "p",
            "*p++",
            "->",
            ".",
            ", ",
            "(",
            ")",
            " = ",
            "[",
            "][",
            "]",
            " [ 3 ]",
            " += ",
            " -= ",
            "++",
            "--",
            " < ",
            " >> ",
            " && ",
            " & ",
            " * ",
            "*",
            " - ",
            "\n\t",
            "\n#define X_LEN 0x10\n",
            "\n#include <sys/socket.h>\n",
            "\n# define F(x) ((x) + len)\n",
            "#",
            "42",
            "0x7fUL",
            "uint8_t",
            "unsigned char ",
            "ntohl",
            "free(a->b)",
            "parseHeader",
            "HTTPDecode",
            "\u00e9t\u00e9",
            ";\n\n\t\t\t\t\t",
            ") {\n\t\t\t",
            "{",
            "}",
            "!",
            "a_name_that_is_longer_than_a_whole_block_of_sixty_four_bytes_and_ends_in_len",
            "\\\n",
            "\u007f",
            "@",
            "\r\n");

    private final FactFinder finder = new FactFinder(RuleTable.rules());

    @Test
    void code_means_the_same_in_the_middle_of_a_buffer_and_at_its_end() {
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder code = new StringBuilder();
            for (int n = random.nextInt(60); n >= 0; n--) {
                code.append(PIECES.get(random.nextInt(PIECES.size())));
                code.append(random.nextInt(3) == 0 ? " " : "");
            }
            byte[] text = code.toString().getBytes(StandardCharsets.UTF_8);
            byte[] roomy = Arrays.copyOf(text, text.length + 200);
            Arrays.fill(roomy, text.length, roomy.length, (byte)
                    "=+>-]9x".charAt(round % 7)); // what an earlier file left behind
            assertEquals(find(text, text.length), find(roomy, text.length), code.toString());
        }
    }

    private FileFacts find(byte[] bytes, int length) {
        CodeSpans spans = new CodeSpans();
        spans.add(0, length, 1, false);
        return finder.find(new Content(bytes, length), spans, true);
    }
}
