package org.memcensus.source;

import java.io.File;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.SystemReader;

/**
 * The system as JGit may see it: no configuration of the machine or the user, no environment. JGit would else start the
 * {@code git} program to find its configuration, write probe files to measure clocks, and obey {@code GIT_SSH}.
 */
final class ShutInSystem extends SystemReader {
    private static boolean installed;

    private ShutInSystem() {}

    /** Puts JGit behind the wall; must run before any other use of JGit. */
    static synchronized void install() {
        if (installed) {
            return;
        }
        installed = true;
        SystemReader.setInstance(new ShutInSystem());
        // FS makes an FS_POSIX while it is initialised, and FS_POSIX extends FS: of two threads where each begins with
        // another of them, both would wait without end. So both are initialised here, by one.
        Objects.requireNonNull(FS.DETECTED);
        WindowCacheConfig cache = new WindowCacheConfig();
        cache.setExposeStatsViaJmx(false);
        cache.setPackedGitLimit(32L << 20);
        cache.install();
        GitTcp.install();
        // How long a host of ssh may take to let us in, which is no time that a transport could be given: two minutes
        // else.
        System.getProperties()
                .putIfAbsent(
                        "org.apache.sshd.config.auth-timeout", String.valueOf(CloneLimits.DEFAULT_SILENCE.toMillis()));
    }

    /** The file system for a repository: a configuration may include other files, but no pipe or device. */
    static FS fileSystem() {
        return File.separatorChar == '/' ? new WithoutPipes() : FS.DETECTED;
    }

    @Override
    public String getHostname() {
        return "localhost";
    }

    // JGit expects null for what is not set.
    @Override
    @SuppressWarnings("NullAway")
    public String getenv(String variable) {
        return null;
    }

    @Override
    public String getProperty(String key) {
        return System.getProperty(key);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    @Deprecated // JGit still declares it abstract
    @SuppressWarnings("InlineMeSuggester")
    public long getCurrentTime() {
        return System.currentTimeMillis();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    @Deprecated // JGit still declares it abstract
    @SuppressWarnings("InlineMeSuggester")
    public int getTimezone(long when) {
        return ZoneId.systemDefault()
                        .getRules()
                        .getOffset(Instant.ofEpochMilli(when))
                        .getTotalSeconds()
                / 60;
    }

    private static final class NoConfig extends FileBasedConfig {
        NoConfig(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // Nothing to load.
        }

        @Override
        public void save() {
            // Nothing is kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        /** A resolution of file times for every file system: where one is set, JGit does not measure. */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long defaultValue, TimeUnit wantUnit) {
            return "filesystem".equals(section)
                    ? wantUnit.convert(10, TimeUnit.MILLISECONDS)
                    : super.getTimeUnit(section, subsection, name, defaultValue, wantUnit);
        }
    }

    private static final class WithoutPipes extends FS_POSIX {
        @Override
        public FS newInstance() {
            return new WithoutPipes();
        }

        @Override
        public File resolve(File dir, String name) {
            File file = super.resolve(dir, name);
            return !file.exists() || file.isFile() || file.isDirectory() ? file : new File(dir, ".no-pipes-or-devices");
        }
    }
}
