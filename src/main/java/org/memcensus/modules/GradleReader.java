package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** Reads Gradle projects: those that settings include, and directories with a build script of their own. */
final class GradleReader implements BuildReader {
    private static final Pattern ROOT_NAME =
            Pattern.compile("\\s*rootProject\\.name\\s*=\\s*[\"']([^\"'$]{1,200})[\"'].*");
    private static final Pattern MOVED = Pattern.compile(
            "\\s*project\\(\\s*[\"']([^\"'$]{1,300})[\"']\\s*\\)\\.projectDir\\s*=\\s*(?:new\\s+File|file|File)\\s*\\(?[^\"']{0,60}[\"']([^\"'$]{1,300})[\"'].*");
    /** {@code project(":core:util")}: the last of its names is its own. */
    private static final Pattern PROJECT =
            Pattern.compile("\\bproject\\([^\"'\\n]{0,40}[\"']:(?:[^\"':\\n]{1,100}:){0,9}([^\"':\\n]{1,100})[\"']");

    private static final Pattern STRING = Pattern.compile("[\"']([^\"'$\\s]{1,300})[\"']");
    private static final int MAX_LINE = 4000;

    @Override
    public String name() {
        return "gradle";
    }

    @Override
    public boolean reads(String path) {
        return isSettings(path) || TreePath.isNamed(path, "build.gradle") || TreePath.isNamed(path, "build.gradle.kts");
    }

    private static boolean isSettings(String path) {
        return TreePath.isNamed(path, "settings.gradle") || TreePath.isNamed(path, "settings.gradle.kts");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        Packages packages = new Packages();
        Map<String, String> roots = new HashMap<>();
        for (String path : buildFiles) {
            String text = isSettings(path) ? BuildFile.text(path, reader, notes) : null;
            if (text != null) {
                new Settings(path, tree, packages, said).read(text, roots);
            }
        }
        for (String path : buildFiles) {
            String directory = TreePath.parent(path);
            if (!isSettings(path) && builds(directory, tree)) {
                String last = directory.isEmpty() ? "." : TreePath.name(directory);
                String name = roots.getOrDefault(directory, last);
                String text = BuildFile.text(path, reader, notes);
                packages.add(
                        directory,
                        new Packages.Found(
                                name, ModuleKind.PACKAGE, path, 1, text == null ? List.of() : projects(text)));
            }
        }
        return packages.declarations(name(), tree);
    }

    /** The projects that a build script names, each by its own name. */
    private static List<String> projects(String text) {
        List<String> projects = new ArrayList<>();
        Matcher matcher = PROJECT.matcher(text);
        while (matcher.find()) {
            projects.add(matcher.group(1));
        }
        return projects;
    }

    /** A project with sources; a root without any only configures others. */
    private static boolean builds(String directory, FileTree tree) {
        return !tree.under(TreePath.join(directory, "src")).isEmpty();
    }

    /** One settings script. */
    private static final class Settings {
        private final String path;
        private final String directory;
        private final FileTree tree;
        private final Packages packages;
        private final ReaderNotes notes;
        private final Map<String, Integer> included = new TreeMap<>();
        private final Map<String, String> moved = new HashMap<>();

        Settings(String path, FileTree tree, Packages packages, ReaderNotes notes) {
            this.path = path;
            this.directory = TreePath.parent(path);
            this.tree = tree;
            this.packages = packages;
            this.notes = notes;
        }

        void read(String text, Map<String, String> roots) {
            boolean open = false;
            int number = 0;
            for (String line : text.lines().toList()) {
                number++;
                String code = line.length() > MAX_LINE ? "" : uncommented(line).strip();
                Matcher name = ROOT_NAME.matcher(code);
                Matcher place = MOVED.matcher(code);
                if (name.matches()) {
                    roots.put(directory, name.group(1));
                } else if (place.matches()) {
                    moved.put(place.group(1), place.group(2));
                } else if (open || code.matches("include\\b(?!Build|Flat).*")) {
                    Matcher strings = STRING.matcher(code);
                    while (strings.find()) {
                        included.putIfAbsent(strings.group(1), number);
                    }
                    open = code.endsWith(",") || code.endsWith("(");
                }
            }
            included.forEach(this::add);
        }

        private static String uncommented(String line) {
            int comment = line.indexOf("//");
            return comment < 0 ? line : line.substring(0, comment);
        }

        private void add(String project, int line) {
            String colons = project.startsWith(":") ? project : ":" + project;
            String place = moved.getOrDefault(colons, colons.substring(1).replace(':', '/'));
            String found = place.startsWith("/") ? null : TreePath.resolve(directory, place);
            if (found == null) {
                notes.outside(path, place);
            } else if (!tree.under(found).isEmpty()) {
                String name = colons.substring(colons.lastIndexOf(':') + 1);
                packages.add(found, new Packages.Found(name, ModuleKind.PACKAGE, path, line));
            }
        }
    }
}
