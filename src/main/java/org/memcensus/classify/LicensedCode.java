package org.memcensus.classify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.Safety;

/**
 * Finds others' code in directories whose names do not say so: they bring a licence of their own, which names somebody whom
 * neither the licence of the repository nor its other sources name. It would rather miss one: a package of its own, a
 * directory at the root and what makes up much of a tree are the project's.
 */
public final class LicensedCode {
    /** What stands behind may be the kind of licence; another word there names the one file that it is for. */
    private static final Pattern LICENCE = Pattern.compile(
            "(?:un)?(?:licen[cs]e|copying|copyright)"
                    + "(?:[-._](?:txt|md|rst|mit|bsd|apache|a?gpl|lgpl|lesser|lib|mpl|isc|zlib|boost|bsl|orig|v?\\d[\\d.]*))*",
            Pattern.CASE_INSENSITIVE);

    /** Folders of the licences of a whole repository. */
    private static final Pattern LICENCES = Pattern.compile("(?:licen[cs]es?|copying|legal)", Pattern.CASE_INSENSITIVE);

    /** Who packs a directory by itself may license it by itself, too. */
    private static final Set<String> PACKAGES = Set.of(
            "Cargo.toml",
            "package.json",
            "pyproject.toml",
            "setup.py",
            "__init__.py",
            "go.mod",
            "pom.xml",
            "build.gradle",
            "Package.swift",
            "mrbgem.rake");

    /** What is more than one part in so many of a tree is the project itself. */
    private static final int MOST = 4;

    /** Sources that are asked whom they name, and the bytes of each. */
    private static final int ASKED = 300;

    private static final int MAX_HEAD = 3000;

    private final Collection<String> paths;
    private final String repository;
    private final FileReader reader;

    /**
     * For one repository.
     *
     * @param paths all files
     * @param repository its name
     * @param reader gives the bytes of a file
     */
    public LicensedCode(Collection<String> paths, String repository, FileReader reader) {
        this.paths = paths;
        this.repository = repository;
        this.reader = reader;
    }

    /**
     * The files of such directories, each with why, by path.
     *
     * @param open the files that are the project's own as far as is known
     */
    public Map<String, RoleDecision> in(Collection<CountedFile> open) {
        List<CountedFile> files =
                open.stream().filter(file -> file.role() == Role.CORE).toList();
        CopyrightHolders own = new CopyrightHolders();
        own.addWords(repository);
        Map<String, List<String>> licences = licences(own);
        licences.keySet().removeIf(directory -> !isPart(directory, files));
        Map<String, RoleDecision> found = new HashMap<>();
        if (!licences.isEmpty()) {
            addSources(files, licences.keySet(), own);
            licences.forEach((directory, paths) -> {
                CopyrightHolders theirs = new CopyrightHolders();
                paths.forEach(path -> theirs.add(text(path, Integer.MAX_VALUE)));
                if (!theirs.isEmpty() && !theirs.meets(own)) {
                    RoleDecision decision = new RoleDecision(
                            Role.VENDORED,
                            "directory " + directory + "/, whose " + name(paths.get(0)) + " names " + theirs.first());
                    below(directory, files).forEach(file -> found.put(file.path(), decision));
                }
            });
        }
        return found;
    }

    /** Licences by the directory that they are for; those of the whole repository say who its own holders are. */
    private Map<String, List<String>> licences(CopyrightHolders own) {
        Map<String, List<String>> licences = new TreeMap<>();
        Set<String> packages = new HashSet<>();
        for (String path : paths) {
            String name = name(path);
            String directory = parent(path);
            if (PACKAGES.contains(name)) {
                packages.add(directory);
            } else if (mayBegin(name) && LICENCE.matcher(name).matches()) {
                if (directory.isEmpty() || LICENCES.matcher(directory).matches()) {
                    own.add(text(path, Integer.MAX_VALUE));
                } else if (directory.indexOf('/') > 0) {
                    licences.computeIfAbsent(directory, none -> new ArrayList<>(1))
                            .add(path);
                }
            }
        }
        licences.keySet().removeAll(packages);
        return licences;
    }

    /** A cheap look at the name, for there are many. */
    private static boolean mayBegin(String name) {
        return switch (name.charAt(0)) {
            case 'l', 'L', 'c', 'C', 'u', 'U' -> true;
            default -> false;
        };
    }

    private static boolean isPart(String directory, List<CountedFile> files) {
        long all = 0;
        long part = 0;
        String prefix = directory + "/";
        for (CountedFile file : files) {
            all += file.unsafeCode();
            part += file.path().startsWith(prefix) ? file.unsafeCode() : 0;
        }
        return part > 0 && part * MOST < all;
    }

    /** Hears whom the sources outside of some directories name: some of them, spread over all. */
    private void addSources(List<CountedFile> files, Set<String> directories, CopyrightHolders own) {
        List<String> sources = files.stream()
                .filter(file -> file.safety() == Safety.UNSAFE)
                .map(CountedFile::path)
                .filter(path -> directories.stream().noneMatch(directory -> path.startsWith(directory + "/")))
                .sorted(Comparator.naturalOrder())
                .toList();
        int step = sources.size() / ASKED + 1;
        for (int i = 0; i < sources.size(); i += step) {
            own.add(text(sources.get(i), MAX_HEAD));
        }
    }

    private static List<CountedFile> below(String directory, List<CountedFile> files) {
        String prefix = directory + "/";
        return files.stream().filter(file -> file.path().startsWith(prefix)).toList();
    }

    private String text(String path, int most) {
        byte[] bytes = reader.readOrNothing(path);
        return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.UTF_8);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
