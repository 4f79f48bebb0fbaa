package org.memcensus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.memcensus.report.Format;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A folder of {@code test-repos}: a small repository, how it is scanned, and what must come out.
 *
 * @param folder the case's folder
 * @param arguments arguments before the target; {@code --format} is added
 * @param exit exit code that is expected
 * @param added files that no checkout on every system can hold: odd names, links
 */
record GoldenCase(Path folder, List<String> arguments, int exit, List<Added> added) {
    private static final PersonIdent AUTHOR =
            new PersonIdent("Test Author", "author@example.org", Instant.parse("2024-01-02T03:04:05Z"), ZoneOffset.UTC);

    /**
     * A file that is made when the case runs.
     *
     * @param path its path in the repository
     * @param bytes its content; for a link, what it points to
     * @param link whether it is a symbolic link
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Added(String path, byte[] bytes, boolean link) {}

    static List<GoldenCase> all(Path root) throws IOException {
        List<GoldenCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                cases.add(read(folder));
            }
        }
        return cases;
    }

    private static GoldenCase read(Path folder) throws IOException {
        Map<?, ?> fields;
        try (InputStream in = Files.newInputStream(folder.resolve("case.yaml"))) {
            fields = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        }
        List<Added> added = new ArrayList<>();
        if (fields.get("add") instanceof List<?> files) {
            for (Object file : files) {
                added.add(added((Map<?, ?>) file));
            }
        }
        List<String> arguments = ((List<?>) Objects.requireNonNull(fields.get("arguments"), folder + ": arguments"))
                .stream().map(String::valueOf).toList();
        return new GoldenCase(
                folder, arguments, (Integer) Objects.requireNonNull(fields.get("exit"), folder + ": exit"), added);
    }

    private static Added added(Map<?, ?> file) {
        String path = (String) Objects.requireNonNull(file.get("path"));
        if (file.get("link") instanceof String link) {
            return new Added(path, link.getBytes(StandardCharsets.UTF_8), true);
        }
        if (file.get("base64") instanceof String coded) {
            return new Added(path, Base64.getDecoder().decode(coded), false);
        }
        String text = (String) Objects.requireNonNull(file.get("text"), path + ": text, base64 or link");
        return new Added(path, text.getBytes(StandardCharsets.UTF_8), false);
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path expected(Format format) {
        return folder.resolve("expected").resolve("report." + format.extension());
    }

    /** Makes the repository in a folder of its name: the same commit id on every machine. */
    Path make(Path parent) throws IOException, GitAPIException {
        Path target = Files.createDirectory(parent.resolve(name()));
        copy(folder.resolve("repo"), target);
        for (Added file : added) {
            Path place = target.resolve(file.path());
            Files.createDirectories(place.getParent());
            if (file.link()) {
                Files.createSymbolicLink(place, Path.of(new String(file.bytes(), StandardCharsets.UTF_8)));
            } else {
                Files.write(place, file.bytes());
            }
        }
        try (Git git = Git.init()
                .setDirectory(target.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Test")
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setSign(false)
                    .call();
        }
        return target;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.sorted().toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
