package org.memcensus.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Configuration;
import org.memcensus.model.Policy;
import org.memcensus.model.UsageException;
import org.memcensus.tables.ConfigurationReader;
import org.memcensus.tables.PolicyTable;
import org.memcensus.tables.UserFile;

/** Finds the configuration of a scan: a file that the user names, else the project's; under it the user's own. */
final class Configurations {
    /** The project's file, at the scanned root. */
    static final String PROJECT_FILE = ".memcensus.yml";

    /** A configuration is written by hand; what is larger is none. */
    private static final long MAX_SIZE = 1 << 20;

    private Configurations() {}

    /**
     * The configuration in force.
     *
     * @param choice what counts
     * @param project content of the project's file; null where it has none
     * @throws UsageException if a file is wrong, or one that the user names cannot be read
     */
    static Configuration find(ConfigChoice choice, byte @Nullable [] project) throws UsageException {
        Configuration first = Configuration.NONE;
        if (choice.file() != null) {
            first = ConfigurationReader.read(choice.file(), bytes(choice.file()));
        } else if (choice.project() && project != null) {
            first = ofProject(project);
        }
        return choice.user() == null
                ? first
                : first.over(ConfigurationReader.read(choice.user(), bytes(choice.user())));
    }

    /**
     * The project's configuration. It can name no file of the machine that scans it.
     *
     * @throws UsageException if it is wrong
     */
    static Configuration ofProject(byte[] content) throws UsageException {
        if (content.length > MAX_SIZE) {
            throw new UsageException(PROJECT_FILE + ": larger than 1 MiB (--no-config leaves it out)");
        }
        Configuration configuration = ConfigurationReader.read(PROJECT_FILE, content);
        String policy = configuration.policy();
        if (policy != null
                && PolicyTable.policies().stream()
                        .noneMatch(known -> known.name().equals(policy))) {
            throw new UsageException(PROJECT_FILE + ": policy '" + policy + "' is none of "
                    + PolicyTable.policies().stream().map(Policy::name).toList()
                    + ": a project names a built-in one, a file is for --policy (--no-config leaves it out)");
        }
        return configuration;
    }

    private static byte[] bytes(String file) throws UsageException {
        try {
            Path path = Path.of(file);
            UserFile.refuseIrregular(file, path);
            if (Files.size(path) > MAX_SIZE) {
                throw new UsageException(file + ": larger than 1 MiB, so no configuration");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new UsageException(file + ": no such file: give a configuration such as .memcensus.yml");
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read: give a configuration such as .memcensus.yml");
        }
    }
}
