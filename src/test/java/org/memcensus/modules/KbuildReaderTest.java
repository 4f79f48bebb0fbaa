package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.memcensus.model.ModuleKind;

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
        for (String file : new String[] {"core", "usb", "debug", "pci"}) {
            assertEquals(
                    "dir:drivers", tree.ids().get("drivers/" + file + ".c"), "two directories are no small target");
        }
        tree.files.remove("drivers/sub/deep.c");
        for (String file : new String[] {"core", "usb", "debug", "pci"}) {
            assertEquals("kbuild:drivers/radio", tree.ids().get("drivers/" + file + ".c"));
        }
        assertEquals(ModuleKind.KERNEL_MODULE, GroupedFile.kind(tree, "drivers/usb.c"));
        assertEquals("dir:drivers", tree.ids().get("drivers/always.c"));
        assertTrue(tree.notes.isEmpty(), tree.notes.toString());
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
