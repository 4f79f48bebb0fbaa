package org.memcensus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.memcensus.source.FolderRemoval;

/** A machine on which neither the user nor the administrator has set anything for git, while a class of tests runs. */
final class NoGitSettings extends SystemReader.Delegate {
    private final Path folder;

    /** Shuts out the developer's settings; for {@code @ExtendWith}. */
    static final class During implements BeforeAllCallback, AfterAllCallback {
        private static final SystemReader DEVELOPERS = SystemReader.getInstance();

        @Override
        public void beforeAll(ExtensionContext context) throws IOException {
            Path folder = Files.createTempDirectory("settings");
            context.getStore(ExtensionContext.Namespace.create(During.class)).put(Path.class, folder);
            SystemReader.setInstance(new NoGitSettings(DEVELOPERS, folder));
        }

        @Override
        public void afterAll(ExtensionContext context) throws IOException {
            SystemReader.setInstance(DEVELOPERS);
            FolderRemoval.remove(context.getStore(ExtensionContext.Namespace.create(During.class))
                    .get(Path.class, Path.class));
        }
    }

    /**
     * The machine, without its settings.
     *
     * @param folder where JGit may keep what it measures
     */
    private NoGitSettings(SystemReader machine, Path folder) {
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
