package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.memcensus.cli.History.Ran;

/** The maintainers' words on modules, and what else the configuration says to a gate. */
class GateAnnotationsTest extends GateCase {
    @Test
    void an_annotation_lets_a_module_pass_and_is_listed() throws Exception {
        history.write(".memcensus.yml", """
                        annotations:
                          - module: dir:parser
                            reason: interim
                            comment: until v2
                            until: 2026-03-01
                        """).c("parser/parse.c", 30).stage();
        Ran ran = history.gate();
        assertPass(ran);
        assertSaid(
                ran,
                "lets pass dir:parser: interim, until v2 (until 2026-03-01, .memcensus.yml:2)",
                "this change itself adds it",
                ".memcensus.yml: changed here");
    }

    @Test
    void an_annotation_that_was_there_before_is_not_pointed_out() throws Exception {
        history.c("parser/parse.py", 0).write("parser/parse.py", "print(1)\n");
        history.write(".memcensus.yml", "annotations:\n  - module: dir:parser\n    reason: accepted-risk\n")
                .commit();
        history.c("parser/parse.c", 30).stage();
        Ran ran = history.gate();
        assertPass(ran);
        assertFalse(ran.out().contains("itself adds it"), ran.all());
    }

    @Test
    void an_annotation_that_is_extended_is_pointed_out() throws Exception {
        history.write(
                        ".memcensus.yml",
                        "annotations:\n  - module: dir:net\n    reason: interim\n    until: 2026-01-01\n")
                .commit();
        history.write(
                        ".memcensus.yml",
                        "annotations:\n  - module: dir:net\n    reason: interim\n    until: 2027-01-01\n")
                .stage();
        assertSaid(history.gate(), "unused dir:net", "this change itself adds it");
    }

    @Test
    void an_annotation_ends_with_its_day() throws Exception {
        history.write(
                        ".memcensus.yml",
                        "annotations:\n  - module: dir:parser\n    reason: interim\n    until: 2025-12-01\n")
                .c("parser/parse.c", 30)
                .stage();
        assertPass(history.gate());
        history.with("SOURCE_DATE_EPOCH", "1764633600");
        assertFail(history.gate(), "its annotation ended on 2025-12-01", "expired dir:parser");
    }

    @Test
    void unused_annotations_are_listed() throws Exception {
        history.write(".memcensus.yml", "annotations:\n  - module: dir:net\n    reason: accepted-risk\n")
                .commit();
        assertSaid(history.gate(), "unused dir:net: accepted-risk (no end");
    }

    @Test
    void a_mistake_in_an_annotation_is_named_with_its_line() throws Exception {
        history.write(".memcensus.yml", "annotations:\n  - module: dir:net\n    reason: because\n");
        assertRefused(
                "'because' is none of [accepted-risk, interim, replacement-planned, not-shipped, false-positive]");
        history.write(".memcensus.yml", "annotations:\n  - module: dir:net\n    reason: interim\n    until: soon\n");
        assertRefused(".memcensus.yml:2: 'until' must be a date such as 2027-01-31, not 'soon'");
        history.write(".memcensus.yml", "annotations:\n  - module: dir:nett\n    reason: interim\n");
        assertRefused("there is no module 'dir:nett': name one that memcensus scan lists");
        history.write(".memcensus.yml", "annotations:\n  - module: net\n    reason: interim\n");
        assertRefused("there is no module 'net', did you mean dir:net?");
    }

    @Test
    void a_broken_configuration_of_the_base_does_not_matter() throws Exception {
        history.write(".memcensus.yml", "nonsense: [\n").commit();
        history.delete(".memcensus.yml").stage();
        assertPass(history.gate());
    }

    @Test
    void the_way_out_and_the_annotation_are_shown() throws Exception {
        history.write("http/server.c", """
                        #include <sys/socket.h>
                        int serve(int s) {
                            char b[9];
                            return recv(s, b, 9, 0) + accept(s, 0, 0) + listen(s, 1);
                        }
                        """).stage();
        assertFail(
                history.gate(),
                "http/server.c:4",
                "write it in a memory-safe language",
                "- module: \"dir:http\"",
                "reason: accepted-risk");
    }

    @Test
    void a_configured_module_takes_its_files_and_can_be_annotated() throws Exception {
        history.write(".memcensus.yml", """
                        modules:
                          - name: wire
                            glob: [parser/**, codec/]
                        annotations:
                          - module: config:wire
                            reason: replacement-planned
                        """)
                .c("parser/parse.c", 30)
                .c("codec/codec.c", 30)
                .stage();
        Ran ran = history.gate();
        assertPass(ran);
        assertSaid(ran, "lets pass config:wire");
        assertFail(history.gate("--no-config"), "parser", "codec");
    }

    @Test
    void a_configured_role_takes_code_out_of_what_ships() throws Exception {
        history.write(".memcensus.yml", "roles:\n  - glob: parser/\n    role: tooling\n    reason: runs in CI only\n")
                .c("parser/parse.c", 30)
                .stage();
        assertPass(history.gate());
    }

    private void assertRefused(String words) throws Exception {
        history.stage();
        assertMistake(history.gate(), words);
    }
}
