package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

    /** Modules alpha, bus, codec, disk and extra, each for the option of its name in capitals. */
    private static Trees options(String kconfig) {
        Trees tree = new Trees().build("drivers/Kconfig", kconfig);
        StringBuilder make = new StringBuilder();
        for (String name : List.of("alpha", "bus", "codec", "disk", "extra")) {
            tree.file("drivers/" + name + ".c");
            make.append("obj-$(CONFIG_%s) += %s.o%n".formatted(name.toUpperCase(Locale.ROOT), name));
        }
        return tree.build("drivers/Makefile", make.toString());
    }

    /** Names of the modules that module alpha depends on. */
    private static List<String> needs(Trees tree) {
        return tree.group().stream()
                .map(Grouping::module)
                .filter(module -> module.id().equals("kbuild:drivers/alpha"))
                .flatMap(module -> module.ties().dependsOn().stream())
                .map(TreePath::name)
                .toList();
    }

    private static final String OTHERS = """
            config BUS
            \ttristate
            config CODEC
            \ttristate
            config DISK
            \ttristate
            config EXTRA
            \ttristate
            """;

    @Test
    void a_module_depends_on_what_its_option_selects_and_depends_on() {
        Map<String, List<String>> cases = Map.of(
                "select BUS\n\tdepends on CODEC", List.of("bus", "codec"),
                "select BUS if NET\n\tselect UNKNOWN", List.of("bus"),
                "depends on NET && (BUS || CODEC) && DISK!=n && !EXTRA", List.of("disk"),
                "depends on (BUS && DISK=y) || (CODEC && BUS)", List.of("bus"),
                "depends on BUS || BUS=n", List.of(),
                "depends on \\\n\t\tDISK && \\\n\t\tEXTRA", List.of("disk", "extra"),
                "imply BUS", List.of(),
                "help\n\t  These words\n\n\t  select BUS\n\t  depends on DISK", List.of());
        cases.forEach((lines, expected) -> assertEquals(
                expected, needs(options(OTHERS + "config ALPHA\n\ttristate \"Alpha\"\n\t" + lines + "\n")), lines));
    }

    @Test
    void options_within_a_condition_or_a_menu_need_what_it_needs() {
        assertEquals(List.of("bus", "codec", "disk"), needs(options(OTHERS + """
                if BUS
                menu "Radios"
                \tdepends on CODEC
                comment "Only some"
                \tdepends on EXTRA
                config\tALPHA
                \ttristate "Alpha"
                \tdepends on DISK
                endmenu
                endif
                """)));
        assertEquals(List.of(), needs(options(OTHERS + """
                if BUS
                config GAMMA
                \ttristate
                \thelp
                \t  What it is.
                endif
                config ALPHA
                \ttristate
                """)));
    }

    private static List<String> needsFrom(Map<String, String> kconfigs) {
        Trees tree = options(OTHERS + kconfigs.getOrDefault("", ""));
        kconfigs.forEach((path, text) -> {
            if (!path.isEmpty()) {
                tree.build(path, text);
            }
        });
        return needs(tree);
    }

    @Test
    void options_of_a_file_need_what_the_place_needs_that_names_it() {
        String alpha = "config ALPHA\n\ttristate\n";
        String inner = "if DISK\nsource \"drivers/sub/Kconfig\"\nendif\n";
        assertEquals(
                List.of("bus", "disk"),
                needsFrom(Map.of(
                        "Kconfig", "if BUS\nsource \"drivers/mid/Kconfig\"\nendif\n",
                        "drivers/mid/Kconfig", inner,
                        "drivers/sub/Kconfig", alpha)));
        assertEquals(
                List.of("codec"),
                needsFrom(Map.of(
                        "",
                        "menu X\n\tdepends on CODEC\nrsource 'sub/Kconfig.more'\nendmenu\n",
                        "drivers/sub/Kconfig.more",
                        alpha)));
        assertEquals(
                List.of("disk"),
                needsFrom(Map.of(
                        "Kconfig",
                        "if BUS && DISK\nsource drivers/sub/Kconfig\nendif\n" + inner,
                        "drivers/sub/Kconfig",
                        alpha)),
                "named at two places, it needs what both need");
        assertEquals(
                List.of(),
                needsFrom(Map.of(
                        "Kconfig",
                        inner + "source \"drivers/sub/Kconfig\"\nif BUS\nsource \"../Kconfig\"\nendif\n",
                        "drivers/sub/Kconfig",
                        alpha)));
    }

    @Test
    void files_that_name_each_other_need_what_leads_to_them() {
        assertEquals(
                List.of("bus"),
                needsFrom(Map.of(
                        "Kconfig", "if BUS\nsource \"a/Kconfig\"\nendif\nsource \"Kconfig\"\n",
                        "a/Kconfig", "if DISK\nsource \"b/Kconfig\"\nendif\nconfig ALPHA\n\ttristate\n",
                        "b/Kconfig", "if EXTRA\nsource \"a/Kconfig\"\nendif\n")));
    }

    @Test
    void of_what_an_option_builds_the_variant_of_one_processor_is_needed_by_none() {
        Trees tree = options(OTHERS + "config ALPHA\n\ttristate\n\tselect BUS\n")
                .file("arch/tiny/bus.c")
                .build("arch/tiny/Makefile", "obj-$(CONFIG_BUS) += bus.o\n");
        assertEquals("kbuild:arch/tiny/bus", tree.ids().get("arch/tiny/bus.c"));
        assertEquals(1, needs(tree).size());
    }

    @Test
    void hostile_options_cost_little() {
        List<String> hostile = List.of(
                "if A\n".repeat(100_000) + "config B\n".repeat(50_000),
                "menu X\n" + "depends on A && B\n".repeat(20_000) + "config C\n".repeat(50_000),
                "config A\ndepends on " + "(".repeat(500_000),
                "config A\ndepends on " + "!".repeat(500_000),
                "config A\ndepends on " + "B || ".repeat(100_000),
                "config A\ndepends on \"",
                "endif\nendmenu\nselect\ndepends\nhelp",
                "config A\n\thelp\n" + " \n".repeat(300_000),
                "\\\n".repeat(300_000));
        for (String kconfig : hostile) {
            Trees tree = options(kconfig);
            tree.build("sub/Kconfig", OTHERS + "config ALPHA\n\ttristate\n\tselect BUS\n");
            assertEquals(List.of("bus"), needs(tree), () -> kconfig.substring(0, 20));
        }
    }
}
