package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;

/**
 * Reads Cargo packages. A package owns the files below its directory up to the next package: Cargo's own rule for what it
 * publishes. Whether a workspace lists it makes no difference to that.
 */
final class CargoReader implements BuildReader {
    /** A table's head or a key with a plain string, the only two shapes of TOML that a package's name needs. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*(?:\\[\\[?\\s*(?<table>[^\\[\\]]+?)\\s*\\]\\]?|(?<key>[A-Za-z0-9_.\"-]+?)\\s*=\\s*(?:\"(?<basic>[^\"]*)\"|'(?<literal>[^']*)')?)\\s*(?:#.*)?");

    /** A line longer than this holds no name. Characters. */
    private static final int MAX_LINE = 1000;

    @Override
    public String name() {
        return "cargo";
    }

    @Override
    public boolean reads(String path) {
        return TreePath.name(path).equals("Cargo.toml");
    }

    @Override
    public List<Declaration> read(List<String> buildFiles, FileTree tree, FileReader reader, Consumer<Problem> notes) {
        Map<String, Found> packages = new TreeMap<>();
        for (String path : buildFiles) {
            String text = BuildFile.text(path, reader, notes);
            Found found = text == null ? null : find(path, text, notes);
            if (found != null) {
                packages.put(TreePath.parent(path), found);
            }
        }
        if (packages.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> files = new TreeMap<>();
        for (String path : tree.all()) {
            String owner = TreePath.parent(path);
            while (!packages.containsKey(owner) && !owner.isEmpty()) {
                owner = TreePath.parent(owner);
            }
            if (packages.containsKey(owner)) {
                files.computeIfAbsent(owner, any -> new ArrayList<>()).add(path);
            }
        }
        List<Declaration> declarations = new ArrayList<>();
        packages.forEach((directory, found) -> declarations.add(new Declaration(
                name(),
                found.name(),
                ModuleKind.PACKAGE,
                directory,
                files.getOrDefault(directory, List.of()),
                true,
                TreePath.join(directory, "Cargo.toml"),
                found.line())));
        return declarations;
    }

    private static @Nullable Found find(String path, String text, Consumer<Problem> notes) {
        String table = "";
        int at = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = LINE.matcher(line.length() > MAX_LINE ? "" : line);
            if (!matcher.matches()) {
                continue;
            }
            if (matcher.group("table") != null) {
                table = matcher.group("table");
                at = table.equals("package") ? number : at;
            } else if (isName(table, matcher.group("key"))) {
                String basic = matcher.group("basic");
                String value = basic == null ? matcher.group("literal") : basic;
                if (value != null && !value.isBlank()) {
                    return new Found(value, number);
                }
            }
        }
        if (at > 0) {
            notes.accept(new Problem(path, "package without a plain name at line " + at));
        }
        return null;
    }

    private static boolean isName(String table, String key) {
        return table.equals("package") ? key.equals("name") : table.isEmpty() && key.equals("package.name");
    }

    /** A package's name and its line. */
    private record Found(String name, int line) {}
}
