package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/** Reads Ruby gems, and the extensions that their {@code extconf.rb} scripts make of the sources beside them. */
final class RubyReader implements BuildReader {
    private static final int MAX_LINE = 2000;
    private static final Pattern NAME =
            Pattern.compile("\\s*[a-z_]{1,40}\\.name\\s*=\\s*(?:%q[{(\\[])?[\"']?([A-Za-z0-9_.-]{1,100}).*");
    private static final Pattern MAKEFILE =
            Pattern.compile(".*\\bcreate(?:_rust)?_makefile[ (]+[\"']([A-Za-z0-9_./-]{1,200})[\"'].*");

    /** A library that a script looks for by mkmf's functions. */
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:have|find)_library[ (]\\s{0,9}[\"']([A-Za-z0-9_.+-]{1,100})[\"']");

    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']{3,500})[\"']");

    /** Far more than an extension links. */
    private static final int MAX_LIBRARIES = 200;

    @Override
    public String name() {
        return "ruby";
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(".gemspec") || TreePath.isNamed(path, "extconf.rb");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        Map<String, Packages.Found> gems = new TreeMap<>();
        List<Declaration> declarations = new ArrayList<>();
        for (String path : buildFiles) {
            String text = BuildFile.text(path, reader, notes);
            if (text == null) {
                continue;
            }
            if (path.endsWith(".gemspec")) {
                gems.putIfAbsent(TreePath.parent(path), gem(path, text));
            } else {
                Declaration extension = extension(path, text, tree);
                if (extension != null) {
                    declarations.add(extension);
                }
            }
        }
        Packages packages = new Packages();
        gems.forEach((directory, gem) -> packages.add(
                directory,
                gem.linking(declarations.stream()
                        .filter(extension -> TreePath.within(extension.directory(), directory))
                        .toList())));
        if (!packages.isEmpty()) {
            declarations.addAll(packages.declarations(
                    name(), tree, path -> path.endsWith(".rb") || path.endsWith(".rake") || path.endsWith(".erb")));
        }
        return declarations;
    }

    private static Packages.Found gem(String path, String text) {
        Named named = first(NAME, text);
        String stem = TreePath.name(path).substring(0, TreePath.name(path).length() - ".gemspec".length());
        return named == null
                ? new Packages.Found(stem, ModuleKind.PACKAGE, path, 1)
                : new Packages.Found(named.name(), ModuleKind.PACKAGE, path, named.line());
    }

    /** What mkmf compiles: the sources beside the script. */
    private @Nullable Declaration extension(String path, String text, FileTree tree) {
        String directory = TreePath.parent(path);
        List<String> files = tree.under(directory).stream()
                .filter(file -> TreePath.parent(file).equals(directory))
                .filter(RubyReader::compiled)
                .toList();
        if (files.isEmpty()) {
            return null;
        }
        Named named = first(MAKEFILE, text);
        String name = named == null ? TreePath.name(directory) : TreePath.name(named.name());
        int line = named == null ? 1 : named.line();
        return new Declaration(
                        name(),
                        name.isEmpty() ? "extension" : name,
                        ModuleKind.PLUGIN,
                        directory,
                        files,
                        false,
                        path,
                        line)
                .linking(libraries(text));
    }

    /** What a script asks for, and what it adds to {@code $libs} and the like between quotes. */
    private static Set<String> libraries(String text) {
        Set<String> libraries = new TreeSet<>();
        for (String line : text.lines().toList()) {
            boolean usual = line.length() <= MAX_LINE && libraries.size() < MAX_LIBRARIES;
            Matcher asked = ASKED.matcher(usual ? line : "");
            while (asked.find()) {
                libraries.add(LinkerWords.LIBRARY + LinkerWords.plain(asked.group(1)));
            }
            Matcher quoted = QUOTED.matcher(usual ? line : "");
            while (quoted.find()) {
                libraries.addAll(LinkerWords.libraries(quoted.group(1)));
            }
        }
        return libraries;
    }

    private static boolean compiled(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return switch (ending) {
            case "c", "cc", "cpp", "cxx", "m", "mm", "S", "s" -> true;
            default -> Headers.is(path);
        };
    }

    private static @Nullable Named first(Pattern pattern, String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = pattern.matcher(line.length() > MAX_LINE ? "" : line);
            if (matcher.matches()) {
                return new Named(matcher.group(1), number);
            }
        }
        return null;
    }

    /** A name and its line. */
    private record Named(String name, int line) {}
}
