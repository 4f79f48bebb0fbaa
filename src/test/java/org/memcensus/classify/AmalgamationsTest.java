package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.NameSet;
import org.memcensus.model.Role;
import org.memcensus.model.SampleFiles;

/** Files that are joined from other files of their tree. */
class AmalgamationsTest {
    private static final CountedFile[] PARTS = {
        file("src/a.c", 500, 0, 20), file("src/b.c", 500, 20, 40), file("src/c.c", 500, 40, 50)
    };

    @Test
    void a_file_with_the_functions_of_the_others_is_joined_from_them() {
        assertEquals(
                Map.of("all.c", "joined from 3 other files, whose functions it has"),
                found(file("all.c", 1500, 0, 50)));
    }

    @Test
    void some_of_its_own_and_some_that_are_left_out_do_not_hide_it() {
        assertEquals(Set.of("all.c"), found(file("all.c", 1500, 3, 60)).keySet());
        assertEquals(Set.of(), found(file("all.c", 1500, 0, 70)).keySet());
    }

    @Test
    void the_same_functions_for_another_system_are_no_amalgamation() {
        assertEquals(
                Map.of(), Amalgamations.in(List.of(file("src/unix.c", 900, 0, 50), file("src/windows.c", 900, 0, 50))));
    }

    @Test
    void a_small_file_of_a_large_tree_is_none() {
        assertEquals(Map.of(), found(file("all.c", 1500, 0, 50), file("src/large.c", 9000, 90, 200)));
    }

    private static Map<String, String> found(CountedFile... more) {
        List<CountedFile> files = new ArrayList<>(Arrays.asList(PARTS));
        files.addAll(Arrays.asList(more));
        Map<String, String> found = new TreeMap<>();
        Amalgamations.in(files).forEach((path, decision) -> {
            assertEquals(Role.GENERATED, decision.role());
            found.put(path, decision.reason());
        });
        return found;
    }

    /** A file that defines the functions of these numbers. */
    private static CountedFile file(String path, long lines, int from, int to) {
        int[] names = IntStream.range(from, to).map(NameSet::hash).toArray();
        FileFacts facts = new FileFacts(
                List.of(),
                List.of(),
                List.of(),
                new FileFacts.Functions(NameSet.of(names, names.length), NameSet.NONE));
        return SampleFiles.file(path, Role.CORE, SampleFiles.C, lines, facts);
    }
}
