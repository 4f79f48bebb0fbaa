package org.memcensus.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.EmbeddedCode;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Language;
import org.memcensus.model.LanguageType;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.UsageException;

/** The files that a stored report lists, on their way into their modules. */
final class StoredFiles {
    private static final LineSyntax UNKNOWN = new LineSyntax("unknown", List.of(), List.of(), List.of(), Set.of());

    private final Map<String, List<CountedFile>> byModule = new HashMap<>();
    private final Map<String, Language> languages = new HashMap<>();
    private long lastBytes;

    /** Takes one file of the list. */
    void add(JsonObject file) throws UsageException {
        List<EmbeddedCode> embedded = new ArrayList<>();
        for (JsonObject part : file.objectsIfAny("embedded")) {
            embedded.add(new EmbeddedCode(
                    language(part.text("language")),
                    part.word("safety", Safety.values(), Safety::label),
                    part.count("bytes"),
                    StoredSums.lines(part)));
        }
        String path = file.path("path");
        CountedFile read = new CountedFile(
                path,
                language(file.text("language")),
                file.word("safety", Safety.values(), Safety::label),
                file.word("role", Role.values(), Role::label),
                file.count("bytes"),
                StoredSums.lines(file),
                FileFacts.NONE,
                embedded);
        String module = file.text("module");
        lastBytes = 4L * JsonTree.OBJECT + 2L * path.length() + 2L * JsonTree.OBJECT * embedded.size();
        if (!byModule.containsKey(module)) {
            lastBytes += 2L * JsonTree.OBJECT + 2L * module.length();
        }
        byModule.computeIfAbsent(module, any -> new ArrayList<>()).add(read);
    }

    /** About how much memory the last file takes. */
    long lastBytes() {
        return lastBytes;
    }

    /** A language by its name. What else a language has is not asked of files that are only reported. */
    private Language language(String name) {
        return languages.computeIfAbsent(
                name,
                any -> new Language(
                        name,
                        LanguageType.PROGRAMMING,
                        Safety.UNDETERMINED,
                        "",
                        "",
                        UNKNOWN,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /**
     * The same modules with these files in them.
     *
     * @param file name of the report, for messages
     */
    List<ModuleCensus> into(String file, List<ModuleCensus> modules) throws UsageException {
        List<ModuleCensus> filled = new ArrayList<>();
        for (ModuleCensus census : modules) {
            CodeModule module = census.module();
            List<CountedFile> files = byModule.remove(module.id());
            filled.add(new ModuleCensus(
                    new CodeModule(
                            module.id(),
                            module.name(),
                            module.kind(),
                            module.path(),
                            module.role(),
                            files == null ? List.of() : files,
                            module.ties()),
                    census.rank(),
                    census.score(),
                    census.evidence(),
                    census.answers(),
                    census.advice(),
                    census.opportunity(),
                    census.history()));
        }
        if (!byModule.isEmpty()) {
            throw new UsageException(file + ": files name a module that is not among modules");
        }
        return filled;
    }
}
