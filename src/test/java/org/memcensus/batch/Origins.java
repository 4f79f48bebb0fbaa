package org.memcensus.batch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.transport.Daemon;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Bare repositories in a folder, and a daemon on the loopback address that serves them. */
public final class Origins implements AutoCloseable {
    private static final PersonIdent AUTHOR =
            new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    private final Path folder;
    private final Daemon daemon;

    public Origins(Path folder) throws IOException {
        this.folder = folder;
        shutOutSettings(folder);
        daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon.setRepositoryResolver((client, name) -> {
            try {
                return new FileRepository(folder.resolve(name).toFile());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        daemon.getService("git-upload-pack").setEnabled(true);
        daemon.start();
    }

    private static void shutOutSettings(Path folder) {
        SystemReader machine = SystemReader.getInstance();
        SystemReader.setInstance(new SystemReader.Delegate(machine) {
            @Override
            public FileBasedConfig openUserConfig(Config parent, FS fs) {
                return new FileBasedConfig(
                        parent, folder.resolve("no-user-config").toFile(), fs);
            }

            @Override
            public FileBasedConfig openSystemConfig(Config parent, FS fs) {
                return new FileBasedConfig(
                        parent, folder.resolve("no-system-config").toFile(), fs);
            }
        });
    }

    public int port() {
        return daemon.getAddress().getPort();
    }

    public String url(String name) {
        return "git://127.0.0.1:" + port() + "/" + name;
    }

    public String path(String name) {
        return "file://" + folder.resolve(name);
    }

    /** Makes a repository of one commit. */
    public Origins make(String name, Map<String, String> files) throws IOException {
        try (Repository repository = new FileRepository(folder.resolve(name).toFile())) {
            repository.create(true);
            if (files.isEmpty()) {
                return this;
            }
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                DirCache index = DirCache.newInCore();
                DirCacheBuilder builder = index.builder();
                for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                    DirCacheEntry entry = new DirCacheEntry(file.getKey());
                    entry.setFileMode(FileMode.REGULAR_FILE);
                    entry.setObjectId(
                            inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
                    builder.add(entry);
                }
                builder.finish();
                CommitBuilder commit = new CommitBuilder();
                commit.setTreeId(index.writeTree(inserter));
                commit.setAuthor(AUTHOR);
                commit.setCommitter(AUTHOR);
                commit.setMessage("first");
                ObjectId id = inserter.insert(commit);
                inserter.flush();
                RefUpdate head = repository.updateRef(Constants.HEAD);
                head.setNewObjectId(id);
                head.forceUpdate();
            }
        }
        return this;
    }

    /** Makes small repositories of C, each a little different, some with a vendored part. */
    public Origins makeMany(String prefix, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            make(
                    prefix + i + ".git",
                    Map.of(
                            "src/main.c",
                            "#include <sys/socket.h>\nint f(int a) {\n  return socket(a, " + i
                                    + ", 0);\n}\n".repeat(i % 7 + 1),
                            "tool.py",
                            "print(" + i + ")\n",
                            "third_party/zip/zip.c",
                            "int zip(char *p) { return *p; }\n".repeat(20 + i % 3)));
        }
        return this;
    }

    /** Lets the HEAD of a repository lead to a branch that is not there. */
    public void behead(String name) throws IOException {
        try (Repository repository = new FileRepository(folder.resolve(name).toFile())) {
            repository.updateRef(Constants.HEAD).link("refs/heads/nowhere");
        }
    }

    /** Flips bits in the middle of every object of a repository. */
    public void damage(String name) throws IOException {
        try (var files = Files.walk(folder.resolve(name).resolve("objects"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                file.toFile().setWritable(true);
                Files.write(file, bytes);
            }
        }
    }

    @Override
    public void close() {
        daemon.stop();
    }
}
