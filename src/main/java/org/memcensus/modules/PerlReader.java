package org.memcensus.modules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads Perl distributions, by their {@code Makefile.PL} or {@code Build.PL}, and their XS extensions: by MakeMaker's own
 * rule the XS and C files beside a script, and those that it lists.
 */
final class PerlReader implements BuildReader {
    private static final long BUDGET = 4L << 20;

    /** Far more than an extension links. */
    private static final int MAX_LIBRARIES = 200;

    @Override
    public String name() {
        return "perl";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.isNamed(path, "Makefile.PL") || TreePath.isNamed(path, "Build.PL");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        SourceList sources = new SourceList(tree, new Budget(BUDGET), new ReaderNotes(notes));
        Packages packages = new Packages();
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            String text = BuildFile.text(path, reader, notes);
            if (text == null) {
                continue;
            }
            List<PythonToken> tokens = PythonLexer.hashes(text);
            String directory = TreePath.parent(path);
            PythonToken named = named(tokens);
            String name =
                    named == null ? PythonReader.unnamed(path) : named.text().replace("::", "-");
            int line = named == null ? 1 : named.line();
            List<String> compiled = compiled(path, tokens, tree, sources);
            List<Declaration> extension = new ArrayList<>();
            if (compiled.stream().anyMatch(file -> file.endsWith(".xs"))) {
                extension.add(new Declaration(name(), name, ModuleKind.PLUGIN, directory, compiled, false, path, line)
                        .linking(libraries(tokens)));
            }
            declarations.addAll(extension);
            packages.add(directory, new Packages.Found(name, ModuleKind.PACKAGE, path, line).linking(extension));
        }
        if (!packages.isEmpty()) {
            declarations.addAll(packages.declarations(
                    name(), tree, path -> path.endsWith(".pm") || path.endsWith(".pl") || path.endsWith(".PL")));
        }
        return declarations;
    }

    /** The string that stands behind a key for the name. */
    private static @Nullable PythonToken named(List<PythonToken> tokens) {
        for (int i = 0; i + 3 < tokens.size(); i++) {
            String key = tokens.get(i).text();
            boolean name = key.equals("NAME") || key.equals("module_name") || key.equals("DISTNAME");
            int value = tokens.get(i + 1).is("=") && tokens.get(i + 2).is(">") ? i + 3 : i + 2;
            if (name
                    && tokens.get(i + 1).text().startsWith("=")
                    && tokens.get(value).kind() == PythonToken.Kind.TEXT) {
                return tokens.get(value);
            }
        }
        return null;
    }

    /** What {@code LIBS}, {@code MYEXTLIB} or the flags of a linker name. */
    private static List<String> libraries(List<PythonToken> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() == PythonToken.Kind.TEXT)
                .flatMap(token -> LinkerWords.libraries(token.text()).stream())
                .limit(MAX_LIBRARIES)
                .toList();
    }

    private static List<String> compiled(String path, List<PythonToken> tokens, FileTree tree, SourceList sources) {
        String directory = TreePath.parent(path);
        Set<String> files = new LinkedHashSet<>();
        for (String file : tree.under(directory)) {
            boolean beside = TreePath.parent(file).equals(directory);
            boolean below = file.endsWith(".xs") && TreePath.within(file, TreePath.join(directory, "lib"));
            if ((beside && isCompiled(file)) || below) {
                files.add(file);
            }
        }
        for (PythonToken token : tokens) {
            if (token.kind() == PythonToken.Kind.TEXT) {
                List<String> words = List.of(token.text().strip().split("\\s+", -1));
                for (String word : words) {
                    if (isCompiled(word) || word.endsWith(".o")) {
                        String source = word.endsWith(".o") ? word.substring(0, word.length() - 1) + "c" : word;
                        files.addAll(
                                source.startsWith("/") ? List.of() : sources.files(path, directory, List.of(source)));
                    }
                }
            }
        }
        return List.copyOf(files);
    }

    private static boolean isCompiled(String path) {
        return path.endsWith(".xs") || path.endsWith(".c") || path.endsWith(".h");
    }
}
