package org.memcensus.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memcensus.model.Criterion;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts.Include;
import org.memcensus.model.RiskFeature;
import org.memcensus.model.Rule;

/** What the finder sees in code, and that it sees nothing outside it. */
class FactFinderTest {
    private static final Rule RULE = new Rule(
            "x",
            Criterion.R2,
            "Is it?",
            "it is",
            "because",
            "https://example.org/",
            10,
            1,
            new Rule.Match(
                    List.of("recv", "uv_tcp_*"),
                    List.of("AF_INET", "SOCK_*"),
                    List.of("net/*", "x.h"),
                    List.of("parse"),
                    List.of()),
            List.of(),
            List.of());

    private static List<Fact> facts(String code) {
        return RuleExamplesTest.find(List.of(RULE), code).facts();
    }

    private static int risk(RiskFeature feature, String code) {
        return RuleExamplesTest.find(List.of(RULE), code).risk().get(feature.ordinal());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "recv(s);, 1",
                "recv (s);, 1",
                "recv;, 0",
                "xrecv(s);, 0",
                "recvx(s);, 0",
                "uv_tcp_open(t);, 1",
                "uv_tcp_open;, 0",
                "uv_tcpx(t);, 0",
                "int a = AF_INET;, 1",
                "SOCK_STREAM | SOCK_DGRAM, 2",
                "#include <net/if.h>, 1",
                "#include \"x.h\", 1",
                "#  include <x.h>, 1",
                "#define recv (4), 0",
                "#define recv(x) f(x), 1",
                "#define x (recv(s)), 1",
                "#include <y.h>, 0",
                "a = \"x.h\";, 0",
                "http_parse_line(s);, 1",
                "HttpParseLine(s);, 1",
                "parse = 1;, 0",
                "sparse(s);, 0",
            })
    void a_pattern_hits_what_it_names(String code, int hits) {
        assertEquals(hits, facts(code + "\n").stream().mapToInt(Fact::count).sum());
    }

    @Test
    void comments_and_strings_say_nothing() {
        assertEquals(
                List.of(), facts("/* recv(s) */ // AF_INET\nchar *s = \"recv(s)\\\" AF_INET\"; // recv(\n'/*recv(';"));
    }

    @Test
    void the_line_is_that_of_the_first_place() {
        assertEquals(
                List.of(new Fact("x", 6, 2)),
                facts("/* one\n two\n*/ char *s = \"a\\\nb\"; // c \\\n d\n recv(s); recv(s);\n"));
    }

    @Test
    void includes_are_kept_in_order_as_written() {
        assertEquals(
                List.of(new Include("a/b.h", true), new Include("c.h", false)),
                RuleExamplesTest.find(List.of(), "#include <a/b.h>\n// #include <no.h>\n#include \"c.h\"\n")
                        .includes());
    }

    @Test
    void a_finder_forgets_the_file_before() {
        FactFinder finder = new FactFinder(List.of(RULE));
        assertEquals(1, RuleExamplesTest.find(finder, "recv(s);").facts().size());
        assertEquals(List.of(), RuleExamplesTest.find(finder, "send(s);").facts());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "LENGTH_COMPARISON, if(i < len), if(i < x)",
                "LENGTH_ARITHMETIC, a = len - 4;, a = b - 4;",
                "ALLOCATION, p = malloc(4);, p = malloc;",
                "MEMORY_COPY, memcpy(a; b; 4);, memset(a; 0; 4);",
                "RESIZE, p = realloc(p; 4);, p = relocate(p; 4);",
                "FREE, free(a->b);, free(b);",
                "POINTER_MEMBER, a->b = 1;, a.b = 1;",
                "VARIABLE_INDEX, a[i] = 1;, a[1] = 1;",
                "POINTER_STEP, c = *p++;, c = p + 1;",
                "BYTE_TYPE, unsigned char c;, signed char c;",
                "PARSER_FUNCTION, decode_frame(f);, encode_frame(f);",
                "WIRE_INTEGER, a = ntohl(b);, a = ntop(b);",
            })
    void a_risky_construct_is_counted_where_it_stands(RiskFeature feature, String hit, String miss) {
        assertEquals(1, risk(feature, hit + "\n"), hit);
        assertEquals(0, risk(feature, miss + "\n"), miss);
        assertEquals(0, risk(feature, "// " + hit + "\n/* " + hit + " */ char *s = \"" + hit + "\";\n"), "no code");
    }
}
