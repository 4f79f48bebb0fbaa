package org.memcensus.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.memcensus.model.Language;
import org.memcensus.model.Policy;
import org.memcensus.model.UsageException;

/** Reads {@code policy.yaml}, and policies that a user wrote. */
public final class PolicyTable {
    private static final String DEFAULT = "default";

    private PolicyTable() {}

    /** The built-in policies, the default first. */
    public static List<Policy> policies() {
        List<Policy> known = new ArrayList<>();
        Tables.list("policy", entry -> {
            entry.text("about");
            known.add(PolicyReader.read(entry, known, null, null));
            return entry;
        });
        return List.copyOf(known);
    }

    /** The policy that is in force where the user names none. */
    public static Policy standard() {
        return policies().get(0);
    }

    /**
     * The policy that a user asks for.
     *
     * @param nameOrFile name of a built-in policy, or path of a YAML file that says what differs from one
     * @throws UsageException if there is neither, or the file is wrong; the message names its line
     */
    public static Policy find(String nameOrFile) throws UsageException {
        List<Policy> known = policies();
        for (Policy policy : known) {
            if (policy.name().equals(nameOrFile)) {
                return policy;
            }
        }
        try {
            Path path = Path.of(nameOrFile);
            UserFile.refuseIrregular("policy '" + nameOrFile + "'", path);
            try (InputStream in = UserFile.open(path)) {
                return read(nameOrFile, in, known);
            }
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new UsageException("policy '" + nameOrFile + "': neither a file nor one of "
                    + known.stream().map(Policy::name).toList());
        } catch (IOException e) {
            throw new UsageException("policy '" + nameOrFile + "': cannot read the file");
        }
    }

    /** A user's policy: laid over the built-in one that it names as its base. */
    static Policy read(String file, InputStream in, List<Policy> known) throws UsageException, IOException {
        Entry entry = Entry.of(file, YamlTable.read(file, in));
        Map<String, String> names = new HashMap<>();
        for (Language language : LanguageTable.read().languages()) {
            names.put(language.name().toLowerCase(Locale.ROOT), language.name());
        }
        Policy policy = PolicyReader.read(entry, known, DEFAULT, names);
        entry.end();
        return policy;
    }
}
