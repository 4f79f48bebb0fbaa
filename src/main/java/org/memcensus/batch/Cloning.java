package org.memcensus.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.memcensus.source.BareClone;
import org.memcensus.source.CloneException;

/** Brings repositories to this disk, into a folder that only one batch uses. */
final class Cloning {
    private static final String UNFINISHED = ".part";

    /** Names of files have limits; the hash behind it keeps names apart. */
    private static final int MAX_NAME = 60;

    private final BatchOptions options;
    private final DiskBudget disk;
    private final BooleanSupplier stopped;

    Cloning(BatchOptions options, DiskBudget disk, BooleanSupplier stopped) {
        this.options = options;
        this.disk = disk;
        this.stopped = stopped;
    }

    /** Removes what an earlier batch left behind when it was stopped. */
    void tidy() throws IOException {
        Files.createDirectories(options.clones());
        try (var folders = Files.newDirectoryStream(options.clones())) {
            for (Path folder : folders) {
                if (!options.keepClones() || folder.toString().endsWith(UNFINISHED)) {
                    Folders.remove(folder);
                }
            }
        }
    }

    /**
     * Clones a repository; one of this machine stays where it is.
     *
     * @throws CloneException if it cannot be cloned; nothing of it is left
     */
    LocalRepository bring(Task task, String startedAt) throws CloneException, IOException, InterruptedException {
        if (task.address().local()) {
            return new LocalRepository(task, Path.of(task.address().full()), 0, 0, startedAt);
        }
        Path folder = options.clones().resolve(name(task));
        if (options.keepClones() && Files.isDirectory(folder)) {
            return new LocalRepository(task, folder, Folders.size(folder), 0, startedAt);
        }
        if (!disk.take(options.room())) {
            throw new InterruptedException("stopped");
        }
        long held = options.room();
        Path unfinished = folder.resolveSibling(folder.getFileName() + UNFINISHED);
        try {
            Folders.remove(unfinished);
            BareClone.make(task.address(), unfinished, options.limits(), stopped);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            long bytes = Folders.size(folder);
            disk.giveBack(held - bytes);
            held = 0;
            return new LocalRepository(task, folder, bytes, bytes, startedAt);
        } finally {
            if (held > 0) {
                Folders.remove(unfinished);
                disk.giveBack(held);
            }
        }
    }

    /** Gives the room back that a repository takes. One that lay here before is never touched. */
    void release(LocalRepository repository) {
        if (!repository.task().address().local() && !options.keepClones()) {
            Folders.remove(repository.folder());
            disk.giveBack(repository.room());
        }
    }

    private static String name(Task task) {
        String url = task.url();
        String tame = url.replaceFirst("^[a-z+]+://", "").replaceAll("[^A-Za-z0-9._-]+", "+");
        String end = tame.length() > MAX_NAME ? tame.substring(tame.length() - MAX_NAME) : tame;
        return end + "-" + String.format(Locale.ROOT, "%08x", url.hashCode()) + ".git";
    }
}
