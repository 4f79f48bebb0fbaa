package org.memcensus.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Catalogue;
import org.memcensus.model.Replacement;
import org.memcensus.model.Story;
import org.memcensus.model.UsageException;

/** Reads {@code replacements.yaml}, the catalogue of memory-safe replacements, and what a user lays over it. */
public final class ReplacementTable {
    private ReplacementTable() {}

    /** The built-in catalogue. */
    public static Catalogue catalogue() {
        return Tables.fields(
                "replacements", entry -> new Catalogue(entry.text("version"), entry.text("date"), entries(entry)));
    }

    /** All built-in entries, in the order of the table. */
    public static List<Replacement> replacements() {
        return catalogue().entries();
    }

    /**
     * The catalogue with a user's file laid over it.
     *
     * @param file path of a YAML file: {@code entries} as in the built-in table, which take the place of those of the same
     *     component and project, and {@code drop}, names of components to leave out; null for the catalogue as it is
     * @throws UsageException if the file cannot be read, or is wrong; the message names its line
     */
    public static Catalogue with(@Nullable String file) throws UsageException {
        if (file == null) {
            return catalogue();
        }
        try {
            Path path = Path.of(file);
            UserFile.refuseIrregular("catalogue '" + file + "'", path);
            try (InputStream in = UserFile.open(path)) {
                return read(file, in, catalogue());
            }
        } catch (InvalidPathException | IOException e) {
            throw new UsageException("catalogue '" + file + "': cannot read the file");
        }
    }

    static Catalogue read(String file, InputStream in, Catalogue base) throws UsageException, IOException {
        Entry entry = Entry.of(file, YamlTable.read(file, in));
        List<String> dropped = entry.texts("drop");
        for (String component : dropped) {
            if (base.entries().stream().noneMatch(known -> known.component().equals(component))) {
                throw entry.wrong("no component '" + component + "' to drop; list replacements names them");
            }
        }
        String version = entry.text("version", base.version() + "+");
        String date = entry.text("date", base.date());
        List<Replacement> own = entries(entry);
        entry.end();
        List<Replacement> all = new ArrayList<>(own);
        for (Replacement known : base.entries()) {
            boolean replaced = own.stream()
                    .anyMatch(other -> other.component().equals(known.component())
                            && other.project().equals(known.project()));
            if (!replaced && !dropped.contains(known.component())) {
                all.add(known);
            }
        }
        all.sort(Comparator.comparing(known -> known.component().toLowerCase(Locale.ROOT)));
        return new Catalogue(version, date, all);
    }

    private static List<Replacement> entries(Entry top) throws UsageException {
        List<Replacement> entries = new ArrayList<>();
        for (Entry entry : top.entries("entries")) {
            entries.add(replacement(entry));
            entry.end();
        }
        return entries;
    }

    private static Replacement replacement(Entry entry) throws UsageException {
        return new Replacement(
                entry.text("component"),
                entry.text("kind"),
                new Replacement.Fingerprint(
                        entry.texts("files"),
                        entry.texts("dirs"),
                        entry.texts("headers"),
                        entry.texts("marks"),
                        entry.texts("symbols")),
                entry.text("project"),
                entry.text("language"),
                entry.text("licence"),
                entry.text("url"),
                entry.text("swap"),
                entry.text("c-api"),
                entry.text("how", ""),
                entry.text("maturity"),
                entry.text("source"),
                new Replacement.Use(
                        entry.texts("calls"),
                        entry.texts("not-names"),
                        entry.texts("not-with"),
                        entry.texts("lacks"),
                        entry.texts("makes"),
                        entry.texts("handles")),
                entry.flag("trial", false),
                entry.texts("switches"),
                entry.has("twin") ? twin(entry.entry("twin")) : null,
                stories(entry));
    }

    private static Replacement.Twin twin(Entry entry) throws UsageException {
        Replacement.Twin twin = new Replacement.Twin(
                entry.text("does"),
                entry.texts("evidence"),
                entry.number("least"),
                entry.texts("also"),
                entry.texts("words"),
                entry.texts("unless"));
        entry.end();
        return twin;
    }

    private static List<Story> stories(Entry entry) throws UsageException {
        List<Story> stories = new ArrayList<>();
        for (Entry story : entry.entries("stories")) {
            stories.add(new Story(story.text("text"), story.text("url")));
            story.end();
        }
        return stories;
    }
}
