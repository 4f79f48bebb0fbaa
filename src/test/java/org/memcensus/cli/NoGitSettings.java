package org.memcensus.cli;

import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** A machine on which neither the user nor the administrator has set anything for git. */
final class NoGitSettings extends SystemReader.Delegate {
    private final Path folder;

    /**
     * The machine, without its settings.
     *
     * @param folder where JGit may keep what it measures
     */
    NoGitSettings(SystemReader machine, Path folder) {
        super(machine);
        this.folder = folder;
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.startsWith("XDG_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return settings("user", parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return settings("system", parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return settings("jgit", parent, fs);
    }

    private FileBasedConfig settings(String name, Config parent, FS fs) {
        return new FileBasedConfig(parent, folder.resolve(name).toFile(), fs);
    }
}
