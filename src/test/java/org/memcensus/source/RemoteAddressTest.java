package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RemoteAddressTest {
    @Test
    void credentials_are_never_shown() {
        assertEquals(
                "https://example.org/a/b.git",
                RemoteAddress.parse("https://me:pw@example.org/a/b.git").shown());
        assertEquals(
                "https://example.org/b",
                RemoteAddress.parse("https://token@example.org/b?key=1#x").shown());
        assertEquals(
                "https://example.org/b",
                RemoteAddress.parse("https://me:p@w@example.org/b").shown());
        assertEquals(
                "ssh://git@example.org/b",
                RemoteAddress.parse("ssh://git:pw@example.org/b").shown());
        assertEquals(
                "git@example.org:a/b.git",
                RemoteAddress.parse("git@example.org:a/b.git").shown());
    }

    @Test
    void the_name_is_the_last_part() {
        assertEquals("b", RemoteAddress.parse("git@example.org:b.git").name());
        assertEquals("b", RemoteAddress.parse("https://example.org/a/b.git/").name());
        assertEquals("b", RemoteAddress.name("/home/x/b/.git"));
    }

    @Test
    void paths_are_no_addresses() {
        assertNull(RemoteAddress.parse("/home/x:y"));
        assertNull(RemoteAddress.parse("./a:b"));
        assertNull(RemoteAddress.parse("C:\\work"));
        assertNull(RemoteAddress.parse("a.c"));
        assertNull(RemoteAddress.parse("file:///x").shown());
    }
}
