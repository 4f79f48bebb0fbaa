package org.memcensus.classify;

/** Reads the program that the first line of a script names. */
final class Shebang {
    private Shebang() {}

    /** The program's name, such as {@code python3}; empty where there is none. */
    static String program(String head) {
        if (!head.startsWith("#!")) {
            return "";
        }
        int end = head.indexOf('\n');
        String line = head.substring(2, end < 0 ? head.length() : end);
        String program = "";
        boolean env = false;
        for (String word : line.strip().split("[ \t]+", 16)) {
            if (program.isEmpty() || env) {
                if (env && (word.startsWith("-") || word.indexOf('=') > 0)) {
                    continue; // env -S, env -i, env NAME=value
                }
                program = word.substring(word.lastIndexOf('/') + 1);
                env = program.equals("env");
            }
        }
        if (program.equals("sh")) {
            return behindExec(head);
        }
        return env ? "" : program;
    }

    /** A name without its version: {@code python3.11} is {@code python}. */
    static String withoutVersion(String program) {
        int end = program.length();
        while (end > 0 && "0123456789.-".indexOf(program.charAt(end - 1)) >= 0) {
            end--;
        }
        return program.substring(0, end);
    }

    /** A shell script whose first lines hand over to another program: {@code exec tclsh "$0"}. */
    private static String behindExec(String head) {
        int from = 0;
        for (int line = 0; line < 5; line++) {
            int end = head.indexOf('\n', from);
            if (end < 0) {
                break;
            }
            String text = head.substring(from, end).strip();
            from = end + 1;
            if (text.startsWith("exec ") && text.contains("$0")) {
                String[] words = text.split("[ \t]+", 3);
                return words[1].substring(words[1].lastIndexOf('/') + 1);
            }
        }
        return "sh";
    }
}
