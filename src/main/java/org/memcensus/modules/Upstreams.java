package org.memcensus.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Problem;
import org.memcensus.model.Ties;

/** Finds out whose copy a vendored component is, by the version that stands in its headers or in its own build files. */
final class Upstreams {
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){1,4}[\\w.+-]{0,20}");

    /** Files at the root of a component that name it and its version, in the order in which they are believed. */
    private static final Map<String, Pattern> DECLARATIONS = declarations();

    /** What is looked for stands at the beginning of a file. Characters. */
    private static final int MAX_TEXT = 1 << 16;

    private final Map<String, List<ModuleMarks.Upstream>> byFile = new HashMap<>();
    private final FileReader reader;
    private final Consumer<Problem> notes;

    /**
     * Known components.
     *
     * @param known what they are known by
     * @param reader gives the bytes of a file
     * @param notes hears of files that cannot be read
     */
    Upstreams(List<ModuleMarks.Upstream> known, FileReader reader, Consumer<Problem> notes) {
        this.reader = reader;
        this.notes = notes;
        known.forEach(mark ->
                byFile.computeIfAbsent(mark.file(), any -> new ArrayList<>()).add(mark));
    }

    private static Map<String, Pattern> declarations() {
        String project = "project\\s*\\(\\s*['\"]?([\\w.+-]{1,80})['\"]?[^)]{0,500}?";
        Map<String, Pattern> declarations = new LinkedHashMap<>();
        declarations.put(
                "configure.ac",
                Pattern.compile("AC_INIT\\s*\\(\\s*\\[?([\\w.+ -]{1,80})\\]?\\s*,\\s*\\[?(\\d[\\w.+-]{0,30})"));
        declarations.put("CMakeLists.txt", Pattern.compile("(?i)" + project + "VERSION\\s+\"?(\\d[\\w.+-]{0,30})"));
        declarations.put("meson.build", Pattern.compile(project + "version\\s*:\\s*'(\\d[\\w.+-]{0,30})'"));
        declarations.put(
                "Cargo.toml",
                Pattern.compile(
                        "(?m)^name\\s*=\\s*\"([\\w.+-]{1,80})\"(?s:.{0,500}?)^version\\s*=\\s*\"(\\d[\\w.+-]{0,30})\""));
        declarations.put(
                "package.json",
                Pattern.compile(
                        "\"name\"\\s*:\\s*\"([\\w@/.+-]{1,80})\"(?s:.{0,2000}?)\"version\"\\s*:\\s*\"(\\d[\\w.+-]{0,30})\""));
        return declarations;
    }

    /** What a vendored component is a copy of; null where nothing tells. */
    Ties.@Nullable Upstream of(CodeModule component) {
        Ties.Upstream known = known(component);
        return known == null ? declared(component.path()) : known;
    }

    private Ties.@Nullable Upstream known(CodeModule component) {
        Ties.Upstream nearest = null;
        for (CountedFile file : component.files()) {
            List<ModuleMarks.Upstream> marks = byFile.get(TreePath.name(file.path()));
            // The header of the component itself lies nearer to its root than a copy within the copy.
            if (marks != null && (nearest == null || depth(file.path()) < depth(nearest.path()))) {
                String text = BuildFile.text(file.path(), reader, notes);
                for (ModuleMarks.Upstream mark : marks) {
                    if (text != null && mark.fits(text)) {
                        nearest = new Ties.Upstream(mark.name(), mark.version(text), file.path());
                        break;
                    }
                }
            }
        }
        return nearest;
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    private Ties.@Nullable Upstream declared(String root) {
        for (Map.Entry<String, Pattern> declaration : DECLARATIONS.entrySet()) {
            String path = TreePath.join(root, declaration.getKey());
            Matcher matcher = declaration.getValue().matcher(beginning(path));
            if (matcher.find()) {
                return new Ties.Upstream(matcher.group(1).strip(), matcher.group(2), path);
            }
        }
        for (String name : List.of("VERSION", "version.txt")) {
            String path = TreePath.join(root, name);
            Matcher matcher = VERSION.matcher(beginning(path));
            if (matcher.lookingAt()) {
                return new Ties.Upstream(TreePath.name(root), matcher.group(), path);
            }
        }
        return null;
    }

    private String beginning(String path) {
        String text = BuildFile.text(path, reader, notes);
        return text == null ? "" : text.substring(0, Math.min(text.length(), MAX_TEXT));
    }
}
