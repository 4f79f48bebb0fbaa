package org.memcensus.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Docstrings;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.ModuleMode;

/**
 * What to scan and how.
 *
 * @param target working tree, folder, bare repository, bundle or URL
 * @param revision commit to read from git objects; null for the working tree
 * @param untracked whether to add untracked files that git does not ignore
 * @param policy name of a built-in policy, or a file; null to leave it to the configuration
 * @param modules how to group files
 * @param include globs of paths to scan; empty for all
 * @param exclude globs of paths to leave out
 * @param jobs worker threads, at least 1
 * @param maxFileSize bytes above which a file is not read
 * @param maxFiles number of files above which the scan is refused
 * @param catalogue a file to lay over the catalogue of replacements; null for none
 * @param contacts whether modules name whom to talk to
 * @param config which configuration counts
 * @param history whether and how history takes part
 * @param docstrings what docstrings count as
 */
public record ScanOptions(
        String target,
        @Nullable String revision,
        boolean untracked,
        @Nullable String policy,
        ModuleMode modules,
        List<String> include,
        List<String> exclude,
        int jobs,
        long maxFileSize,
        long maxFiles,
        @Nullable String catalogue,
        boolean contacts,
        ConfigChoice config,
        HistoryOptions history,
        Docstrings docstrings) {
    /** The policy where neither the user nor the project names one. */
    public static final String DEFAULT_POLICY = "default";

    /** Larger files than this are data, and would fill the memory: 64 MiB. */
    public static final long DEFAULT_MAX_FILE_SIZE = 64L << 20;

    /** Far above every known repository. */
    public static final long DEFAULT_MAX_FILES = 10_000_000;

    /** Copies its lists. */
    public ScanOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Options under which docstrings are comments. */
    public ScanOptions(
            String target,
            @Nullable String revision,
            boolean untracked,
            @Nullable String policy,
            ModuleMode modules,
            List<String> include,
            List<String> exclude,
            int jobs,
            long maxFileSize,
            long maxFiles,
            @Nullable String catalogue,
            boolean contacts,
            ConfigChoice config,
            HistoryOptions history) {
        this(
                target,
                revision,
                untracked,
                policy,
                modules,
                include,
                exclude,
                jobs,
                maxFileSize,
                maxFiles,
                catalogue,
                contacts,
                config,
                history,
                Docstrings.COMMENTS);
    }

    /** Options with the built-in catalogue, without contacts, and with the project's own configuration and history. */
    public ScanOptions(
            String target,
            @Nullable String revision,
            boolean untracked,
            @Nullable String policy,
            ModuleMode modules,
            List<String> include,
            List<String> exclude,
            int jobs,
            long maxFileSize,
            long maxFiles) {
        this(
                target,
                revision,
                untracked,
                policy,
                modules,
                include,
                exclude,
                jobs,
                maxFileSize,
                maxFiles,
                null,
                false,
                ConfigChoice.PROJECT,
                HistoryOptions.DEFAULT);
    }

    /** The policy that the user names, or the default one, whatever the project says. */
    public String policyOrDefault() {
        return policy == null ? DEFAULT_POLICY : policy;
    }

    /** Where the target lies, however it was written. */
    String place() {
        try {
            Path path = Path.of(target);
            return Files.exists(path) ? path.toRealPath().toString() : target;
        } catch (InvalidPathException | IOException e) {
            return target;
        }
    }

    /** The same at another commit. */
    public ScanOptions at(String commit) {
        return reading(commit, false);
    }

    /** The same for a state: a commit, or the working tree where it is null, with untracked files or without. */
    public ScanOptions reading(@Nullable String commit, boolean more) {
        return with(commit, more, policy, catalogue, contacts, history, docstrings);
    }

    /** The same with docstrings counted so. */
    public ScanOptions counting(Docstrings other) {
        return with(revision, untracked, policy, catalogue, contacts, history, other);
    }

    /** The same under a policy. */
    public ScanOptions under(@Nullable String name) {
        return with(revision, untracked, name, catalogue, contacts, history, docstrings);
    }

    /** The same with a file laid over the catalogue, or null for none, and with or without contacts. */
    public ScanOptions advising(@Nullable String file, boolean owners) {
        return with(revision, untracked, policy, file, owners, history, docstrings);
    }

    /** The same with history taking part so. */
    public ScanOptions remembering(HistoryOptions past) {
        return with(revision, untracked, policy, catalogue, contacts, past, docstrings);
    }

    /** The same without history. */
    ScanOptions withoutHistory() {
        return remembering(new HistoryOptions(false, history.bounds(), history.weight(), history.cache()));
    }

    private ScanOptions with(
            @Nullable String commit,
            boolean more,
            @Nullable String name,
            @Nullable String file,
            boolean owners,
            HistoryOptions past,
            Docstrings counted) {
        return new ScanOptions(
                target,
                commit,
                more,
                name,
                modules,
                include,
                exclude,
                jobs,
                maxFileSize,
                maxFiles,
                file,
                owners,
                config,
                past,
                counted);
    }

    /** The defaults for a target. */
    public static ScanOptions of(String target) {
        return new ScanOptions(
                target,
                null,
                false,
                null,
                ModuleMode.AUTO,
                List.of(),
                List.of(),
                Runtime.getRuntime().availableProcessors(),
                DEFAULT_MAX_FILE_SIZE,
                DEFAULT_MAX_FILES);
    }
}
