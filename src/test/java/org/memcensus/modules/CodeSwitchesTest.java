package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Role;
import org.memcensus.model.Ties;

class CodeSwitchesTest {
    private static final ModuleMarks MARKS = new ModuleMarks(
            List.of(),
            List.of(
                    new ModuleMarks.Choice(
                            "TLS", List.of("openssl", "gnutls", "rustls"), List.of("rustls"), "https://x"),
                    new ModuleMarks.Choice("allocator", List.of("jemalloc", "tcmalloc"), List.of(), "https://x")));

    private static Ties.@Nullable BuildSwitch choice(Trees tree, String file) {
        return tree.group(MARKS).stream()
                .map(Grouping::module)
                .filter(module ->
                        module.files().stream().anyMatch(each -> each.path().equals(file)))
                .findFirst()
                .orElseThrow()
                .ties()
                .buildSwitch();
    }

    private static Trees code(String path, String text) {
        return new Trees().text(path, Role.CORE, text);
    }

    @Test
    void a_file_that_only_a_safe_implementation_needs_is_a_choice() {
        Trees tree = code("vtls/rustls.c", """
                /* Adapter. */
                #ifdef HAVE_CONFIG_H
                #include "config.h"
                #endif
                #include "setup.h"

                #ifdef USE_RUSTLS
                #ifdef DEBUG
                #endif
                int connect(void);
                #endif /* USE_RUSTLS */
                """);
        assertEquals(new Ties.BuildSwitch("vtls/rustls.c", 7, "USE_RUSTLS"), choice(tree, "vtls/rustls.c"));
    }

    @Test
    void a_condition_inside_a_file_leaves_something_out_and_chooses_nothing() {
        assertNull(choice(code("vtls/rustls.c", "int a;\n#ifdef USE_RUSTLS\nint b;\n#endif\n"), "vtls/rustls.c"));
        assertNull(choice(code("vtls/rustls.c", "#ifdef USE_RUSTLS\nint b;\n#endif\nint a;\n"), "vtls/rustls.c"));
        assertNull(
                choice(code("vtls/rustls.c", "#ifdef USE_RUSTLS\nint b;\n#else\nint a;\n#endif\n"), "vtls/rustls.c"));
        assertNull(choice(code("vtls/rustls.c", "#ifndef USE_RUSTLS\nint b;\n#endif\n"), "vtls/rustls.c"));
        assertNull(choice(
                code("vtls/rustls.c", "#if defined(USE_RUSTLS) && defined(X)\nint b;\n#endif\n"), "vtls/rustls.c"));
    }

    @Test
    void one_unsafe_implementation_may_be_left_out_and_two_are_chosen_between() {
        Trees tree = code("vtls/openssl.c", "#ifdef USE_OPENSSL\nint a;\n#endif\n");
        assertNull(choice(tree, "vtls/openssl.c"));
        tree.text("vtls/gnutls.c", Role.CORE, "#if defined(USE_GNUTLS)\nint b;\n#endif\n");
        assertEquals(new Ties.BuildSwitch("vtls/gnutls.c", 1, "USE_GNUTLS"), choice(tree, "vtls/openssl.c"));
    }

    @Test
    void a_file_that_asks_for_two_chooses_though_it_is_named_after_none() {
        Trees tree = new Trees().file("mem/zmalloc.c", "tcmalloc/tcmalloc.h", "jemalloc/jemalloc.h");
        tree.texts.put("mem/zmalloc.c", """
                int a;
                #if defined(USE_TCMALLOC)
                #elif defined( USE_JEMALLOC )
                #elif !defined(USE_GNUTLS)
                #endif
                """);
        assertEquals(new Ties.BuildSwitch("mem/zmalloc.c", 2, "USE_TCMALLOC"), choice(tree, "mem/zmalloc.c"));
    }

    @Test
    void a_feature_of_an_implementation_is_no_implementation() {
        assertNull(choice(code("vtls/rustls.c", "#ifdef USE_RUSTLS_VERSION\nint a;\n#endif\n"), "vtls/rustls.c"));
        assertEquals(
                new Ties.BuildSwitch("vtls/rustls.c", 1, "CURL_USE_RUSTLS"),
                choice(code("vtls/rustls.c", "#ifdef CURL_USE_RUSTLS\nint a;\n#endif\n"), "vtls/rustls.c"));
    }

    @Test
    void an_option_of_the_build_goes_before_a_condition_of_the_code() {
        Trees tree = code("vtls/rustls.c", "#ifdef USE_RUSTLS\nint a;\n#endif\n")
                .build("configure.ac", "AC_ARG_WITH(rustls)\n");
        assertEquals(new Ties.BuildSwitch("configure.ac", 1, "--with-rustls"), choice(tree, "vtls/rustls.c"));
    }
}
