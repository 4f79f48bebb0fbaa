package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class RemoteAddressTest {
    private static RemoteAddress address(String text) {
        return Objects.requireNonNull(RemoteAddress.parse(text));
    }

    @Test
    void credentials_are_never_shown() {
        assertEquals(
                "https://example.org/a/b.git",
                address("https://me:pw@example.org/a/b.git").shown());
        assertEquals(
                "https://example.org/b",
                address("https://token@example.org/b?key=1#x").shown());
        assertEquals(
                "https://example.org/b", address("https://me:p@w@example.org/b").shown());
        assertEquals(
                "ssh://git@example.org/b", address("ssh://git:pw@example.org/b").shown());
        assertEquals(
                "git@example.org:a/b.git", address("git@example.org:a/b.git").shown());
    }

    @Test
    void the_name_is_the_last_part() {
        assertEquals("b", address("git@example.org:b.git").name());
        assertEquals("b", address("https://example.org/a/b.git/").name());
        assertEquals("b", RemoteAddress.name("/home/x/b/.git"));
    }

    @Test
    void paths_are_no_addresses() {
        assertNull(RemoteAddress.parse("/home/x:y"));
        assertNull(RemoteAddress.parse("./a:b"));
        assertNull(RemoteAddress.parse("C:\\work"));
        assertNull(RemoteAddress.parse("a.c"));
        assertNull(address("file:///x").shown());
    }
}
