package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.memcensus.model.CountedFile;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.ModuleMode;

class KbuildReaderTest {
    private static Trees tree() {
        Trees tree = new Trees();
        for (String name : new String[] {"core", "usb", "pci", "debug", "led", "panel", "always"}) {
            tree.file("drivers/" + name + ".c");
        }
        return tree.file("drivers/sub/deep.c");
    }

    @Test
    void an_object_made_of_others_has_all_its_parts() {
        Trees tree = tree().build("drivers/Makefile", """
                # SPDX
                obj-$(CONFIG_RADIO) += radio.o
                radio-y := core.o usb.o
                radio-$(CONFIG_RADIO_DEBUG) += debug.o
                ifdef CONFIG_PCI
                radio-objs += pci.o \\
                              sub/deep.o
                endif
                obj-y += always.o sub/
                """);
        assertEquals("dir:drivers/sub", tree.ids().get("drivers/sub/deep.c"), "elsewhere directories are the units");
        for (String file : new String[] {"core", "usb", "debug", "pci"}) {
            assertEquals("kbuild:drivers/radio", tree.ids().get("drivers/" + file + ".c"));
        }
        assertEquals(ModuleKind.KERNEL_MODULE, GroupedFile.kind(tree, "drivers/usb.c"));
        assertEquals("dir:drivers", tree.ids().get("drivers/always.c"));
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
    }

    @Test
    void a_kernel_module_is_its_directory_at_any_size() {
        Trees tree = new Trees();
        StringBuilder objects = new StringBuilder("obj-$(CONFIG_BIGFS) += bigfs.o\nbigfs-y :=");
        for (int i = 0; i < 60; i++) {
            tree.large("fs/bigfs/part" + i + ".c", 1000);
            objects.append(" part").append(i).append(".o");
        }
        tree.build("fs/bigfs/Makefile", objects + "\n")
                .file("fs/bigfs/part7.c", "layout.h")
                .file("fs/bigfs/layout.h", "disk.h")
                .files("fs/bigfs/disk.h", "fs/bigfs/unused.h");
        assertEquals("kbuild:fs/bigfs/bigfs", tree.ids().get("fs/bigfs/part6.c"));
        assertEquals("kbuild:fs/bigfs/bigfs", tree.ids().get("fs/bigfs/layout.h"), "nothing else includes it");
        assertEquals("kbuild:fs/bigfs/bigfs", tree.ids().get("fs/bigfs/disk.h"), "nor this");
        assertEquals("dir:fs/bigfs", tree.ids().get("fs/bigfs/unused.h"));
        tree.file("fs/bigfs/other.c", "disk.h");
        assertEquals("kbuild:fs/bigfs/bigfs", tree.ids().get("fs/bigfs/layout.h"));
        assertEquals("dir:fs/bigfs", tree.ids().get("fs/bigfs/disk.h"), "it may be the other's");
    }

    @Test
    void an_unrelated_file_takes_nothing_from_a_kernel_module() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Trees tree = new Trees();
            StringBuilder make = new StringBuilder();
            for (String module : List.of("alpha", "beta")) {
                make.append("obj-$(CONFIG_X) += ")
                        .append(module)
                        .append(".o\n")
                        .append(module)
                        .append("-y :=");
                for (int i = 0; i < 4; i++) {
                    String[] headers = {"h" + random.nextInt(6) + ".h", "h" + random.nextInt(6) + ".h"};
                    tree.file("drv/" + module + i + ".c", headers);
                    make.append(' ').append(module).append(i).append(".o");
                }
                make.append('\n');
            }
            for (int i = 0; i < 6; i++) {
                tree.file("drv/h" + i + ".h", "h" + random.nextInt(6) + ".h");
            }
            tree.build("drv/Makefile", make.toString());
            Map<String, String> before = tree.ids();
            List<CountedFile> shuffled = new ArrayList<>(tree.files.values());
            Collections.shuffle(shuffled, random);
            assertEquals(before, Trees.ids(tree.group(ModuleMode.AUTO, shuffled)), "seed " + seed);
            Map<String, String> after =
                    tree.files("drv/quaffle.c", "drv/quaffle.h").ids();
            after.keySet().removeAll(List.of("drv/quaffle.c", "drv/quaffle.h"));
            assertEquals(before, after, "seed " + seed);
        }
    }

    @Test
    void only_options_of_three_states_make_modules() {
        Trees tree = tree().build("drivers/Makefile", """
                        obj-$(CONFIG_LED) += led.o
                        obj-$(CONFIG_PANEL) += panel.o
                        obj-$(CONFIG_BUS) += usb.o pci.o
                        obj-m += debug.o
                        """).build("drivers/Kconfig", """
                        config LED
                        \ttristate "LED"
                        menuconfig BUS
                        \tdef_tristate y
                        config PANEL
                        \tbool "Panel"
                        """);
        assertEquals("kbuild:drivers/led", tree.ids().get("drivers/led.c"));
        assertEquals("dir:drivers", tree.ids().get("drivers/panel.c"));
        assertEquals("kbuild:drivers/bus", tree.ids().get("drivers/usb.c"));
        assertEquals("kbuild:drivers/bus", tree.ids().get("drivers/pci.c"));
        assertEquals("kbuild:drivers/debug", tree.ids().get("drivers/debug.c"));
    }

    @Test
    void lists_of_included_files_and_variables_are_followed() {
        Trees tree = tree().build("drivers/Kbuild", """
                        include $(srctree)/drivers/parts.mk
                        obj-$(CONFIG_RADIO) += radio.o
                        radio-y += $(PARTS) $(addprefix u,sb.o)
                        """)
                .build("drivers/parts.mk", "PARTS := core.o $(patsubst %.c,%.o,pci.c)\n");
        for (String file : new String[] {"core", "usb", "pci"}) {
            assertEquals("kbuild:drivers/radio", tree.ids().get("drivers/" + file + ".c"));
        }
    }
}
