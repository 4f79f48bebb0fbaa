package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
    @ParameterizedTest
    @EnumSource
    void every_format_writes_what_is_expected(Format format) throws IOException {
        for (String name : new String[] {"curl", "hostile", "empty", "no-code", "safe"}) {
            String report = Golden.render(format.report(), Samples.named(name), Samples.run());
            Golden.check(name + "." + format.extension(), report);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_census_gives_the_same_characters(Format format) throws IOException {
        String first = Golden.render(format.report(), Samples.curl(), Samples.run());
        assertEquals(first, Golden.render(format.report(), Samples.curl(), Samples.run()));
    }

    @ParameterizedTest
    @EnumSource
    void no_report_lets_a_hostile_name_through(Format format) throws IOException {
        String report = Golden.render(format.report(), Samples.hostile(), Samples.run());
        report.codePoints()
                .filter(point -> point != '\n' && !Plain.shows(point))
                .findFirst()
                .ifPresent(point -> {
                    throw new AssertionError(String.format("U+%04X in %s", point, format));
                });
    }
}
