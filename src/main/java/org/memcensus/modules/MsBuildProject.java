package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties and items of an MSBuild project, every condition taken for true, with the files of the tree that it imports. */
final class MsBuildProject {
    private static final int MAX_IMPORTS = 50;
    private static final int MAX_NESTING = 5;

    /** Items of a project, and characters in them: more than any known one has. */
    private static final int MAX_ITEMS = 200_000;

    private static final int MAX_VALUE = 1 << 16;

    private final String path;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, List<String>> items = new HashMap<>();
    private final Set<String> imported = new HashSet<>();
    private int listed;

    private MsBuildProject(String path) {
        this.path = path;
    }

    /** Reads a project, or gives null with a note. */
    static @Nullable MsBuildProject read(String path, String solution, MsBuildFiles files) {
        MsBuildProject project = new MsBuildProject(path);
        project.properties.put("solutiondir", toRoot(TreePath.parent(path), solution));
        for (String name : List.of("projectdir", "msbuildprojectdirectory")) {
            project.properties.put(name, "./");
        }
        String stem = TreePath.name(path).substring(0, TreePath.name(path).lastIndexOf('.'));
        project.properties.put("msbuildprojectname", stem);
        project.properties.put("projectname", stem);
        return project.load(path, files) ? project : null;
    }

    /** A relative path from one directory to another. */
    private static String toRoot(String from, String to) {
        StringBuilder up = new StringBuilder("./");
        String common = from;
        while (!TreePath.within(to, common)) {
            common = TreePath.parent(common);
            up.append("../");
        }
        String down = to.substring(Math.min(to.length(), common.isEmpty() ? 0 : common.length() + 1));
        return up + (down.isEmpty() ? "" : down + "/");
    }

    private boolean load(String file, MsBuildFiles files) {
        if (imported.size() >= MAX_IMPORTS || !imported.add(file)) {
            return true;
        }
        XmlElement root = files.root(file);
        if (root == null) {
            return false;
        }
        String here = toRoot(TreePath.parent(path), TreePath.parent(file));
        for (XmlElement element : root.all()) {
            properties.put("msbuildthisfiledirectory", here);
            String include = element.attribute("Include");
            String project = element.attribute("Project");
            if (include != null) {
                boolean plain = file.equals(path);
                List<String> sort = items.computeIfAbsent(element.name(), any -> new ArrayList<>());
                for (String word : filled(include, 0).split(";", -1)) {
                    if (++listed > MAX_ITEMS) {
                        files.notes().costly(path);
                        return true;
                    }
                    sort.add(plain || word.startsWith(here) ? word.strip() : here + word.strip());
                }
            } else if (element.name().equals("Import") && project != null) {
                String target = TreePath.resolve(TreePath.parent(path), slashes(filled(project, 0)));
                String beside = TreePath.resolve(TreePath.parent(file), slashes(filled(project, 0)));
                String found = beside != null && files.tree().contains(beside) ? beside : target;
                if (found != null && files.tree().contains(found)) {
                    load(found, files);
                }
            } else if (element.children().isEmpty() && !element.text().isEmpty()) {
                properties.put(element.name().toLowerCase(Locale.ROOT), filled(element.text(), 0));
            }
        }
        return true;
    }

    private static String slashes(String word) {
        return word.replace('\\', '/');
    }

    /** A text with the properties put in that are known. */
    private String filled(String text, int nesting) {
        int open = text.indexOf("$(");
        if (open < 0 || nesting > MAX_NESTING) {
            return slashes(text);
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (open >= 0 && filled.length() < 10_000) {
            int close = text.indexOf(')', open);
            if (close < 0) {
                break;
            }
            String value = properties.get(text.substring(open + 2, close).toLowerCase(Locale.ROOT));
            boolean known = value != null && value.length() < MAX_VALUE;
            filled.append(text, from, open).append(known ? value : text.substring(open, close + 1));
            from = close + 1;
            open = text.indexOf("$(", from);
        }
        return slashes(filled.append(text, from, text.length()).toString());
    }

    /** A property, "" where it has none. */
    String property(String name) {
        return properties.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Paths of the items of one type, relative to the project's directory. */
    List<String> items(String type) {
        return items.getOrDefault(type, List.of());
    }
}
