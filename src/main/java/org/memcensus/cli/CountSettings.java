package org.memcensus.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Docstrings;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ConfigChoice;
import org.memcensus.scan.ScanOptions;
import picocli.CommandLine.Option;

/** Options of every command that counts: which files are read, and how they are judged. */
class CountSettings {
    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description =
                    "Only these paths: *.c anywhere, lib/ for a folder, lib/**/*.c below it; may be given several times.")
    List<String> include = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Leave these paths out; may be given several times.")
    List<String> exclude = new ArrayList<>();

    @Option(
            names = "--max-file-size",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Do not read larger files: 500K, 10M, 1G (default: 64M).")
    long maxFileSize = ScanOptions.DEFAULT_MAX_FILE_SIZE;

    @Option(names = "--max-files", paramLabel = "N", description = "Refuse a tree with more files (default: 10000000).")
    long maxFiles = ScanOptions.DEFAULT_MAX_FILES;

    @Option(
            names = "--policy",
            paramLabel = "NAME|FILE",
            description = "What is safe and what weighs how much (see list policies).")
    @Nullable
    String policy;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Read this configuration instead of the project's .memcensus.yml.")
    @Nullable
    String config;

    @Option(names = "--no-config", description = "Read no configuration, neither the project's nor your own.")
    boolean noConfig;

    @Option(names = "--no-cache", description = "Neither use nor keep what an earlier scan found out.")
    boolean noCache;

    @Option(
            names = "--docstrings",
            paramLabel = "code|comments",
            completionCandidates = DocstringWords.class,
            description = "What Python's docstrings count as (default: comments).")
    Docstrings docstrings = Docstrings.COMMENTS;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "Threads (default: one a processor).")
    int jobs = Runtime.getRuntime().availableProcessors();

    /**
     * The options of a scan of the working tree, or of the head where there is none.
     *
     * @throws UsageException if a number is out of its range
     */
    ScanOptions options(String target, Surroundings surroundings) throws UsageException {
        if (target.isEmpty()) {
            throw new UsageException("TARGET is empty: give a folder, a repository or a URL");
        }
        atLeastOne("--jobs", jobs);
        atLeastOne("--max-files", maxFiles);
        atLeastOne("--max-file-size", maxFileSize);
        Path cache = noCache ? null : CacheFolder.of(surroundings.environment());
        HistoryOptions history = new HistoryOptions(true, HistoryBounds.DEFAULT, null, cache);
        return ScanOptions.of(target)
                .but()
                .policy(policy)
                .include(include)
                .exclude(exclude)
                .jobs(jobs)
                .maxFileSize(maxFileSize)
                .maxFiles(maxFiles)
                .config(configChoice(surroundings))
                .history(history)
                .docstrings(docstrings)
                .build();
    }

    private ConfigChoice configChoice(Surroundings surroundings) throws UsageException {
        if (noConfig) {
            if (config != null) {
                throw new UsageException("--config and --no-config: give one of them");
            }
            return ConfigChoice.NONE;
        }
        String user = userFile(surroundings);
        if (config == null) {
            return new ConfigChoice(true, null, user);
        }
        try {
            return new ConfigChoice(
                    false, surroundings.directory().resolve(config).toString(), user);
        } catch (InvalidPathException e) {
            throw new UsageException("--config " + config + ": no path of this system: " + e.getReason());
        }
    }

    /** The user's own configuration, where there is one. */
    private static @Nullable String userFile(Surroundings surroundings) {
        String home = surroundings.environment().getOrDefault("HOME", "");
        String folder = surroundings.environment().getOrDefault("XDG_CONFIG_HOME", "");
        if (folder.isEmpty() && home.isEmpty()) {
            return null;
        }
        Path file = (folder.isEmpty() ? Path.of(home, ".config") : Path.of(folder)).resolve("memcensus/config.yml");
        return Files.isRegularFile(file) ? file.toString() : null;
    }

    private static void atLeastOne(String option, long number) throws UsageException {
        if (number < 1) {
            throw new UsageException(option + " must be at least 1, not " + number);
        }
    }

    /** The words after {@code --docstrings}, for completion. */
    static final class DocstringWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Docstrings.values())
                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
