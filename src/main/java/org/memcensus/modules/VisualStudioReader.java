package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** Reads the projects of Visual C++, the older form too, which lists each file as a relative path. */
final class VisualStudioReader implements BuildReader {
    private static final long BUDGET = 16L << 20;

    @Override
    public String name() {
        return "visual-studio";
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(".vcxproj") || path.endsWith(".vcproj") || Solutions.named(path);
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        SourceList sources = new SourceList(tree, new Budget(BUDGET), said);
        MsBuildFiles projects = MsBuildFiles.of(tree, reader, notes, said);
        Solutions solutions = Solutions.of(buildFiles, reader, notes, said);
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            Found found = null;
            if (path.endsWith(".vcxproj")) {
                MsBuildProject project = MsBuildProject.read(path, solutions.directory(path), projects);
                found = project == null ? null : found(project);
            } else if (path.endsWith(".vcproj")) {
                XmlElement root = projects.root(path);
                found = root == null ? null : older(root);
            }
            List<String> files = found == null ? List.of() : sources.files(path, TreePath.parent(path), found.words());
            if (found != null && !files.isEmpty()) {
                String name = solutions.name(path, found.name().isBlank() ? stem(path) : found.name());
                List<String> links = found.projects().stream()
                        .map(project -> TreePath.resolve(TreePath.parent(path), project))
                        .filter(Objects::nonNull)
                        .map(project -> solutions.name(project, stem(project)))
                        .toList();
                declarations.add(
                        new Declaration(name(), name, found.kind(), TreePath.parent(path), files, false, path, 1)
                                .linking(links));
            }
        }
        return declarations;
    }

    /** The name of a project's file without its ending. */
    private static String stem(String path) {
        String name = TreePath.name(path);
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static Found found(MsBuildProject project) {
        List<String> words = new ArrayList<>();
        for (String type : List.of("ClCompile", "ClInclude", "MASM", "NASM", "CustomBuild", "MARMASM", "YASM")) {
            words.addAll(project.items(type));
        }
        return new Found(
                project.property("ProjectName"),
                kind(project.property("ConfigurationType")),
                words,
                project.items("ProjectReference"));
    }

    private static ModuleKind kind(String type) {
        return switch (type) {
            case "Application", "1" -> ModuleKind.EXECUTABLE;
            case "Driver" -> ModuleKind.KERNEL_MODULE;
            default -> ModuleKind.LIBRARY;
        };
    }

    private static Found older(XmlElement root) {
        String type = "";
        List<String> words = new ArrayList<>();
        for (XmlElement element : root.all()) {
            @Nullable String path = element.attribute("RelativePath");
            @Nullable String made = element.attribute("ConfigurationType");
            if (element.name().equals("File") && path != null) {
                words.add(path.replace('\\', '/'));
            } else if (type.isEmpty() && made != null) {
                type = made;
            }
        }
        String name = root.attribute("Name");
        return new Found(name == null ? "" : name, kind(type), words, List.of());
    }

    /** What a project says of itself. */
    private record Found(String name, ModuleKind kind, List<String> words, List<String> projects) {}
}
