package org.memcensus.modules;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.memcensus.model.FileReader;
import org.memcensus.model.Problem;

/**
 * Reads extensions of PHP: what {@code PHP_NEW_EXTENSION} names in a {@code config.m4}, with the sources that it lists. Each
 * is a plugin by the name that PHP loads it by. {@code config.w32} says the same for Windows.
 */
final class PhpReader implements BuildReader {
    private static final Map<String, String> MACROS = Map.of("PHP_NEW_EXTENSION(", "");

    /** What stands around a list of several lines. */
    private static final Pattern AROUND = Pattern.compile("\\bm4_normalize\\(|[\\[\\]()\\\\\"]");

    private static final int SOURCES = 1;

    @Override
    public String name() {
        return "php";
    }

    @Override
    public boolean reads(String path) {
        return ConfigScript.is(path);
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        return new ConfigPlugins(name(), MACROS, (target, prefix, arguments, directory) -> {
                    String list = AROUND.matcher(ConfigScript.argument(arguments, SOURCES))
                            .replaceAll(" ");
                    for (String word : MakeVariables.split(list)) {
                        String source = SourcePaths.place(directory, word);
                        if (source != null && tree.contains(source)) {
                            target.add(List.of(source));
                        }
                    }
                })
                .read(buildFiles, reader, notes);
    }
}
