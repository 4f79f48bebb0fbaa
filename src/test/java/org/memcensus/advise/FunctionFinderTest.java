package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.tables.AdviceTable;

class FunctionFinderTest {
    private static final String WORK = "work();\n".repeat(20);

    private static List<String> find(String path, String code) {
        return new FunctionFinder(AdviceTable.read())
                .find(path, code.replace("WORK", WORK).getBytes(StandardCharsets.UTF_8)).stream()
                        .map(found -> found.place().what() + " " + found.place().line() + " "
                                + found.place().lines())
                        .toList();
    }

    private static final String CLASS = """
            namespace net {
              class Reader : public Base {
               public:
                explicit Reader(int fd) : fd_(fd) {}

                bool parse_header(const char *from,
                                  size_t length) override {
            WORK    }

                static Reply *Frame::decodeFrame(int fd)
                {
                  if (parse_header(from, length)) {
                    for_each_part(decode_part, from) {
            WORK        }
                  }
                }

                FOR_ALL(parse_item, item) {
            WORK    }
              };
            }
            """;

    @Test
    void in_cplusplus_a_function_may_stand_in_a_class_or_a_namespace() {
        assertEquals(List.of("parse_header() 6 23", "decodeFrame() 30 27"), find("net/reader.cc", CLASS));
    }

    @Test
    void in_c_a_function_begins_in_the_first_column() {
        assertEquals(List.of(), find("net/reader.c", CLASS));
    }

    @Test
    void a_test_beside_a_parser_is_no_candidate() {
        assertEquals(List.of("ParserDecode() 1 22"), find("a.c", """
                        static int ParserDecode(void) {
                        WORK}
                        static int ParserDecodeG70V3Test(void) {
                        WORK}
                        static int ParserDecodeTest01(void) {
                        WORK}
                        """));
    }

    @Test
    void a_name_that_does_not_say_what_is_taken_apart_is_no_candidate() {
        assertEquals(List.of("DecodeFrame() 24 22"), find("a.c", """
                        static void Decode(void) {
                        WORK}

                        static int DecodeFrame(void) {
                        WORK}
                        """));
    }

    @Test
    void what_the_user_sets_is_no_candidate() {
        assertEquals(List.of("parse_tags() 47 22"), find("a.c", """
                        static int parse_acls(void) {
                        WORK}

                        static int parse_cpu_affinity(void) {
                        WORK}

                        static int parse_tags(void) {
                        WORK}
                        """));
    }

    @Test
    void who_parses_stands_before_who_only_reads() {
        List<FunctionFinder.Found> found = new FunctionFinder(AdviceTable.read())
                .find(
                        "a.c",
                        ("void read_request(void)\n{\n" + WORK + WORK + "}\nvoid parse_it(void)\n{\n" + WORK + "}\n")
                                .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("parse_it()", "read_request()"),
                found.stream()
                        .sorted(FunctionFinder.Found.BEST)
                        .map(item -> item.place().what())
                        .toList());
    }
}
