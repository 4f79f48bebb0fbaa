package org.memcensus.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.memcensus.model.ModuleMarks;

/**
 * Reads {@code modules.yaml}: known third-party components, what says that code comes from elsewhere, and implementations
 * that builds choose between.
 */
public final class ModuleTable {
    private ModuleTable() {}

    /** The whole table. */
    public static ModuleMarks read() {
        return Tables.fields("modules", top -> {
            List<ModuleMarks.Upstream> upstreams = new ArrayList<>();
            for (Entry entry : top.entries("upstreams")) {
                upstreams.add(new ModuleMarks.Upstream(
                        entry.text("name"),
                        entry.text("file"),
                        entry.texts("version"),
                        entry.text("text", ""),
                        entry.texts("files"),
                        Set.copyOf(entry.texts("directories")),
                        entry.flag("assembled", false),
                        entry.text("source")));
                entry.end();
            }
            List<ModuleMarks.Origin> origins = new ArrayList<>();
            for (Entry entry : top.entries("origins")) {
                origins.add(new ModuleMarks.Origin(entry.text("file"), entry.texts("texts"), entry.text("source")));
                entry.end();
            }
            List<ModuleMarks.Choice> choices = new ArrayList<>();
            for (Entry entry : top.entries("choices")) {
                choices.add(new ModuleMarks.Choice(
                        entry.text("kind"), entry.texts("implementations"), entry.texts("safe"), entry.text("source")));
                entry.end();
            }
            return new ModuleMarks(upstreams, origins, choices, Set.of());
        });
    }
}
