package org.memcensus.modules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/** What Visual Studio solutions say of the projects that they list: a name, and where the solution is. */
final class Solutions {
    private static final Pattern PROJECT =
            Pattern.compile("Project\\(\"[^\"]{0,100}\"\\) *= *\"([^\"]{1,200})\" *, *\"([^\"]{1,400})\".*");

    private static final int MAX_LINE = 2000;

    private final Map<String, Listed> projects = new HashMap<>();

    /** Whether a file is a solution, by its path. */
    static boolean named(String path) {
        return path.endsWith(".sln");
    }

    /** Reads the solutions among build files; the first to list a project counts. */
    static Solutions of(List<String> buildFiles, FileReader reader, Consumer<Problem> notes, ReaderNotes said) {
        Solutions solutions = new Solutions();
        for (String path : buildFiles) {
            String text = named(path) ? BuildFile.text(path, reader, notes) : null;
            if (text != null) {
                text.lines()
                        .filter(line -> line.length() <= MAX_LINE && line.startsWith("Project("))
                        .forEach(line -> solutions.add(path, line, said));
            }
        }
        return solutions;
    }

    private void add(String path, String line, ReaderNotes notes) {
        Matcher matcher = PROJECT.matcher(line);
        // A folder of a solution has its own name for a path.
        if (!matcher.matches()
                || matcher.group(1).equals(matcher.group(2))
                || matcher.group(2).startsWith("http")) {
            return;
        }
        String directory = TreePath.parent(path);
        String project = TreePath.resolve(directory, matcher.group(2).replace('\\', '/'));
        if (project == null) {
            notes.outside(path, matcher.group(2));
        } else {
            projects.putIfAbsent(project, new Listed(matcher.group(1), directory));
        }
    }

    /** The name of a project in its solution, else the one given. */
    String name(String project, String otherwise) {
        Listed listed = projects.get(project);
        return listed == null ? otherwise : listed.name();
    }

    /** The directory of a project's solution, else the nearest above the project that could hold one. */
    String directory(String project) {
        Listed listed = projects.get(project);
        return listed == null ? TreePath.parent(project) : listed.directory();
    }

    /** A project's name and its solution's directory. */
    private record Listed(String name, String directory) {}
}
