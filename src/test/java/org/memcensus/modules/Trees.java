package org.memcensus.modules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.memcensus.model.BuildTarget;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.FileReader;
import org.memcensus.model.Language;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.ModuleMode;
import org.memcensus.model.NameSet;
import org.memcensus.model.Problem;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;

/** Builds small trees for tests and groups them. */
final class Trees {
    final Map<String, CountedFile> files = new LinkedHashMap<>();
    final Map<String, String> texts = new TreeMap<>();
    final List<Problem> notes = new ArrayList<>();

    /** Adds a core file that includes some headers between quotes. */
    Trees file(String path, String... includes) {
        return file(path, Role.CORE, includes);
    }

    Trees file(String path, Role role, String... includes) {
        return file(path, role, 1, includes);
    }

    /** Adds a core file of so many lines. */
    Trees large(String path, int lines) {
        return file(path, Role.CORE, lines);
    }

    /** Adds a file of a role, of so many lines. */
    Trees file(String path, Role role, int lines) {
        return file(path, role, lines, new String[0]);
    }

    /** Adds a core file of so many lines that includes some headers between quotes. */
    Trees file(String path, int lines, String... includes) {
        return file(path, Role.CORE, lines, includes);
    }

    /** Adds a core file that defines and calls functions, each named by a number. */
    Trees calling(String path, List<Integer> defined, List<Integer> called) {
        return calling(path, 1, defined, called);
    }

    /** The same of so many lines, including some headers. */
    Trees calling(String path, int lines, List<Integer> defined, List<Integer> called, String... includes) {
        return file(path, Role.CORE, lines, quoted(includes), new FileFacts.Functions(names(defined), names(called)));
    }

    private static NameSet names(List<Integer> numbers) {
        return NameSet.of(numbers.stream().mapToInt(each -> each).toArray(), numbers.size());
    }

    private Trees file(String path, Role role, int lines, String... includes) {
        return file(path, role, lines, quoted(includes), FileFacts.Functions.NONE);
    }

    private static List<FileFacts.Include> quoted(String... includes) {
        return Stream.of(includes)
                .map(include -> new FileFacts.Include(include, false))
                .toList();
    }

    private Trees file(
            String path, Role role, int lines, List<FileFacts.Include> includes, FileFacts.Functions functions) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        Safety safety = switch (ending) {
            case "c", "h" -> Safety.UNSAFE;
            case "rs", "py" -> Safety.SAFE;
            default -> Safety.NONE;
        };
        Language language = SampleFiles.language(ending.equals("rs") ? "Rust" : ending, safety);
        files.put(
                path,
                SampleFiles.file(
                        path, role, language, lines, new FileFacts(List.of(), includes, List.of(), functions)));
        return this;
    }

    /** Adds core files without includes. */
    Trees files(String... paths) {
        for (String path : paths) {
            file(path);
        }
        return this;
    }

    /** Adds a build file with its text. */
    Trees build(String path, String text) {
        texts.put(path, text);
        return file(path);
    }

    /** Adds a file of a role with its text. */
    Trees text(String path, Role role, String text) {
        texts.put(path, text);
        return file(path, role);
    }

    List<Grouping> group() {
        return group(ModuleMode.AUTO);
    }

    List<Grouping> group(ModuleMode mode) {
        return group(mode, new ArrayList<>(files.values()));
    }

    List<Grouping> group(ModuleMode mode, List<CountedFile> order) {
        return group(new ModuleFinder(mode, BuildReaders.ALL), order);
    }

    List<Grouping> group(ModuleMarks marks) {
        return group(new ModuleFinder(ModuleMode.AUTO, BuildReaders.ALL, marks), new ArrayList<>(files.values()));
    }

    private List<Grouping> group(ModuleFinder finder, List<CountedFile> order) {
        return grouped(finder, order).modules();
    }

    /** Every target that the build files declare. */
    List<BuildTarget> targets() {
        ModuleFinder finder = new ModuleFinder(ModuleMode.AUTO, BuildReaders.ALL);
        return grouped(finder, new ArrayList<>(files.values())).targets();
    }

    private Grouped grouped(ModuleFinder finder, List<CountedFile> order) {
        FileReader reader =
                path -> texts.containsKey(path) ? texts.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8) : null;
        return finder.find(order, reader, notes::add, true).tied(reader, notes::add);
    }

    /** Id of each file's module. */
    Map<String, String> ids() {
        return ids(group());
    }

    static Map<String, String> ids(List<Grouping> groupings) {
        Map<String, String> ids = new TreeMap<>();
        for (Grouping grouping : groupings) {
            for (CountedFile file : grouping.module().files()) {
                String before = ids.put(file.path(), grouping.module().id());
                if (before != null) {
                    throw new AssertionError(file.path() + " is in " + before + " too");
                }
            }
        }
        return ids;
    }
}
