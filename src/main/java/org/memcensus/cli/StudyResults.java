package org.memcensus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Language;
import org.memcensus.model.Policy;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Study;
import org.memcensus.model.UsageException;
import org.memcensus.report.StudyFormat;
import org.memcensus.report.StudyReport;
import org.memcensus.store.StoreException;
import org.memcensus.store.StudyReader;
import org.memcensus.tables.LanguageTable;
import org.memcensus.tables.PolicyTable;

/**
 * Where the study of a store goes, and in which forms.
 *
 * @param surroundings what the program touches
 * @param chosen the forms
 * @param output file or folder; null for standard output
 */
record StudyResults(
        Surroundings surroundings,
        List<StudyFormat> chosen,
        @Nullable String output) {
    private static final String CISA = "cisa-2024";

    /**
     * Writes the study.
     *
     * @param file the store
     * @param asked what is asked of it
     * @param general how it is shown
     */
    void write(Path file, Asked asked, GeneralOptions general) throws UsageException, IOException {
        Path folder = folder();
        Study study = study(file, asked);
        if (output == null) {
            StudyReport.write(study, chosen.get(0), Shown.of(general).onScreen(surroundings), surroundings.writer());
            return;
        }
        Map<Path, WholeFiles.Body> files = new LinkedHashMap<>();
        for (StudyFormat format : chosen) {
            if (format == StudyFormat.CSV) {
                StudyReport.tables(study)
                        .forEach((name, text) -> files.put(folder.resolve(name), out -> out.write(text)));
            } else {
                boolean inFolder = chosen.size() > 1 || Files.isDirectory(folder) || output.endsWith("/");
                files.put(
                        inFolder ? folder.resolve("study." + format.extension()) : folder,
                        out -> StudyReport.write(
                                study, format, Shown.of(general).inFile(surroundings), out));
            }
        }
        WholeFiles.write(files);
    }

    /**
     * What is asked of a store.
     *
     * @param policy policy to count under; null for that of the scans
     * @param scope what is counted; null for what the policy counts
     * @param top modules and components to list
     */
    record Asked(@Nullable String policy, @Nullable Scope scope, int top) {}

    private Path folder() throws UsageException {
        if (output == null) {
            if (chosen.size() > 1 || chosen.get(0) == StudyFormat.CSV) {
                throw new UsageException("csv and several formats need a folder: add --output DIR");
            }
            return Path.of("");
        }
        Path place = WholeFiles.place(surroundings, output);
        if ((chosen.size() > 1 || chosen.get(0) == StudyFormat.CSV) && Files.isRegularFile(place)) {
            throw new UsageException("--output " + output + " is a file, and these formats need a folder");
        }
        return place;
    }

    private static Study study(Path file, Asked asked) throws UsageException {
        if (asked.top() < 1) {
            throw new UsageException("--top must be at least 1, not " + asked.top());
        }
        BiFunction<String, Safety, Safety> ruling = (name, scanned) -> scanned;
        String name = null;
        boolean cisa = false;
        if (asked.policy() != null) {
            Policy policy = PolicyTable.find(asked.policy());
            ruling = ruling(policy);
            name = policy.name() + " " + policy.version();
            cisa = policy.name().equals(CISA);
        }
        Scope counted = asked.scope() != null ? asked.scope() : cisa ? Scope.ALL : Scope.SHIPPED;
        try {
            return StudyReader.read(file, new StudyReader.Question(counted, name, ruling, asked.top()));
        } catch (StoreException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** A file that its content set apart from its language keeps the class that it got for that. */
    private static BiFunction<String, Safety, Safety> ruling(Policy policy) {
        Map<String, Language> languages = new HashMap<>();
        LanguageTable.read().languages().forEach(language -> languages.put(language.name(), language));
        return (name, scanned) -> {
            Language language = languages.get(name);
            return language == null || scanned == Safety.NONE ? scanned : policy.ruling(language);
        };
    }
}
