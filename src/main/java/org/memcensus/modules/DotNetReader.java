package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads .NET projects. Each owns the files below its directory, up to the next project, as the SDK has it, and those
 * elsewhere that it lists and no other owns.
 */
final class DotNetReader implements BuildReader {
    private static final long BUDGET = 32L << 20;

    @Override
    public String name() {
        return "dotnet";
    }

    @Override
    public boolean reads(String path) {
        return isProject(path) || Solutions.named(path);
    }

    private static boolean isProject(String path) {
        return path.endsWith(".csproj") || path.endsWith(".fsproj") || path.endsWith(".vbproj");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        SourceList sources = new SourceList(tree, new Budget(BUDGET), said);
        MsBuildFiles projects = MsBuildFiles.of(tree, reader, notes, said);
        Solutions solutions = Solutions.of(buildFiles, reader, notes, said);
        Packages packages = new Packages();
        Map<String, Set<String>> listed = new TreeMap<>();
        for (String path : buildFiles) {
            MsBuildProject project =
                    isProject(path) ? MsBuildProject.read(path, solutions.directory(path), projects) : null;
            if (project == null) {
                continue;
            }
            String directory = TreePath.parent(path);
            String stem = TreePath.name(path).substring(0, TreePath.name(path).lastIndexOf('.'));
            boolean program = project.property("OutputType").endsWith("Exe");
            ModuleKind kind = program ? ModuleKind.EXECUTABLE : ModuleKind.LIBRARY;
            List<String> links = project.items("ProjectReference").stream()
                    .map(reference -> TreePath.resolve(directory, reference))
                    .filter(Objects::nonNull)
                    .map(reference -> LinkNames.label(TreePath.parent(reference), ""))
                    .toList();
            packages.add(directory, new Packages.Found(solutions.name(path, stem), kind, path, 1, links));
            Set<String> files = listed.computeIfAbsent(directory, any -> new TreeSet<>());
            for (String type : List.of("Compile", "EmbeddedResource", "None", "Content", "Page")) {
                files.addAll(sources.files(path, directory, project.items(type)));
            }
        }
        List<Declaration> declarations = packages.declarations(name(), tree);
        Set<String> owned = new HashSet<>();
        declarations.forEach(declaration -> owned.addAll(declaration.files()));
        listed.values().forEach(files -> files.removeAll(owned));
        return declarations.stream()
                .map(declaration -> with(declaration, listed.getOrDefault(declaration.directory(), Set.of())))
                .toList();
    }

    /** A project with the files that it lists beside those below it. */
    private static Declaration with(Declaration project, Set<String> more) {
        Set<String> files = new TreeSet<>(project.files());
        files.addAll(more);
        return new Declaration(
                        project.system(),
                        project.name(),
                        project.kind(),
                        project.directory(),
                        new ArrayList<>(files),
                        project.whole(),
                        project.path(),
                        project.line())
                .linking(project.links());
    }
}
