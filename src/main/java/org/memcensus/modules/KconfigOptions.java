package org.memcensus.modules;

import java.util.HashSet;
import java.util.Set;
import org.memcensus.model.FileReader;

/** The options of Kconfig files that build a loadable module: those of three states. */
final class KconfigOptions {
    private static final String CONFIG = "config ";

    private final Set<String> modules = new HashSet<>();
    private final boolean found;

    private KconfigOptions(boolean found) {
        this.found = found;
    }

    /** Reads all Kconfig files of a tree. */
    static KconfigOptions of(FileTree tree, FileReader reader, ReaderNotes notes) {
        KconfigOptions options = null;
        for (String path : tree.all()) {
            if (path.startsWith("Kconfig", path.lastIndexOf('/') + 1)) {
                options = options == null ? new KconfigOptions(true) : options;
                String text = BuildFile.text(path, reader, notes.sink());
                if (text != null) {
                    options.read(text);
                }
            }
        }
        return options == null ? new KconfigOptions(false) : options;
    }

    private void read(String text) {
        String option = "";
        int end;
        for (int at = 0; at < text.length(); at = end + 1) {
            end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int start = at;
            while (start < end && text.charAt(start) <= ' ') {
                start++;
            }
            if (text.startsWith(CONFIG, start)) {
                option = text.substring(start + CONFIG.length(), end).strip();
            } else if (text.startsWith("menu" + CONFIG, start)) {
                option = text.substring(start + "menu".length() + CONFIG.length(), end)
                        .strip();
            } else if (text.startsWith("tristate", start) || text.startsWith("def_tristate", start)) {
                modules.add(option);
            }
        }
    }

    /**
     * Whether an option builds a module. Where a tree has no Kconfig files, it is made for the options of another, and any
     * may.
     *
     * @param option its name without {@code CONFIG_}
     */
    boolean buildsModule(String option) {
        return !found || modules.contains(option);
    }
}
