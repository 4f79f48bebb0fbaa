package org.memcensus.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.SampleFiles;

class LicensedCodeTest {
    private static final String THEIRS =
            "The Squeeze Licence\n\nCopyright (c) 2011-2019 Ada Painter <ada@example.org>\n";

    private final Map<String, String> texts = new HashMap<>();
    private final List<CountedFile> files = new ArrayList<>();

    private LicensedCodeTest() {
        with("LICENSE", "Copyright 2001, 2003 - 2020 by Otto Mapmaker, and others. All rights reserved.\n");
        code("src/main.c", 900, "/* Copyright (C) 2015 The Lamp Company */\nint main;\n");
        code("src/lib/squeeze/tree.c", 100, "int t;\n");
        code("src/lib/squeeze/deep/leaf.c", 50, "int l;\n");
    }

    private LicensedCodeTest with(String path, String text) {
        texts.put(path, text);
        return this;
    }

    private LicensedCodeTest code(String path, long lines, String text) {
        files.add(SampleFiles.c(path, lines));
        return with(path, text);
    }

    private Map<String, RoleDecision> found(String repository) {
        return new LicensedCode(
                        texts.keySet(),
                        repository,
                        path -> texts.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8))
                .in(files);
    }

    private Set<String> found() {
        return found("maps").keySet();
    }

    @Test
    void a_directory_whose_licence_names_somebody_else_is_others_code_and_says_who() {
        with("src/lib/squeeze/LICENSE.txt", THEIRS);

        assertEquals(Set.of("src/lib/squeeze/tree.c", "src/lib/squeeze/deep/leaf.c"), found());
        assertEquals(
                new RoleDecision(Role.VENDORED, "directory src/lib/squeeze/, whose LICENSE.txt names Ada Painter"),
                found("maps").get("src/lib/squeeze/tree.c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Copyright (c) 2019 Otto Mapmaker\n", // the holder of the whole
                "Copyright (c) 2019 Lamp Company, Inc.\n", // named in other sources of the project
                "(C) Copyright 2019 the maps authors\n", // the repository itself
                "Copyright (C) 1989, 1991 Free Software Foundation, Inc.,\n59 Temple Street\n", // who wrote the licence
                "The copyright notice shall be kept by all copyright holders.\n",
                "Copyright (c) [yyyy] [name of copyright owner]\n",
                "$Id: COPYRIGHT,v 1.3 2003/06/02 20:18:36 ada Exp $\n"
            })
    void a_licence_that_names_nobody_else_tells_nothing(String licence) {
        with("src/lib/squeeze/COPYING", licence);

        assertEquals(Set.of(), found());
    }

    @Test
    void a_name_may_stand_below_the_years() {
        with("src/lib/squeeze/COPYING.LIB", "Copyright (c) 1998, 1999\n    Ada Painter\n");

        assertEquals(
                new RoleDecision(Role.VENDORED, "directory src/lib/squeeze/, whose COPYING.LIB names Ada Painter"),
                found("maps").get("src/lib/squeeze/tree.c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Copyright (c) 1997 Painter Press. Both parts are free. | Painter Press",
                "Copyright 1998 A. Painter Inc. Boston. All rights reserved. | A. Painter Inc. Boston"
            })
    void a_name_ends_with_its_sentence(String licence, String name) {
        with("src/lib/squeeze/COPYING", licence + "\n");

        assertEquals(
                new RoleDecision(Role.VENDORED, "directory src/lib/squeeze/, whose COPYING names " + name),
                found("maps").get("src/lib/squeeze/tree.c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE.squeeze", "COPYING-Squeeze"})
    void a_licence_may_say_the_name_of_what_it_is_for(String name) {
        with("src/lib/squeeze/" + name, THEIRS);

        assertEquals(Set.of("src/lib/squeeze/tree.c", "src/lib/squeeze/deep/leaf.c"), found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE.getopt", "license.c", "LICENSES.txt", "relicense", "unlicensed.md"})
    void a_licence_of_one_file_or_a_file_about_licences_is_not_that_of_a_directory(String name) {
        with("src/lib/squeeze/" + name, THEIRS);

        assertEquals(Set.of(), found());
    }

    @Test
    void a_package_of_its_own_may_have_its_own_licence() {
        with("src/lib/squeeze/LICENSE", THEIRS).with("src/lib/squeeze/Cargo.toml", "[package]\n");

        assertEquals(Set.of(), found());
    }

    @Test
    void a_directory_at_the_root_and_what_makes_up_much_of_a_tree_are_the_projects_own() {
        with("squeeze/LICENSE", THEIRS).code("squeeze/tree.c", 10, "int t;\n");
        with("src/maps/LICENSE", THEIRS).code("src/maps/map.c", 2000, "int m;\n");

        assertEquals(Set.of(), found());
    }

    @Test
    void who_is_named_in_a_folder_of_licences_is_a_holder_of_the_whole() {
        with("src/lib/squeeze/LICENSE", THEIRS).with("LICENSES/MIT.txt", "none").with("LICENSES/LICENSE-MIT", THEIRS);

        assertEquals(Set.of(), found());
    }

    @Test
    void what_has_a_role_keeps_it() {
        with("src/lib/squeeze/LICENSE", THEIRS);
        files.add(SampleFiles.file("src/lib/squeeze/try.c", Role.EXAMPLE, SampleFiles.C, 10, FileFacts.NONE));

        assertEquals(Set.of("src/lib/squeeze/tree.c", "src/lib/squeeze/deep/leaf.c"), found());
    }

    @Test
    void nonsense_in_a_licence_takes_no_time_and_tells_nothing() {
        with("src/lib/squeeze/LICENSE", "copyright (c) ".repeat(100_000) + "2019 Ada Painter");
        with("src/lib/squeeze/LICENSE" + ".1".repeat(100) + ".x", THEIRS);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertEquals(Set.of(), found()));
    }
}
