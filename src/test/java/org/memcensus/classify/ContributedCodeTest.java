package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.SampleFiles;

/** What lies in contrib/ ships where the product includes it. */
class ContributedCodeTest {
    private static final CountedFile ZIP = file("contrib/zip/src/zip.h", "inner/deep.h");
    private static final CountedFile ZIP_CODE = file("contrib/zip/src/zip.c", "zip.h");
    private static final CountedFile INNER = file("contrib/inner/include/inner/deep.h");
    private static final CountedFile TOOL = file("contrib/viewer/main.c", "zip/zip.h", "system.h", "sys/types.h");

    @Test
    void a_part_that_the_product_includes_ships_with_what_that_includes() {
        assertEquals(
                Map.of(
                        "contrib/zip/src/zip.h", "lib/a.c",
                        "contrib/zip/src/zip.c", "lib/a.c",
                        "contrib/inner/include/inner/deep.h", "contrib/zip/src/zip.h"),
                found(file("lib/a.c", "../contrib/zip/src/zip.h"), ZIP, ZIP_CODE, INNER, TOOL));
        assertEquals(
                Set.of("contrib/inner/include/inner/deep.h"),
                found(file("lib/a.c", "Inner/deep.h", "inner/deep.h"), INNER, TOOL)
                        .keySet());
        assertEquals(
                Set.of("contrib/zip/src/zip.h", "contrib/zip/src/zip.c", "contrib/inner/include/inner/deep.h"),
                found(file("lib/a.c", "zip.h"), ZIP, ZIP_CODE, INNER).keySet());
    }

    @Test
    void the_name_of_a_header_may_go_on_where_that_of_its_part_ends() {
        CountedFile squeeze = file("contrib/squeeze/squeezeInt.h");
        assertEquals(
                Set.of("contrib/squeeze/squeezeInt.h"),
                found(file("lib/a.c", "squeezeInt.h"), squeeze).keySet());
        CountedFile set = file("contrib/set/settings.h");
        assertEquals(Map.of(), found(file("lib/a.c", "settings.h"), set));
    }

    @Test
    void what_nothing_of_the_product_includes_stays_an_example() {
        assertEquals(Map.of(), found(file("lib/a.c", "a.h", "zip/other.h"), ZIP, ZIP_CODE, INNER, TOOL));
    }

    @Test
    void a_header_of_the_system_is_not_that_of_a_part_for_another_system() {
        CountedFile[] windows = {file("contrib/windows/unistd.h"), file("contrib/windows/sys/types.h")};
        assertEquals(Map.of(), found(file("lib/a.c", "unistd.h", "sys/types.h"), windows));
    }

    @Test
    void a_file_that_lies_there_by_itself_is_no_part() {
        assertEquals(Map.of(), found(file("lib/a.c", "contrib/one.h"), file("contrib/one.h")));
    }

    private static Map<String, String> found(CountedFile own, CountedFile... contributed) {
        List<CountedFile> files = new ArrayList<>(Arrays.asList(contributed));
        files.add(own);
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, RoleDecision> each : ContributedCode.in(files).entrySet()) {
            assertEquals(Role.VENDORED, each.getValue().role());
            String reason = each.getValue().reason();
            String includer = reason.substring(reason.indexOf("/, which ") + "/, which ".length());
            found.put(each.getKey(), includer.substring(0, includer.indexOf(" includes")));
        }
        return found;
    }

    private static CountedFile file(String path, String... includes) {
        List<FileFacts.Include> headers = Arrays.stream(includes)
                .map(header -> new FileFacts.Include(header, false))
                .toList();
        Role role = path.startsWith("contrib/") ? Role.EXAMPLE : Role.CORE;
        return SampleFiles.file(path, role, SampleFiles.C, 10, new FileFacts(List.of(), headers, List.of()));
    }
}
