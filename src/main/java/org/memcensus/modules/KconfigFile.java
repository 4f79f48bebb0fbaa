package org.memcensus.modules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** One Kconfig file, read line by line; files that it names are read by themselves, and hear what their place asks for. */
final class KconfigFile {
    /** Blocks within each other beyond which conditions no longer count. */
    private static final int MAX_BLOCKS = 50;

    private static final int TAB = 8;

    private final String text;
    private final String path;
    private final String directory;
    private final KconfigOptions options;

    /** What each open {@code if}, menu and choice asks for, with those around it. */
    private final Deque<Set<String>> blocks = new ArrayDeque<>();

    /** How many more are open. */
    private int deeper;

    /** The option whose lines are read; "" in those of a menu, choice or comment. */
    private String option = "";

    /** Whether lines without an option are those of the innermost block. */
    private boolean inBlock;

    private int at;

    /**
     * A file to be read.
     *
     * @param text its text
     * @param path the file
     * @param options hears what it says
     */
    KconfigFile(String text, String path, KconfigOptions options) {
        this.text = text;
        this.path = path;
        this.directory = TreePath.parent(path);
        this.options = options;
    }

    /** Reads it. */
    void read() {
        while (at < text.length()) {
            String line = line();
            int blank = 0;
            while (blank < line.length() && line.charAt(blank) <= ' ') {
                blank++;
            }
            int end = blank;
            while (end < line.length() && line.charAt(end) > ' ') {
                end++;
            }
            if (end > blank) {
                hear(line.substring(blank, end), line.substring(end).strip());
            }
        }
    }

    /** The next line with those that continue it. */
    private String line() {
        int end = text.indexOf('\n', at);
        while (end > at && text.charAt(end - 1) == '\\') {
            end = text.indexOf('\n', end + 1);
        }
        end = end < 0 ? text.length() : end;
        String line = text.substring(at, end);
        at = end + 1;
        return line.indexOf('\\') < 0 ? line : line.replace("\\\n", " ");
    }

    private void hear(String word, String rest) {
        switch (word) {
            case "config", "menuconfig" -> {
                option = rest;
                inBlock = false;
                options.declare(option, path);
                if (!blocks.isEmpty()) {
                    options.addRequired(option, blocks.element());
                }
            }
            case "if" -> open(KconfigCondition.required(rest), false);
            case "menu", "choice" -> open(Set.of(), true);
            case "endif", "endmenu", "endchoice" -> {
                close();
                leave();
            }
            case "source", "osource", "rsource", "orsource" -> {
                boolean beside = word.indexOf('r') < word.indexOf('s');
                options.sources().add(path, beside, rest, blocks.isEmpty() ? Set.of() : Set.copyOf(blocks.element()));
                leave();
            }
            case "comment", "mainmenu" -> leave();
            case "depends" -> depends(rest);
            case "select" -> options.addRequired(option, Set.of(rest.split("\\s", 2)[0]));
            case "help", "---help---" -> skipHelp();
            default -> {
                if (word.equals("tristate") || word.equals("def_tristate")) {
                    options.addModule(option, directory);
                }
            }
        }
    }

    private void open(Set<String> required, boolean own) {
        leave();
        if (blocks.size() == MAX_BLOCKS) {
            deeper++;
            return;
        }
        Set<String> all = new HashSet<>(blocks.isEmpty() ? Set.of() : blocks.element());
        blocks.push(all);
        KconfigOptions.add(required, all);
        inBlock = own;
    }

    private void close() {
        if (deeper > 0) {
            deeper--;
        } else {
            blocks.poll();
        }
    }

    private void leave() {
        option = "";
        inBlock = false;
    }

    private void depends(String rest) {
        if (!rest.startsWith("on")) {
            return;
        }
        Set<String> required = KconfigCondition.required(rest.substring(2));
        if (!option.isEmpty()) {
            options.addRequired(option, required);
        } else if (inBlock) {
            KconfigOptions.add(required, blocks.element());
        }
    }

    /** Goes behind a text of help: all lines that are indented as its first one is. */
    private void skipHelp() {
        int first = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int start = at;
            while (start < end && text.charAt(start) <= ' ') {
                start++;
            }
            if (start < end) {
                int here = indentation(at);
                first = first == 0 ? Math.max(here, 1) : first;
                if (here < first) {
                    return;
                }
            }
            at = end + 1;
        }
    }

    private int indentation(int from) {
        int width = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\t') {
                width += TAB - width % TAB;
            } else if (text.charAt(i) == ' ') {
                width++;
            } else {
                break;
            }
        }
        return width;
    }
}
