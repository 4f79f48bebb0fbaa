package org.memcensus.advise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.PathWords;

/** The systems that a tree has files for, and that replacements in Rust do not reach. */
final class Platforms {
    /** Stands where virtual machines are described: their directory may be named {@code vms}. */
    private static final String MACHINES = "Vagrantfile";

    private Platforms() {}

    /** That there are such, up to what it means for a replacement; empty where the tree has no such files. */
    static Optional<String> sentence(AdviceWords words, List<String> paths) {
        Set<String> machines = paths.stream()
                .filter(path -> path.endsWith(MACHINES))
                .map(Platforms::folder)
                .collect(Collectors.toSet());
        Set<String> names = new TreeSet<>();
        String folder = "";
        for (String path : paths) {
            String own = folder(path);
            if (!own.equals(folder) && !machines.contains(own)) {
                folder = own;
                Set<String> inFolder = PathWords.of(own.toLowerCase(Locale.ROOT));
                words.platforms().stream()
                        .filter(platform -> platform.words().stream().anyMatch(inFolder::contains))
                        .forEach(platform -> names.add(platform.name()));
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("The tree has files for " + String.join(", ", names) + ", where Rust does not build: ");
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
