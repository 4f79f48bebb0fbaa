package org.memcensus.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Content;

class EmbeddingsTest {
    @Test
    void the_comment_before_import_c_is_c() {
        Embedding found = found("Go", """
                package a

                // A plain remark.

                /*
                #cgo LDFLAGS: -lz
                #include <zlib.h>
                int f(void); */
                import "C"
                """);
        assertEquals(1, found.parts().size());
        assertEquals("c", found.parts().get(0).language());
        assertEquals("\n\n\n\n\n\n#include <zlib.h>\nint f(void);\n\n", part(found));
        assertEquals(
                "package a\n\n// A plain remark.\n\n//\n//go LDFLAGS: -lz\n\n\nimport \"C\"\n", text(found.host()));
    }

    @Test
    void the_comment_before_import_c_may_have_slashes() {
        Embedding found = found("Go", "package a\n\n// #include <a.h>\n//\n// int f();\nimport \"C\"\nvar x int\n");
        assertEquals("\n\n#include <a.h>\n\nint f();\n\n\n", part(found));
        assertEquals("package a\n\n\n//\n\nimport \"C\"\nvar x int\n", text(found.host()));
    }

    @Test
    void a_comment_with_a_blank_line_behind_it_is_no_preamble() {
        assertNull(find("Go", "package a\n// int f();\n\nimport \"C\"\n"));
        assertNull(find("Go", "import \"C\"\n"));
        assertNull(find("Go", "/*\nimport \"fmt\"\n*/\n"));
    }

    @Test
    void a_preamble_that_opens_in_code_or_never_ends_well_does_no_harm() {
        assertNull(find("Go", "*/\nimport \"C\"\n"));
        Embedding found = found("Go", "/* int a;\n   int b;\n*/\nimport \"C\"");
        assertEquals("int a;\nint b;\n\n", part(found));
        assertEquals("\n\n//\nimport \"C\"", text(found.host()));
    }

    @Test
    void scripts_of_a_page_are_code_and_its_data_is_not() {
        Embedding found = found("HTML", """
                <p>
                <SCRIPT type="text/javascript">
                let a = "</p>";
                </SCRIPT>
                <script type="application/json">
                {"a": 1}
                </script>
                <!-- <script>
                b();
                </script> -->
                <script lang="ts">
                let c: number;
                </script>
                """);
        assertEquals(2, found.parts().size());
        assertEquals("javascript", found.parts().get(0).language());
        assertEquals("\n\nlet a = \"</p>\";\n\n\n\n\n\n\n\n\n\n\n", part(found));
        assertEquals("typescript", found.parts().get(1).language());
        assertEquals("let c: number;", text(found.parts().get(1).content()).strip());
    }

    @Test
    void a_page_without_scripts_is_its_own() {
        assertNull(find("HTML", "<p>\n<script src=\"a.js\"></script>\n<script>"));
        assertNull(find("HTML", "<script"));
    }

    @Test
    void cells_of_a_notebook_are_in_the_language_of_its_kernel() {
        Embedding found = found("Jupyter Notebook", """
                {
                 "cells": [
                  {
                   "cell_type": "markdown",
                   "source": [
                    "x = 1\\n"
                   ]
                  },
                  {
                   "cell_type": "code",
                   "outputs": [],
                   "source": [
                    "print(\\"a\\")\\n",
                    "\\n",
                    "y = 2"
                   ]
                  }
                 ],
                 "metadata": {
                  "kernelspec": {
                   "display_name": "Julia 1.9",
                   "language": "julia"
                  }
                 }
                }
                """);
        assertEquals("julia", found.parts().get(0).language());
        assertEquals("print(\"a\")\n\ny = 2", part(found).strip());
        assertEquals(12, part(found).indexOf("print"), "behind as many lines as in the file");
    }

    @Test
    void long_strings_that_are_compiled_as_c_are_c() {
        Embedding cython = found("Cython", "cdef extern from *:\n    \"\"\"\n    int a;\n    \"\"\"\n    int a\n");
        assertEquals("int a;", part(cython).strip());
        assertNull(
                find("Cython", "cdef extern from \"a.h\":\n    int a\n\ndef f():\n    \"\"\"\n    Doc.\n    \"\"\"\n"));
        Embedding cffi = found("Python", "ffi.set_source(\"_a\", r'''\nstatic int a;\n''')\nx = 1\n");
        assertEquals("static int a;", part(cffi).strip());
        Embedding perl = found("Perl", "use Inline C => <<'END';\nint a;\nEND\nprint 1;\n");
        assertEquals("int a;", part(perl).strip());
        Embedding section = found("Perl", "use Inline 'C';\n__END__\n__C__\nint b;\n");
        assertEquals("int b;", part(section).strip());
    }

    @Test
    void what_a_generator_writes_for_an_assembler_is_assembly() {
        String text = """
                my $xlate = shift;
                $code=<<___;
                .text
                ___
                if ($win) {
                  $code .= <<"END" if (1);
                mov %rax,%rbx
                END
                }
                print $code;
                """;
        Embedding found = found("Perl", text);
        assertEquals(".text\n\n\n\nmov %rax,%rbx", part(found).strip());
        assertEquals("unix assembly", found.parts().get(0).language());
        assertNull(find("Perl", text.replace("xlate", "other")));
        assertNotNull(find("Perl", text.replace("my $xlate", "# CRYPTOGAMS\nmy $x")));
    }

    @Test
    void a_text_that_breaks_off_anywhere_keeps_its_lines() {
        String text =
                "/*\nint a;*/\nimport \"C\"\n<script>\nx\n</script>\n\"cell_type\": \"code\"\n\"source\": [\n\"\\u00\\\n\"a"
                        + "\n]\ncdef extern from *:\n  '''\n  b\n'''\n.set_source(\"\"\"\nc\n\"\"\"\nInline C => <<E\nd\nE\n\n__C__\ne\n__D__";
        for (String language : List.of("Go", "HTML", "Vue", "Jupyter Notebook", "Cython", "Python", "Perl")) {
            int parted = 0;
            for (int end = 0; end <= text.length(); end++) {
                for (int start = 0; start < 40; start++) {
                    String piece = text.substring(Math.min(start, end), end);
                    Embedding found = find(language, piece);
                    if (found != null) {
                        parted++;
                        assertEquals(lineEnds(piece), lineEnds(text(found.host())));
                        assertEquals(
                                piece.length(), found.parts().get(0).content().length());
                    }
                }
            }
            assertTrue(parted > 0, language);
        }
    }

    @Test
    void other_languages_are_left_whole() {
        assertNull(find("Markdown", "```c\nint a;\n```\n"));
        assertNull(find("Rust", "/// ```\n/// let a = 1;\n/// ```\nfn a() {}\n"));
    }

    private static long lineEnds(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    private static Embedding found(String language, String text) {
        Embedding found = Objects.requireNonNull(find(language, text), text);
        assertEquals(text.length(), found.host().length());
        return found;
    }

    private static @Nullable Embedding find(String language, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Embeddings.find(language, new Content(bytes, bytes.length));
    }

    /** The first part, each line without the white space around it. */
    private static String part(Embedding found) {
        return text(found.parts().get(0).content());
    }

    private static String text(Content content) {
        String text = new String(content.bytes(), 0, content.length(), StandardCharsets.UTF_8);
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            lines.append(line.strip()).append(line.endsWith("\n") ? "\n" : "");
        }
        return lines.toString();
    }
}
