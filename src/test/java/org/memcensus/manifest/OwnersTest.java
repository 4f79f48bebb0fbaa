package org.memcensus.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Role;
import org.memcensus.model.SampleFiles;

class OwnersTest {
    private static List<String> owners(String file, String text, String path) {
        Map<String, String> tree = Map.of(file, text);
        Owners owners = Owners.read(wanted -> {
            String found = tree.get(wanted);
            return found == null ? null : found.getBytes(StandardCharsets.UTF_8);
        });
        CountedFile counted = SampleFiles.c(path, 10);
        CodeModule module = new CodeModule("dir:x", "x", ModuleKind.DIRECTORY, "x", Role.CORE, List.of(counted));
        return owners.of(module).stream()
                .map(contact -> contact.name() + " " + contact.line())
                .toList();
    }

    @Test
    void the_last_matching_line_of_codeowners_decides() {
        String text = "* @all\n/lib/ @lib @more # why\nlib/tls/*.c @tls\n*.h @headers\n";
        assertEquals(List.of("@lib 2", "@more 2"), owners(".github/CODEOWNERS", text, "lib/dns/a.c"));
        assertEquals(List.of("@tls 3"), owners(".github/CODEOWNERS", text, "lib/tls/a.c"));
        assertEquals(List.of("@headers 4"), owners("CODEOWNERS", text, "lib/tls/a.h"));
        assertEquals(List.of("@all 1"), owners("CODEOWNERS", text, "src/a.c"));
    }

    @Test
    void the_deepest_pattern_of_maintainers_decides() {
        String text = """
                NETWORKING
                M:	Ann <ann@example.org>
                S:	Maintained
                F:	net/

                WIRELESS
                M:	Bob <bob@example.org>
                M:	Cy <cy@example.org>
                F:	net/wireless/
                F:	include/net/cfg*.h
                """;
        assertEquals(List.of("Ann <ann@example.org> 2"), owners("MAINTAINERS", text, "net/core/dev.c"));
        assertEquals(
                List.of("Bob <bob@example.org> 7", "Cy <cy@example.org> 8"),
                owners("MAINTAINERS", text, "net/wireless/a.c"));
        assertEquals(List.of(), owners("MAINTAINERS", text, "fs/a.c"));
    }

    @Test
    void patterns_without_a_slash_match_in_every_folder_and_double_stars_cross_folders() {
        assertEquals(List.of("@a 1"), owners("CODEOWNERS", "tls @a\n", "lib/tls/x/y.c"));
        assertEquals(List.of(), owners("CODEOWNERS", "tls @a\n", "lib/tlsx/y.c"));
        assertEquals(List.of("@a 1"), owners("CODEOWNERS", "src/**/x.c @a\n", "src/x.c"));
        assertEquals(List.of("@a 1"), owners("CODEOWNERS", "src/**/x.c @a\n", "src/a/b/x.c"));
        assertEquals(List.of(), owners("CODEOWNERS", "src/*/x.c @a\n", "src/a/b/x.c"));
    }

    @Test
    void a_pattern_full_of_stars_comes_to_an_end() {
        assertEquals(List.of(), owners("CODEOWNERS", "*a".repeat(40) + "x @a\n", "a".repeat(4000)));
    }
}
