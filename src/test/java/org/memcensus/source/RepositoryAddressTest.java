package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RepositoryAddressTest {
    private static final Path HERE = Path.of("/here");

    private static RepositoryAddress of(String text) {
        return RepositoryAddress.of(text, HERE);
    }

    @Test
    void ways_to_write_one_repository_of_a_forge_are_one() {
        for (String way : List.of(
                "https://github.com/curl/curl",
                "HTTPS://GitHub.com/curl/curl.git",
                "http://www.github.com/Curl/cURL/",
                "git://github.com/curl/curl.git",
                "git@github.com:curl/curl.git",
                "ssh://git@github.com:22/curl/curl",
                "https://someone:secret@github.com/curl/curl",
                "https://github.com/curl/curl/tree/master/lib?tab=readme#top",
                "github.com/curl/curl")) {
            assertEquals("github.com/curl/curl", of(way).identity(), way);
            assertEquals("github.com", of(way).host(), way);
            assertEquals("curl", of(way).name().toLowerCase(Locale.ROOT), way);
        }
        assertEquals(
                "https://github.com/curl/curl",
                of("git://github.com/curl/curl.git").full());
    }

    @Test
    void elsewhere_case_matters_and_an_ending_does_not() {
        assertEquals(
                of("https://git.example.org/a/b").identity(),
                of("https://git.example.org:443/a/b.git/").identity());
        assertNotEquals(
                of("https://git.example.org/a/b").identity(),
                of("https://git.example.org/a/B").identity());
        assertEquals(
                "https://git.example.org/a/b.git",
                of("https://git.example.org/a/b.git").url());
        assertEquals(
                "https://git.example.org/group/sub/name",
                of("https://git.example.org/group/sub/name").url());
    }

    @Test
    void credentials_stay_in_what_connects() {
        for (String text : List.of(
                "https://me:secret@example.org/a.git",
                "https://secret@example.org/a.git",
                "https://example.org/a.git?private_token=secret",
                "ssh://me:secret@example.org/a.git",
                "https://me:s@cret/secret@example.org/a.git".replace("s@cret/secret", "p@secret"))) {
            RepositoryAddress address = of(text);
            assertTrue(address.full().contains("secret"), text);
            assertFalse(address.url().contains("secret"), address.url());
            assertFalse(address.identity().contains("secret"), address.identity());
        }
        assertEquals(
                "ssh://me@example.org/a.git",
                of("ssh://me:secret@example.org/a.git").url());
    }

    @Test
    void a_path_is_an_address_of_this_machine() {
        for (String text : List.of("/srv/a.git", "/srv/./x/../a.git/", "file:///srv/a.git", "../srv/a.git")) {
            RepositoryAddress address = of(text);
            assertEquals("file:///srv/a.git", address.url(), text);
            assertEquals("/srv/a.git", address.full(), text);
            assertTrue(address.local());
            assertEquals("a", address.name());
        }
    }
}
