package org.memcensus.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Files made up for tests. */
public final class SampleFiles {
    /** The language of most of them. */
    public static final Language C = language("C", Safety.UNSAFE);

    private static final int BYTES_OF_LINE = 30;

    private SampleFiles() {}

    /** A language without comments and strings. */
    public static Language language(String name, Safety safety) {
        LineSyntax plain = new LineSyntax("plain", List.of(), List.of(), List.of(), Set.of());
        return new Language(
                name,
                LanguageType.PROGRAMMING,
                safety,
                "nsa-2022",
                "",
                plain,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A file of the product, in C. */
    public static CountedFile c(String path, long lines) {
        return file(path, Role.CORE, C, lines, FileFacts.NONE);
    }

    /** A file of lines of code only. */
    public static CountedFile file(String path, Role role, Language language, long lines, FileFacts facts) {
        LineCounts counts = new LineCounts(lines, 0, 0);
        return new CountedFile(path, language, language.safety(), role, lines * BYTES_OF_LINE, counts, facts);
    }

    /** A file in C that includes others by quoted names. */
    public static CountedFile including(Role role, String path, String... headers) {
        List<FileFacts.Include> quoted = Arrays.stream(headers)
                .map(header -> new FileFacts.Include(header, false))
                .toList();
        return file(path, role, C, 1, new FileFacts(List.of(), quoted, List.of()));
    }
}
