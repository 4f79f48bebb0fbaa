package org.memcensus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.FileSystemException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.TransportException;
import org.junit.jupiter.api.Test;

class CloneFailureTest {
    private static final String URL = "https://example.org/a.git";

    @Test
    void a_full_disk_is_said_however_deep_it_lies_and_may_pass() {
        String full = URL + ": the disk is full: free some space, or choose another --cache-dir";
        for (Exception failure : new Exception[] {
            new IOException("No space left on device"),
            new TransportException("cannot store the pack", new IOException("No space left on device")),
            new JGitInternalException(
                    "unpack", new IOException("write", new FileSystemException("x", null, "Disk quota exceeded"))),
            new IOException("There is not enough space on the disk")
        }) {
            CloneException said = CloneFailure.ofMany(URL, failure);
            assertEquals(full, said.getMessage());
            assertTrue(said.temporary());
        }
    }

    @Test
    void what_is_not_there_does_not_come_by_waiting() {
        CloneException said = CloneFailure.ofMany(URL, new TransportException("repository not found"));
        assertFalse(said.temporary());
        assertEquals(URL + ": no repository there, or none you may see: check the address", said.getMessage());
    }

    @Test
    void a_cause_says_more_than_what_is_made_of_it() {
        CloneException said = CloneFailure.ofMany(URL, new TransportException("boom", new ConnectException("refused")));
        assertEquals(URL + ": no connection to the host: check the address and the network", said.getMessage());
    }

    @Test
    void a_host_that_hangs_up_may_be_there_again_later() {
        for (String cut : new String[] {"Broken pipe", "Connection reset by peer", "Session is being closed"}) {
            CloneException said = CloneFailure.ofMany(URL, new TransportException(cut));
            assertEquals(
                    URL + ": the host broke off the connection: check the address, or try again later",
                    said.getMessage());
            assertTrue(said.temporary());
        }
    }

    @Test
    void a_number_in_a_port_or_an_object_id_is_no_status() {
        String refused = URL + ": refused, not authorized: check the address, and ~/.netrc or ~/.ssh";
        for (String status : new String[] {"401 Unauthorized", "cannot open git-upload-pack (403)"}) {
            CloneException said = CloneFailure.ofMany(URL, new TransportException(status));
            assertEquals(refused, said.getMessage());
            assertFalse(said.temporary());
        }
        for (String number : new String[] {"git://127.0.0.1:40312/a: cut off", "missing 84010ab", "/tmp/x4035/a"}) {
            CloneException said = CloneFailure.ofMany(URL, new TransportException(number));
            assertEquals(URL + ": cannot be cloned: " + number, said.getMessage());
            assertTrue(said.temporary());
        }
    }
}
