package org.memcensus.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Docstrings;
import org.memcensus.model.Extra;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.ModuleMode;

/**
 * What to scan and how.
 *
 * @param target working tree, folder, bare repository, bundle or URL
 * @param revision commit to read from git objects; null for the working tree
 * @param extras what to read beyond what the repository itself holds
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
        Set<Extra> extras,
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
        extras = Set.copyOf(extras);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
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
        return but().revision(commit)
                .extras(extras.contains(Extra.LFS) ? Set.of(Extra.LFS) : Set.of())
                .build();
    }

    /** The same without history. */
    ScanOptions withoutHistory() {
        return but().history(new HistoryOptions(false, history.bounds(), history.weight(), history.cache()))
                .build();
    }

    /** The defaults for a target. */
    public static ScanOptions of(String target) {
        return new Builder(target).build();
    }

    /** The same, for some of it to be changed. */
    public Builder but() {
        Builder builder = new Builder(target);
        builder.revision = revision;
        builder.extras = extras;
        builder.policy = policy;
        builder.modules = modules;
        builder.include = include;
        builder.exclude = exclude;
        builder.jobs = jobs;
        builder.maxFileSize = maxFileSize;
        builder.maxFiles = maxFiles;
        builder.catalogue = catalogue;
        builder.contacts = contacts;
        builder.config = config;
        builder.history = history;
        builder.docstrings = docstrings;
        return builder;
    }

    /** Options in the making; what is not said is as in {@link ScanOptions#of}. */
    public static final class Builder {
        private String target;
        private @Nullable String revision;
        private Set<Extra> extras = Set.of();
        private @Nullable String policy;
        private ModuleMode modules = ModuleMode.AUTO;
        private List<String> include = List.of();
        private List<String> exclude = List.of();
        private int jobs = Runtime.getRuntime().availableProcessors();
        private long maxFileSize = DEFAULT_MAX_FILE_SIZE;
        private long maxFiles = DEFAULT_MAX_FILES;
        private @Nullable String catalogue;
        private boolean contacts;
        private ConfigChoice config = ConfigChoice.PROJECT;
        private HistoryOptions history = HistoryOptions.DEFAULT;
        private Docstrings docstrings = Docstrings.COMMENTS;

        private Builder(String target) {
            this.target = target;
        }

        /** See {@link ScanOptions#target}. */
        public Builder target(String value) {
            target = value;
            return this;
        }

        /** See {@link ScanOptions#revision}. */
        public Builder revision(@Nullable String value) {
            revision = value;
            return this;
        }

        /** See {@link ScanOptions#extras}. */
        public Builder extras(Set<Extra> value) {
            extras = value;
            return this;
        }

        /** See {@link ScanOptions#policy}. */
        public Builder policy(@Nullable String value) {
            policy = value;
            return this;
        }

        /** See {@link ScanOptions#modules}. */
        public Builder modules(ModuleMode value) {
            modules = value;
            return this;
        }

        /** See {@link ScanOptions#include}. */
        public Builder include(List<String> value) {
            include = value;
            return this;
        }

        /** See {@link ScanOptions#exclude}. */
        public Builder exclude(List<String> value) {
            exclude = value;
            return this;
        }

        /** See {@link ScanOptions#jobs}. */
        public Builder jobs(int value) {
            jobs = value;
            return this;
        }

        /** See {@link ScanOptions#maxFileSize}. */
        public Builder maxFileSize(long value) {
            maxFileSize = value;
            return this;
        }

        /** See {@link ScanOptions#maxFiles}. */
        public Builder maxFiles(long value) {
            maxFiles = value;
            return this;
        }

        /** See {@link ScanOptions#catalogue}. */
        public Builder catalogue(@Nullable String value) {
            catalogue = value;
            return this;
        }

        /** See {@link ScanOptions#contacts}. */
        public Builder contacts(boolean value) {
            contacts = value;
            return this;
        }

        /** See {@link ScanOptions#config}. */
        public Builder config(ConfigChoice value) {
            config = value;
            return this;
        }

        /** See {@link ScanOptions#history}. */
        public Builder history(HistoryOptions value) {
            history = value;
            return this;
        }

        /** See {@link ScanOptions#docstrings}. */
        public Builder docstrings(Docstrings value) {
            docstrings = value;
            return this;
        }

        /** The options as said so far. */
        public ScanOptions build() {
            return new ScanOptions(
                    target,
                    revision,
                    extras,
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
                    docstrings);
        }
    }
}
