package org.memcensus.count;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memcensus.model.Content;
import org.memcensus.model.Language;
import org.memcensus.model.LineCounts;
import org.memcensus.tables.LanguageTable;

/**
 * A file of {@code lines/<language>/} that states its truth, counted by hand, in its first line.
 *
 * @param language its language
 * @param path where it lies
 */
record Fixture(Language language, Path path) {
    static final Map<String, Language> LANGUAGES =
            LanguageTable.read().languages().stream().collect(Collectors.toMap(Language::name, Function.identity()));

    private static final Path FOLDER = Path.of("src/test/resources/lines");
    private static final Pattern TRUTH = Pattern.compile("(\\d+) lines (\\d+) code (\\d+) comments (\\d+) blanks");

    /** Every fixture. A character that some file systems refuse in a language's name is {@code _} in its folder's. */
    static List<Fixture> all() {
        Map<String, Language> folders = LANGUAGES.values().stream()
                .collect(Collectors.toMap(language -> language.name().replaceAll("[*/:]", "_"), Function.identity()));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(path -> new Fixture(language(folders, path), path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Language language(Map<String, Language> folders, Path path) {
        String folder = path.getName(path.getNameCount() - 2).toString();
        Language language = folders.get(folder);
        if (language == null) {
            throw new AssertionError("no language '" + folder + "' for " + path);
        }
        return language;
    }

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LineCounts truth() {
        Matcher matcher = TRUTH.matcher(text().lines().findFirst().orElse(""));
        if (!matcher.find()) {
            throw new AssertionError(path + " states no truth in its first line");
        }
        LineCounts truth = new LineCounts(
                Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)), Long.parseLong(matcher.group(4)));
        if (truth.lines() != Long.parseLong(matcher.group(1))) {
            throw new AssertionError(path + " states a truth that does not add up");
        }
        return truth;
    }

    LineCounts count(byte[] bytes) {
        Content content = TextEncoding.normalise(new Content(bytes.clone(), bytes.length));
        return new LineCounter(language.syntax()).count(content, null);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return FOLDER.relativize(path).toString();
    }
}
