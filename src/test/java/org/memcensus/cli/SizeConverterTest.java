package org.memcensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SizeConverterTest {
    private final SizeConverter converter = new SizeConverter();

    @Test
    void units_are_powers_of_1024_in_either_case() {
        assertEquals(512, converter.convert("512"));
        assertEquals(500 << 10, converter.convert("500K"));
        assertEquals(10 << 20, converter.convert("10m"));
        assertEquals(1L << 30, converter.convert("1GiB"));
        assertEquals(2L << 40, converter.convert("2TB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "-1", "1.5M", "10Q", "1 M", "999999999999999T", "99999999999999999999"})
    void what_is_no_size_is_refused(String text) {
        assertThrows(TypeConversionException.class, () -> converter.convert(text));
    }
}
