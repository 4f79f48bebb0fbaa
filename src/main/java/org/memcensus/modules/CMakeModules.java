package org.memcensus.modules;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the modules of CMake that a tree holds itself: files that are included by their names alone. */
final class CMakeModules {
    /** The variable that lists the directories where they lie. */
    static final String PLACES = "CMAKE_MODULE_PATH";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.+-]{1,100}");

    /** Far more places than projects look for modules in. */
    private static final int MAX_PLACES = 50;

    private CMakeModules() {}

    /**
     * The file of a module; null where the tree has none.
     *
     * @param name its name
     * @param directory the directory that places are relative to
     * @param places value of {@link #PLACES}
     * @param tree paths of the tree
     */
    static @Nullable String find(String name, String directory, String places, FileTree tree) {
        if (NAME.matcher(name).matches()) {
            for (String place : places.split(";", MAX_PLACES)) {
                String path = SourcePaths.place(directory, place + "/" + name + ".cmake");
                if (path != null && tree.contains(path)) {
                    return path;
                }
            }
        }
        return null;
    }
}
