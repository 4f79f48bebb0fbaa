package org.memcensus.modules;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the plain lists of a make file ({@code CSOURCES = a.c b.c \}), which other build systems share. */
final class MakeLists {
    private static final Pattern ASSIGNMENT = Pattern.compile("[ ]*([A-Za-z0-9_]{1,100})[ \t]*([:+?]?=)(.*)");

    private MakeLists() {}

    /** Whether a file's name says that it is one. */
    static boolean named(String path) {
        String name = TreePath.name(path);
        return name.startsWith("Makefile") || name.endsWith(".mk") || name.endsWith(".am");
    }

    /**
     * The variables of a make file, each with its words joined by {@code ;}, as CMake writes a list. References to other
     * variables are written as CMake's.
     */
    static Map<String, String> of(String text) {
        Map<String, StringBuilder> lists = new TreeMap<>();
        StringBuilder whole = new StringBuilder();
        for (String line : text.lines().toList()) {
            int comment = line.indexOf('#');
            String code = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
            if (code.endsWith("\\")) {
                whole.append(code, 0, code.length() - 1).append(' ');
            } else {
                add(whole.append(code).toString(), lists);
                whole.setLength(0);
            }
        }
        add(whole.toString(), lists);
        Map<String, String> joined = new TreeMap<>();
        lists.forEach((name, words) -> joined.put(name, words.toString()));
        return joined;
    }

    private static void add(String line, Map<String, StringBuilder> lists) {
        Matcher matcher = ASSIGNMENT.matcher(line);
        if (matcher.matches()) {
            String words = matcher.group(3)
                    .strip()
                    .replaceAll("\\$\\(([A-Za-z0-9_]+)\\)", "\\${$1}")
                    .replaceAll("\\s+", ";");
            StringBuilder old = lists.get(matcher.group(1));
            if (old != null && matcher.group(2).equals("+=")) {
                old.append(';').append(words);
            } else {
                lists.put(matcher.group(1), new StringBuilder(words));
            }
        }
    }
}
