package org.memcensus.modules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** Reads Maven modules: each {@code pom.xml} that builds something owns its directory. A parent that only lists is none. */
final class MavenReader implements BuildReader {
    @Override
    public String name() {
        return "maven";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.isNamed(path, "pom.xml");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        Packages packages = new Packages();
        for (String path : buildFiles) {
            String text = BuildFile.text(path, reader, notes);
            XmlElement project = text == null ? null : XmlFile.root(path, text, said);
            boolean builds = project != null
                    && project.name().equals("project")
                    && !project.childText("packaging").equals("pom");
            if (project != null && builds) {
                add(path, project, packages, said);
            }
        }
        return packages.declarations(name(), tree);
    }

    private static void add(String path, XmlElement project, Packages packages, ReaderNotes notes) {
        String directory = TreePath.parent(path);
        XmlElement artifact = project.child("artifactId");
        if (artifact == null) {
            notes.add(path, "project without an artifactId");
            return;
        }
        String name = filled(artifact.text(), properties(project));
        if (name.indexOf('$') >= 0 || name.isBlank()) {
            notes.add(path, "artifactId at line " + artifact.line() + " is not known before Maven runs");
            name = directory.isEmpty() ? "." : TreePath.name(directory);
        }
        packages.add(
                directory, new Packages.Found(name, ModuleKind.PACKAGE, path, artifact.line(), dependencies(project)));
    }

    private static List<String> dependencies(XmlElement project) {
        XmlElement dependencies = project.child("dependencies");
        return dependencies == null
                ? List.of()
                : dependencies.children().stream()
                        .filter(each -> !each.childText("scope").equals("test"))
                        .map(each -> each.childText("artifactId"))
                        .toList();
    }

    private static Map<String, String> properties(XmlElement project) {
        Map<String, String> values = new HashMap<>();
        XmlElement properties = project.child("properties");
        if (properties != null) {
            properties.children().forEach(each -> values.put(each.name(), each.text()));
        }
        XmlElement parent = project.child("parent");
        if (parent != null) {
            values.put("project.parent.artifactId", parent.childText("artifactId"));
            values.put("parent.artifactId", parent.childText("artifactId"));
        }
        return values;
    }

    /** A text with the properties put in that are known: once, so that they cannot grow. */
    private static String filled(String text, Map<String, String> properties) {
        String filled = text;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            filled = filled.replace("${" + property.getKey() + "}", property.getValue());
        }
        return filled;
    }
}
