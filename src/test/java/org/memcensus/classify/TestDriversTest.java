package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.NameSet;
import org.memcensus.model.Role;
import org.memcensus.model.SampleFiles;

/** Programs whose names say that they are tests only to those who look at what lies beside them. */
class TestDriversTest {
    /** Programs and other code. */
    private static Set<String> tests(List<String> programs, String... others) {
        NameSet main = NameSet.of(new int[] {NameSet.hash("main")}, 1);
        FileFacts facts = new FileFacts(List.of(), List.of(), List.of(), new FileFacts.Functions(main, NameSet.NONE));
        Stream<CountedFile> files = Stream.concat(
                programs.stream().map(path -> SampleFiles.file(path, Role.CORE, SampleFiles.C, 10, facts)),
                Arrays.stream(others).map(path -> SampleFiles.c(path, 10)));
        return TestDrivers.in(files.toList()).entrySet().stream()
                .filter(each -> each.getValue().role() == Role.TEST)
                .map(each -> each.getKey())
                .collect(Collectors.toSet());
    }

    @Test
    void a_program_named_as_the_test_of_what_lies_beside_it_is_a_test() {
        assertEquals(
                Set.of("lib/testjson.c", "pngtest.c", "krb/t_pac.c"),
                tests(List.of("lib/testjson.c", "pngtest.c", "krb/t_pac.c"), "lib/json.c", "png.c", "krb/pac.c"));
    }

    @Test
    void one_of_that_name_alone_may_be_the_product() {
        assertEquals(Set.of(), tests(List.of("src/testdisk.c", "lib/testjson.c"), "src/photo.c", "other/json.c"));
    }

    @Test
    void several_of_that_name_are_tests() {
        Set<String> all = Set.of("a/testchar.c", "a/testModule.c", "a/runtest.c");
        assertEquals(all, tests(List.copyOf(all)));
    }

    @Test
    void what_is_no_program_is_none() {
        assertEquals(Set.of(), tests(List.of("lib/main.c"), "lib/testjson.c", "lib/json.c"));
    }

    @Test
    void words_that_begin_or_end_alike_are_other_words() {
        assertEquals(Set.of(), tests(List.of("a/latest.c", "a/contest.c"), "a/late.c", "a/x.c"));
    }
}
