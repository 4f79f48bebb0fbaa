package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** Reads the projects of qmake, with the files that they include. */
final class QMakeReader implements BuildReader {
    private static final long BUDGET = 16L << 20;

    @Override
    public String name() {
        return "qmake";
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(".pro");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        ReaderNotes said = new ReaderNotes(notes);
        Budget budget = new Budget(BUDGET);
        SourceList sources = new SourceList(tree, budget, said);
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            QMakeProject project = new QMakeProject(path, tree, budget, said);
            project.read(path, reader, notes, 0);
            String directory = TreePath.parent(path);
            List<String> files = sources.files(path, directory, project.sources());
            String stem = TreePath.name(path).substring(0, TreePath.name(path).length() - ".pro".length());
            String target = project.last("TARGET");
            // A target may be written as a path to where it is put.
            String name = target.isEmpty() || target.indexOf('$') >= 0 ? stem : TreePath.name(target);
            if (!files.isEmpty() && !name.isEmpty()) {
                List<String> links = project.words("LIBS").stream()
                        .filter(word -> word.startsWith("-l"))
                        .map(word -> word.substring(2))
                        .toList();
                declarations.add(
                        new Declaration(name(), name, kind(project), directory, files, false, path, project.line())
                                .linking(links));
            }
        }
        return declarations;
    }

    private static ModuleKind kind(QMakeProject project) {
        if (!project.words("TEMPLATE").contains("lib")) {
            return ModuleKind.EXECUTABLE;
        }
        return project.words("CONFIG").contains("plugin") ? ModuleKind.PLUGIN : ModuleKind.LIBRARY;
    }
}
