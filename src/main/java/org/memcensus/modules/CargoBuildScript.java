package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.ModuleKind;

/**
 * The libraries that a crate's build script compiles with the {@code cc} crate: the strings that it hands to {@code file} and
 * {@code files}, up to {@code compile}, which names them. Lists are taken from anywhere before it in the script.
 */
final class CargoBuildScript {
    private final String system;
    private final SourceList sources;

    /**
     * Build scripts of a tree.
     *
     * @param system name of the build system
     * @param sources finds files
     */
    CargoBuildScript(String system, SourceList sources) {
        this.system = system;
        this.sources = sources;
    }

    /** The libraries of a script; a file that is in two is of the first. */
    List<Declaration> libraries(String script, String directory, String code) {
        List<Declaration> libraries = new ArrayList<>();
        if (code.indexOf("cc::") < 0 && code.indexOf("cc_build") < 0) {
            return libraries;
        }
        List<PythonToken> tokens = PythonLexer.slashes(code);
        List<String> words = new ArrayList<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            if (token.kind() == PythonToken.Kind.TEXT) {
                words.add(token.text());
            } else if (token.named("compile") && tokens.get(i + 1).is("(")) {
                PythonToken name = tokens.get(i + 2);
                List<String> files = sources.files(script, directory, paths(words)).stream()
                        .filter(CargoBuildScript::compiled)
                        .toList();
                if (name.kind() == PythonToken.Kind.TEXT && !files.isEmpty()) {
                    libraries.add(new Declaration(
                            system,
                            plain(name.text()),
                            ModuleKind.LIBRARY,
                            directory,
                            files,
                            false,
                            script,
                            token.line()));
                }
                words.clear();
            }
        }
        return libraries;
    }

    /** Strings that may be paths below the crate: flags and texts are none. */
    private static List<String> paths(List<String> words) {
        return words.stream()
                .filter(word -> word.indexOf('.') > 0 && word.indexOf(' ') < 0 && !word.startsWith("/"))
                .filter(word -> word.indexOf('*') < 0 && word.indexOf(':') < 0)
                .toList();
    }

    private static boolean compiled(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return switch (ending) {
            case "c", "cc", "cpp", "cxx", "m", "mm", "s", "S", "asm" -> true;
            default -> false;
        };
    }

    /** The name without what an archive's file has around it. */
    private static String plain(String name) {
        String start = name.startsWith("lib") ? name.substring(3) : name;
        return start.endsWith(".a") ? start.substring(0, start.length() - 2) : name;
    }
}
