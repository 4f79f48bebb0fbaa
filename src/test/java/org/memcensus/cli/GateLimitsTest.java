package org.memcensus.cli;

import org.junit.jupiter.api.Test;

/** Limits that a project sets beside the first rule. */
class GateLimitsTest extends GateCase {
    @Test
    void a_new_unsafe_file_in_an_old_module_fails_on_request() throws Exception {
        history.c("net/tls.c", 20).stage();
        assertFail(history.gate("--no-new-unsafe-files"), "--no-new-unsafe-files: new unsafe file net/tls.c, 20 lines");
    }

    @Test
    void a_moved_file_is_no_new_file() throws Exception {
        history.move("net/socket.c", "net/link.c").stage();
        assertPass(history.gate("--no-new-unsafe-files"));
    }

    @Test
    void growth_above_the_limit_fails_and_growth_within_passes() throws Exception {
        history.c("net/socket.c", 80).stage();
        assertFail(history.gate("--max-unsafe-growth", "19"), "unsafe code grows by 20 lines (from 120 to 140)");
        assertPass(history.gate("--max-unsafe-growth", "20"));
    }

    @Test
    void a_share_above_the_limit_fails_only_if_it_grew() throws Exception {
        assertPass(history.gate("--max-unsafe-share", "0.5"));
        history.c("net/socket.c", 80).stage();
        assertFail(history.gate("--max-unsafe-share", "0.5"), "the unsafe share grows from 98.36 % to 98.59 %");
        assertPass(history.gate("--max-unsafe-share", "0.99"));
    }

    @Test
    void limits_of_the_configuration_hold_and_the_command_line_goes_before_them() throws Exception {
        history.write(".memcensus.yml", "gate:\n  max-unsafe-growth: 5\n").commit();
        history.c("net/socket.c", 80).stage();
        assertFail(history.gate(), "more than 5");
        assertPass(history.gate("--max-unsafe-growth", "50"));
        assertPass(history.gate("--no-config"));
    }
}
