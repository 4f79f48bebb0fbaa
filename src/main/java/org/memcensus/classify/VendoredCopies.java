package org.memcensus.classify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleMarks.Upstream;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;

/**
 * Finds copies of known third-party components in directories whose names do not say so: by a file that only they have, and
 * by what stands in it. It would rather miss one than take a project for a copy of itself: what makes up half of a tree,
 * lies at its root or is its public interface is its own. A directory of the component's
 * name may hold more, if the README begins without that name.
 */
public final class VendoredCopies {
    /** Directories within a component, as within any project. */
    private static final Set<String> INNER = Set.of(
            "include", "inc", "src", "source", "lib", "library", "api", "c", "common", "core", "crypto", "detail",
            "headers");

    /** What the project itself offers lies there; at the root of a tree, whatever its name. */
    private static final Set<String> OFFERED = Set.of("include", "includes", "inc");

    /** What a header is made of while the component is configured. */
    private static final String TEMPLATE = ".in";

    private static final List<String> READMES = List.of("README.md", "README", "README.rst", "README.txt");

    /** In so many bytes a project says what it is, before it speaks of what it is made of. */
    private static final int OPENING = 600;

    private static final Pattern SOURCE = Pattern.compile("\\.(c|cc|cpp|cxx)$");

    /** What tells stands in the beginning of a file: bytes. FreeType's header has it after 200 KB. */
    private static final int MAX_HEAD = 1 << 18;

    private final RegionMap<List<Upstream>> byFile;
    private final String repository;
    private final FileReader reader;

    /**
     * For one repository.
     *
     * @param known what components are known by
     * @param repository its name
     * @param reader gives the bytes of a file
     */
    public VendoredCopies(List<Upstream> known, String repository, FileReader reader) {
        Map<String, List<Upstream>> files = new HashMap<>();
        for (Upstream mark : known) {
            if (!mark.files().isEmpty() || !mark.directories().isEmpty()) {
                files.computeIfAbsent(mark.file(), none -> new ArrayList<>(1)).add(mark);
            }
        }
        this.byFile = new RegionMap<>(files);
        this.repository = repository;
        this.reader = reader;
    }

    /**
     * The files that are parts of copies, each with why, by path.
     *
     * @param files the files that are the project's own as far as is known
     * @param generated files that programs wrote: they may tell of a copy, too
     */
    public Map<String, RoleDecision> in(Collection<CountedFile> files, Collection<CountedFile> generated) {
        Map<String, Upstream> telling = new TreeMap<>();
        tell(files, telling);
        tell(generated, telling);
        Map<String, RoleDecision> copies = new HashMap<>();
        if (!telling.isEmpty()) {
            Tree tree = new Tree(files);
            IdentityHashMap<Upstream, Component> components = new IdentityHashMap<>();
            telling.forEach((path, mark) -> {
                if (!copies.containsKey(path)) {
                    RoleDecision decision =
                            new RoleDecision(Role.VENDORED, "copy of " + mark.name() + ", known by " + path);
                    components
                            .computeIfAbsent(mark, one -> new Component(one, tree))
                            .around(path)
                            .forEach(file -> copies.putIfAbsent(file.path(), decision));
                }
            });
        }
        return copies;
    }

    /** Finds what each file tells to be a copy of. */
    private void tell(Collection<CountedFile> files, Map<String, Upstream> telling) {
        for (CountedFile file : files) {
            String path = file.path();
            boolean template = path.endsWith(TEMPLATE);
            String told = template ? path.substring(0, path.length() - TEMPLATE.length()) : path;
            List<Upstream> marks = byFile.get(told, told.lastIndexOf('/') + 1);
            Upstream mark = marks == null ? null : fitting(marks, path, template);
            if (mark != null && !new ComponentNames(mark).isProject(repository)) {
                telling.put(path, mark);
            }
        }
    }

    private @Nullable Upstream fitting(List<Upstream> marks, String path, boolean template) {
        try {
            byte[] bytes = reader.read(path);
            if (bytes != null) {
                String head = new String(bytes, 0, Math.min(bytes.length, MAX_HEAD), StandardCharsets.ISO_8859_1);
                for (Upstream mark : marks) {
                    if (template ? mark.fitsTemplate(head) : mark.fits(head)) {
                        return mark;
                    }
                }
            }
            return null;
        } catch (IOException e) {
            return null; // its visit said so in the coverage
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Files by directory. */
    private static final class Tree {
        private final TreeMap<String, List<CountedFile>> directories = new TreeMap<>();
        private final long unsafeCode;

        Tree(Collection<CountedFile> files) {
            files.forEach(file -> directories
                    .computeIfAbsent(parent(file.path()), none -> new ArrayList<>())
                    .add(file));
            unsafeCode = code(files);
        }

        List<CountedFile> below(String directory) {
            List<CountedFile> files = new ArrayList<>(directories.getOrDefault(directory, List.of()));
            // What follows a slash sorts before what follows a zero.
            directories.subMap(directory + "/", directory + "0").values().forEach(files::addAll);
            return files;
        }

        static long code(Collection<CountedFile> files) {
            return files.stream().mapToLong(CountedFile::unsafeCode).sum();
        }
    }

    /** A component, and where in a tree its files are. */
    private final class Component {
        private final Upstream mark;
        private final ComponentNames names;
        private final Tree tree;

        /** Lines of unsafe code in files that are called like those of the component, wherever they are. */
        private long named;

        /** Directories of its own that hold sources which are called so. */
        private final Set<String> roots = new TreeSet<>();

        Component(Upstream mark, Tree tree) {
            this.mark = mark;
            this.names = new ComponentNames(mark);
            this.tree = tree;
            tree.directories.forEach((directory, files) -> {
                List<CountedFile> family = files.stream()
                        .filter(file -> names.hasFile(name(file.path())))
                        .toList();
                named += Tree.code(family);
                String root = family.stream().anyMatch(Component::isSource) ? root(directory) : null;
                if (root != null) {
                    roots.add(root);
                }
            });
        }

        /** The files of the copy that a file tells of; empty where they may be the project itself. */
        List<CountedFile> around(String path) {
            String directory = parent(path);
            List<CountedFile> files = new ArrayList<>();
            String root = root(directory);
            if (root != null) {
                files.addAll(tree.below(root));
            }
            for (String other : roots) {
                if (!other.equals(root)) {
                    files.addAll(tree.below(other));
                }
            }
            if (isOffered(directory) && !files.isEmpty() && names.isOwn(name(directory))) {
                files.addAll(tree.directories.getOrDefault(directory, List.of()));
            } else if (!isOffered(directory) && files.isEmpty() && !path.endsWith(TEMPLATE)) {
                // Who configures a component in a directory of his own is more likely its project.
                files.addAll(beside(path, directory));
            }
            long own = Math.max(named, Tree.code(files));
            boolean project =
                    !mark.assembled() && own * 2 >= tree.unsafeCode && !isOthers(root) || isInterface(root, files);
            return project ? List.of() : files;
        }

        /** Whether the project tells what it is, and that is not this component. */
        private boolean isOthers(@Nullable String root) {
            return root != null
                    && READMES.stream()
                            .map(reader::readOrNothing)
                            .filter(text -> text.length > 0)
                            .findFirst()
                            .map(text ->
                                    new String(text, 0, Math.min(text.length, OPENING), StandardCharsets.ISO_8859_1))
                            .filter(text -> !names.areIn(text))
                            .isPresent();
        }

        /** Headers alone, in a directory at the root or among what is to be included: what a project of this name offers. */
        private static boolean isInterface(@Nullable String root, List<CountedFile> files) {
            return root != null
                    && (root.indexOf('/') < 0 || OFFERED.contains(name(parent(root))))
                    && files.stream().noneMatch(Component::isSource);
        }

        private static boolean isSource(CountedFile file) {
            return SOURCE.matcher(file.path()).find();
        }

        /** The files of its family beside a file, where enough of them are there. */
        private List<CountedFile> beside(String path, String directory) {
            if (directory.isEmpty() && !mark.assembled()) {
                return List.of();
            }
            List<CountedFile> family = tree.directories.getOrDefault(directory, List.of()).stream()
                    .filter(file -> names.hasFile(name(file.path())))
                    .toList();
            return names.isEnough(
                            name(path),
                            family.stream().map(file -> name(file.path())).toList())
                    ? family
                    : List.of();
        }

        /** The outermost directory of the component's own name around a directory; null where there is none. */
        private @Nullable String root(String directory) {
            String root = null;
            if (!isOffered(directory)) {
                for (String at = directory; !at.isEmpty(); at = parent(at)) {
                    if (names.isOwn(name(at))) {
                        root = at;
                    } else if (!INNER.contains(name(at))) {
                        break;
                    }
                }
            }
            return root;
        }

        private static boolean isOffered(String directory) {
            return OFFERED.contains(directory.split("/", 2)[0]);
        }
    }
}
