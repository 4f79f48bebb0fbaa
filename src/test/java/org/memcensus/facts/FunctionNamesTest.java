package org.memcensus.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memcensus.model.FileFacts.Functions;
import org.memcensus.model.NameSet;

/** Which functions a file offers, and which of others it calls. */
class FunctionNamesTest {
    private static final List<String> NAMES =
            List.of("parse", "parse_a_very_long_name_of_more_than_sixty_four_bytes_that_spans_blocks", "helper", "run");

    private static Functions functions(String code) {
        return RuleExamplesTest.find(List.of(), code).functions();
    }

    private static List<String> names(NameSet set) {
        List<String> names = new ArrayList<>();
        for (String name : NAMES) {
            if (set.contains(NameSet.hash(name))) {
                names.add(name);
            }
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int parse(const char *s)\n{\n  return 0;\n}\n",
                "int parse(void) { return 0; }\n",
                "static int\nother (void)\n{\n}\n\nint\nparse (void)\n{\n}\n",
                "/* What it does. */\nvoid *parse(a, b)\n    char *a;\n    int b, c;\n{\n}\n",
                "__attribute__((noinline)) int parse(int (*f)(void))\n    __attribute__((cold))\n{\n}\n",
                "int ABI parse(int a /* (first */, int b)\r\n{\r\n}\r\n",
                "struct x *net::parse(int a)\n{\n}\nint parse(int a)\n{\n}\n",
            })
    void a_definition_is_an_offer(String code) {
        assertEquals(List.of("parse"), names(functions(code).defined()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int parse(const char *s);\n",
                "static int parse(void)\n{\n}\n",
                "static inline struct a *\nparse (void)\n{\n}\n",
                "int net::parse(int a)\n{\n}\n",
                "int (*parse)(int) = run;\nstruct a {\n};\n",
                "out:\n  parse(x) {\n}\n",
                "if (x) {\n}\n",
                "struct a parse = {\n};\n",
                "#define parse(x) {\n",
                "char *s = \"x\\\nint parse(void)\\\n{\";\n",
                "/*\nint parse(void)\n{\n}\n*/\n",
                "int parse(int);\nstruct a\n{\n};\n",
            })
    void what_is_no_definition_for_others_is_no_offer(String code) {
        assertEquals(List.of(), names(functions(code).defined()));
    }

    @Test
    void a_call_is_a_name_before_a_parenthesis() {
        String code = """
                int x(void)
                {
                    if (a->parse(b) || c.parse(d))
                        return helper (1) + "run()" /* run() */;
                    for (;;)
                        parse_a_very_long_name_of_more_than_sixty_four_bytes_that_spans_blocks(2);
                }
                """;
        assertEquals(List.of(NAMES.get(1), "helper"), names(functions(code).called()));
    }

    @Test
    void what_a_file_defines_itself_it_does_not_call_of_others() {
        String code = """
                static int helper(void)
                {
                    return 1;
                }

                int parse(void)
                {
                    return helper() + parse() + run();
                }
                """;
        assertEquals(List.of("run"), names(functions(code).called()));
    }

    @Test
    void calls_are_found_wherever_they_stand_in_a_block() {
        for (int blanks = 0; blanks < 130; blanks++) {
            String code = "int a;" + " ".repeat(blanks) + "x = run(helper(y));";
            assertEquals(List.of("helper", "run"), names(functions(code).called()), "behind " + blanks + " blanks");
            String definition = "int b;" + " ".repeat(blanks) + "\nint run(void)\n{\n}\n";
            assertEquals(List.of("run"), names(functions(definition).defined()), "behind " + blanks + " blanks");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n",
                "a(\n",
                "a()\n",
                "a() b\n",
                "a(){}\n",
                "x a(b)\n\n",
                "a (\n)\n",
                "static\n",
                "a::\n",
                "a,\n("
            })
    @Timeout(20)
    void no_byte_is_read_for_many_heads(String piece) {
        String code = piece.repeat((8 << 20) / piece.length());
        assertEquals(List.of(), names(functions(code).defined()));
    }
}
