package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

class GnReaderTest {
    private static Trees tree() {
        return new Trees().files("net/a.c", "net/b.c", "net/c.c", "net/posix.c", "net/main.c");
    }

    @Test
    void blocks_with_sources_are_targets() {
        Trees tree = tree().build(".gn", "buildconfig = \"//build/config.gn\"")
                .build("net/BUILD.gn", """
                        import("//net/lists.gni")
                        static_library("net") {
                          sources = net_sources
                          if (is_posix) {
                            sources += [ "posix.c" ]
                          } else {
                            sources -= [ "a.c" ]
                          }
                          public = [ "//net/b.c" ]
                          deps = [ "//base" ]
                        }
                        my_executable("server") {
                          sources = [ "main.c" ]
                        }
                        source_set("tests") {
                          testonly = true
                          sources = [ "c.c" ]
                        }
                        copy("files") {
                          sources = [ "c.c" ]
                        }
                        """)
                .build("net/lists.gni", "dir = \"net\"\nnet_sources = [\n  \"//$dir/a.c\",\n]\n");
        for (String file : new String[] {"a", "b", "posix"}) {
            assertEquals("gn:net/net", tree.ids().get("net/" + file + ".c"));
        }
        assertEquals("gn:net/server", tree.ids().get("net/main.c"));
        assertEquals(ModuleKind.EXECUTABLE, GroupedFile.kind(tree, "net/main.c"));
        assertEquals("dir:net", tree.ids().get("net/c.c"));
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
    }

    @Test
    void loops_name_targets_and_files() {
        Trees tree = tree().build(
                        "net/BUILD.gn",
                        "foreach(n, [ \"a\", \"b\" ]) {\n  executable(\"run_${n}\") { sources = [ \"$n.c\" ] }\n}\n");
        assertEquals("gn:net/run_b", tree.ids().get("net/b.c"));
    }

    @Test
    void the_root_is_where_the_dot_file_lies() {
        Trees tree = new Trees()
                .build("sub/.gn", "")
                .build("sub/net/BUILD.gn", "shared_library(\"x\") { sources = [ \"//net/a.c\" ] }")
                .files("sub/net/a.c");
        assertEquals("gn:sub/net/x", tree.ids().get("sub/net/a.c"));
    }
}
