package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The libraries that words for a linker name: {@code -lwire}, and {@code ../net/libwire.a} alike. */
final class LinkerWords {
    /** What {@link Declaration#links} holds before the name of a library that any build of the tree may make. */
    static final String LIBRARY = "-l";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}");

    /** What an archive ends in, also as MakeMaker spells it. */
    private static final List<String> ENDINGS = List.of(".a", "$(LIB_EXT)");

    private LinkerWords() {}

    /** The libraries of a text, each as {@code -lname}. */
    static List<String> libraries(String text) {
        List<String> libraries = new ArrayList<>();
        for (String word : MakeVariables.split(text)) {
            String name = word.startsWith(LIBRARY) ? word.substring(LIBRARY.length()) : archive(word);
            if (NAME.matcher(name).matches()) {
                libraries.add(LIBRARY + name);
            }
        }
        return libraries;
    }

    private static String archive(String word) {
        String name = TreePath.name(word);
        for (String ending : ENDINGS) {
            if (name.startsWith("lib") && name.endsWith(ending)) {
                return name.substring("lib".length(), name.length() - ending.length());
            }
        }
        return "";
    }

    /** A library's name as the linker has it: wire of libwire. */
    static String plain(String name) {
        return name.startsWith("lib") && name.length() > "lib".length() ? name.substring("lib".length()) : name;
    }
}
