package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

class NginxReaderTest {
    @Test
    void shell_lists_and_modules_are_targets_where_their_files_lie() {
        Trees tree = new Trees()
                .build("auto/sources", "CORE_SRCS=\"src/core/log.c \\\n           src/core/buf.c\"\n")
                .build("auto/modules", """
                        if :; then
                            ngx_module_name="web_gzip_module web_other"
                            ngx_module_srcs=src/web/gzip.c
                            . auto/module
                        fi
                        ngx_module_name=web_v9_module
                        ngx_module_srcs="src/web/v9.c $MORE
                                         src/web/huff.c"

                        . auto/module
                        """)
                .files("src/core/log.c", "src/core/buf.c", "src/web/gzip.c", "src/web/v9.c", "src/web/huff.c");
        assertEquals("nginx:src/core/core", tree.ids().get("src/core/buf.c"));
        assertEquals("nginx:src/web/web_gzip_module", tree.ids().get("src/web/gzip.c"));
        assertEquals("nginx:src/web/web_v9_module", tree.ids().get("src/web/huff.c"));
        assertEquals(ModuleKind.PLUGIN, GroupedFile.kind(tree, "src/web/v9.c"));
        assertEquals("target web_v9_module declared at auto/modules:6", GroupedFile.reason(tree, "src/web/v9.c"));
    }

    @Test
    void an_addition_has_its_files_beside_its_config() {
        Trees tree = new Trees()
                .build("config", "ngx_module_name=x\nngx_module_srcs=\"$ngx_addon_dir/x.c\"\n. auto/module\n")
                .files("x.c");
        assertEquals("nginx:x", tree.ids().get("x.c"));
    }
}
