package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCodeTest {
    private static List<PlainCode.Name> names(String text) {
        return PlainCode.of(text).names(List.of("pack()", "sqz_"));
    }

    private static List<PlainCode.Use> uses(String text) {
        return names(text).stream().map(PlainCode.Name::use).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  pack(s);",
                "  n = pack(s);",
                "  return pack (s);",
                "  return *pack(s);",
                "  return &pack(s)[1];",
                "  if (x) pack(s); else\n    go();",
                "  else pack(s);",
                "  n = a * pack(s);",
                "  n = 2 * pack(s);",
                "  f(pack(s));",
                "  (void) pack(s);",
                "  x = ::pack(s);",
                "  return ::pack(s);",
                "case 1: pack(s);",
                "#endif\n  pack(s);",
                "#if A /* for\nall */\n  pack(s);",
                "  don't; pack(s);",
            })
    void a_call(String text) {
        assertEquals(List.of(PlainCode.Use.CALLED), uses(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int pack(int s);",
                "extern void *pack(int s);",
                "buffer *pack(int s);",
                "static const buffer &pack(int s);",
                "  z->pack(s);",
                "  z.pack(s);",
                "  Box::pack(s);",
                "  Box<int>::pack(s);",
            })
    void a_declaration_or_a_method(String text) {
        assertEquals(List.of(PlainCode.Use.DECLARED), uses(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int pack(int s) {",
                "static int\npack(int s)\n{",
                "buffer *pack(s)\n  int s;\n{",
                "int Box::pack(int (*f)(int)) {"
            })
    void a_definition(String text) {
        assertEquals(List.of(PlainCode.Use.DEFINED), uses(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// pack(s)",
                "/* pack(s);\n pack(s); */",
                "x = \"pack(s)\";",
                "x = '\"'; y = \"pack(s)\";",
                "#define go(s) pack(s)",
                "#define go(s) \\\n  pack(s)",
                "#if defined (pack) && pack (1)",
                "unpack(s);",
                "packed(s);",
                "pack = 1;"
            })
    void no_such_name_before_a_parenthesis(String text) {
        assertEquals(List.of(), uses(text));
    }

    @Test
    void names_have_their_lines_and_macros_are_known() {
        String text = """
                /* a
                 b */
                #  define pack(n) ((n) + 11)
                #define LIMIT 1
                int f(void) {
                  "\\"";
                  sqz_open(1);
                }
                """;
        assertEquals(List.of(new PlainCode.Name("sqz_open", 7, PlainCode.Use.CALLED)), names(text));
        assertEquals(Set.of("pack", "LIMIT"), PlainCode.of(text).macros());
    }

    @Test
    void a_text_that_ends_anywhere_is_read_to_its_end() {
        for (String text :
                List.of("pack(", "pack(s", "int pack(s) ", "'", "\"\\", "/*", "/", "#", "#define", "x\\\n", "*pack(")) {
            assertEquals(List.of(), PlainCode.of(text).names(List.of("none()")), text);
            names(text);
        }
    }
}
