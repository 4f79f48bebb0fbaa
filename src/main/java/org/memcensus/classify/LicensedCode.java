package org.memcensus.classify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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
                    + "(?:[-._](?:txt|md|rst|mit|bsd|apache|a?gpl|lgpl|lesser|lib|mpl|isc|zlib|boost|bsl|orig|v?\\d+))*",
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

    /** So many sources, or up to twice as many, are asked whom they name; and how many bytes of each. */
    private static final int ASKED = 300;

    private static final int MAX_HEAD = 3000;

    /** Bytes of a licence that are read: the longest in use has half as many. */
    private static final int MAX_LICENCE = 1 << 17;

    private final Set<String> paths;
    private final String repository;
    private final FileReader reader;

    /**
     * For one repository.
     *
     * @param paths all files
     * @param repository its name
     * @param reader gives the bytes of a file
     */
    public LicensedCode(Set<String> paths, String repository, FileReader reader) {
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
        keepParts(licences, files);
        Map<String, CopyrightHolders> others = new HashMap<>();
        licences.forEach((directory, paths) -> {
            CopyrightHolders theirs = new CopyrightHolders();
            paths.forEach(path -> theirs.add(text(path, MAX_LICENCE)));
            if (!theirs.isEmpty() && !theirs.meets(own)) {
                others.put(directory, theirs);
            }
        });
        if (!others.isEmpty()) {
            addSources(files, licences.keySet(), own);
            others.values().removeIf(theirs -> theirs.meets(own));
        }
        Map<String, RoleDecision> decisions = new HashMap<>();
        others.forEach((directory, theirs) -> {
            String licence = name(licences.getOrDefault(directory, List.of()).get(0));
            decisions.put(
                    directory,
                    new RoleDecision(
                            Role.VENDORED,
                            "directory " + directory + "/, whose " + licence + " names " + theirs.first()));
        });
        return Directories.decide(files, decisions);
    }

    /** Licences by the directory that they are for; those of the whole repository say who its own holders are. */
    private Map<String, List<String>> licences(CopyrightHolders own) {
        Map<String, List<String>> licences = new TreeMap<>();
        for (String path : paths) {
            int name = path.lastIndexOf('/') + 1;
            if (mayBegin(path, name) && isLicence(path)) {
                String directory = parent(path);
                if (directory.isEmpty() || LICENCES.matcher(directory).matches()) {
                    own.add(text(path, MAX_LICENCE));
                } else if (directory.indexOf('/') > 0) {
                    licences.computeIfAbsent(directory, none -> new ArrayList<>(1))
                            .add(path);
                }
            }
        }
        licences.values().forEach(Collections::sort); // the first of them is named
        licences.keySet()
                .removeIf(directory -> PACKAGES.stream().anyMatch(file -> paths.contains(directory + '/' + file)));
        return licences;
    }

    /** Whether a file is named as the licence of what lies beside it; that of {@code squeeze} may say so. */
    private static boolean isLicence(String path) {
        String name = name(path);
        String directory = name(parent(path));
        int rest = name.length() - directory.length();
        boolean said = rest > 1
                && "-._".indexOf(name.charAt(rest - 1)) >= 0
                && name.regionMatches(true, rest, directory, 0, directory.length());
        return LICENCE.matcher(said ? name.substring(0, rest - 1) : name).matches();
    }

    /** A cheap look at a name, for there are many. */
    private static boolean mayBegin(String path, int name) {
        return path.regionMatches(true, name, "li", 0, 2)
                || path.regionMatches(true, name, "co", 0, 2)
                || path.regionMatches(true, name, "un", 0, 2);
    }

    /** Leaves the directories that hold some of the unsafe code, and not much of it. */
    private static void keepParts(Map<String, List<String>> licences, List<CountedFile> files) {
        if (licences.isEmpty()) {
            return;
        }
        Directories directories = Directories.of(licences.keySet());
        Map<String, Long> code = new HashMap<>();
        long all = 0;
        for (CountedFile file : files) {
            long unsafe = file.unsafeCode();
            all += unsafe;
            for (int length : directories.lengths()) {
                String directory = unsafe > 0 ? directories.of(file.path(), length) : null;
                if (directory != null) {
                    code.merge(directory, unsafe, Long::sum);
                }
            }
        }
        long whole = all;
        licences.keySet().removeIf(directory -> {
            long part = code.getOrDefault(directory, 0L);
            return part == 0 || part * MOST >= whole;
        });
    }

    /** Hears whom the sources outside of some directories name: some of them, spread over all. */
    private void addSources(List<CountedFile> files, Set<String> directories, CopyrightHolders own) {
        Directories theirs = Directories.of(directories);
        int step = Integer.highestOneBit(files.size() / ASKED + 1);
        for (CountedFile file : files) {
            String path = file.path();
            boolean asked = (path.hashCode() & step - 1) == 0; // the same ones while a tree grows, up to twice its size
            if (asked && file.safety() == Safety.UNSAFE && theirs.around(path) == null) {
                own.add(text(path, MAX_HEAD));
            }
        }
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
