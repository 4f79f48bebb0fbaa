package org.memcensus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Annotation;
import org.memcensus.model.Configuration;
import org.memcensus.model.GateLimits;
import org.memcensus.model.Role;
import org.memcensus.model.UsageException;

/** The sections of {@code .memcensus.yml}, and what is refused. */
class ConfigurationReaderTest {
    private static Configuration read(String text) throws UsageException {
        return ConfigurationReader.read(".memcensus.yml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_no_yaml_is_said_in_words() {
        String tab = String.valueOf(assertThrows(UsageException.class, () -> read("\tpolicy: strict\n"))
                .getMessage());
        assertTrue(tab.startsWith(".memcensus.yml:1: found character"), tab);
        String open = String.valueOf(
                assertThrows(UsageException.class, () -> read("policy: {\n")).getMessage());
        assertTrue(open.startsWith(".memcensus.yml:1: expected"), open);
        String latin = String.valueOf(assertThrows(
                        UsageException.class, () -> ConfigurationReader.read(".memcensus.yml", new byte[] {-1}))
                .getMessage());
        assertTrue(latin.startsWith(".memcensus.yml:1: Invalid UTF-8"), latin);
    }

    @Test
    void every_section_is_read() throws UsageException {
        Configuration read = read("""
                policy: strict
                modules:
                  - name: wire
                    glob: [net/**, include/net/]
                roles:
                  - glob: gen/**
                    role: generated
                    reason: made by protoc
                languages:
                  - glob: "*.inc"
                    language: C++
                annotations:
                  - module: dir:net
                    reason: replacement-planned
                    comment: see the plan
                    until: 2027-01-31
                gate:
                  roles: [core, test]
                  no-new-unsafe-files: true
                  no-new-escape-hatches: false
                  max-unsafe-growth: 500
                  max-unsafe-share: 0.4
                """);
        assertEquals(
                new Configuration(
                        "strict",
                        List.of(new Configuration.ModuleRule("wire", List.of("net/**", "include/net/"))),
                        List.of(new Configuration.RoleRule(List.of("gen/**"), Role.GENERATED, "made by protoc")),
                        List.of(new Configuration.LanguageRule(List.of("*.inc"), "C++")),
                        List.of(new Annotation(
                                "dir:net",
                                Annotation.Reason.REPLACEMENT_PLANNED,
                                "see the plan",
                                LocalDate.of(2027, 1, 31),
                                ".memcensus.yml:13")),
                        new GateLimits(
                                Set.of(Role.CORE, Role.TEST),
                                false,
                                true,
                                OptionalLong.of(500),
                                OptionalDouble.of(0.4))),
                read);
    }

    @Test
    void a_file_of_comments_says_nothing() throws UsageException {
        assertEquals(Configuration.NONE, read("# later\n\n"));
    }

    @Test
    void what_is_not_known_is_refused_with_its_line() {
        assertRefused("polcy: strict\n", "unknown field 'polcy'");
        assertRefused("roles:\n  - glob: a\n    role: cores\n", "'cores' is none of");
        assertRefused("roles:\n  - role: core\n", "'glob' is missing or empty");
        assertRefused("languages:\n  - glob: a\n    language: Klingon\n", "no language 'Klingon'");
        assertRefused("modules:\n  - name: ' '\n    glob: a\n", "'name' is empty");
        assertRefused("gate:\n  max-unsafe-share: 7\n", "between 0 and 1");
        assertRefused("gate:\n  max-unsafe-growth: -1\n", "not be below 0");
        assertRefused("gate:\n  roles: []\n", "'roles' is empty");
        assertRefused("annotations:\n  - module: a\n    reason: interim\n    until: 31.1.2027\n", "a date such as");
        assertRefused(
                "annotations:\n  - module: a\n    reason: interim\n  - module: a\n    reason: interim\n",
                "a second annotation of 'a'");
        assertRefused("a: [\n", ".memcensus.yml:");
        assertRefused("just text\n", "expected fields");
    }

    private static void assertRefused(String text, String words) {
        String message = String.valueOf(
                assertThrows(UsageException.class, () -> read(text)).getMessage());
        assertTrue(message.startsWith(".memcensus.yml"), message);
        assertTrue(message.contains(words), message);
        assertTrue(message.endsWith("(--no-config leaves it out)"), message);
        assertEquals(1, message.lines().count(), message);
    }
}
