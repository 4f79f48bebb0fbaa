package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;
import org.memcensus.model.Role;
import org.memcensus.model.Ties;

/** What modules offer to programs outside the repository: installed headers, pkg-config files, lists of exported symbols. */
final class Offers {
    /** More build files than any tree but a kernel's has; those install nothing. */
    private static final int MAX_BUILD_FILES = 2000;

    /** By convention of the Linux kernel, the headers that programs get. */
    private static final String USER_HEADERS = "include/uapi/";

    private final Set<String> headers = new TreeSet<>();
    private final Set<String> pkgConfig = new TreeSet<>();
    private final Set<String> symbols = new TreeSet<>();

    private Offers() {}

    /** What a tree offers, by its build files. */
    static Offers of(
            List<CountedFile> files,
            Collection<Declaration> declarations,
            FileTree tree,
            FileReader reader,
            Consumer<Problem> notes) {
        Offers offers = new Offers();
        declarations.forEach(declaration -> offers.headers.addAll(declaration.installed()));
        List<String> builds = new ArrayList<>();
        for (CountedFile file : files) {
            if (file.role() == Role.VENDORED || file.role() == Role.TEST) {
                continue;
            }
            String path = file.path();
            if (InstallRules.reads(path)) {
                if (!TreePath.isNamed(path, "Makefile.in") || !AutomakeReader.writes(path, tree)) {
                    builds.add(path);
                }
            } else if (path.endsWith(".pc") || path.endsWith(".pc.in")) {
                offers.pkgConfig.add(path);
            } else if (exports(path)) {
                offers.symbols.add(path);
            } else if (path.startsWith(USER_HEADERS) && Headers.is(path)) {
                offers.headers.add(path);
            }
        }
        if (builds.size() <= MAX_BUILD_FILES) {
            InstallRules rules = new InstallRules(tree, notes);
            for (String path : builds) {
                String text = BuildFile.text(path, reader, notes);
                if (text != null) {
                    offers.headers.addAll(rules.headers(path, text));
                }
            }
        }
        return offers;
    }

    private static boolean exports(String path) {
        return path.endsWith(".map") || path.endsWith(".ver") || path.endsWith(".sym") || path.endsWith(".syms");
    }

    /**
     * The offer of each module. A header is offered by the module that implements it. A file for pkg-config or of symbols goes
     * to the library whose name it has; where no module has it, to those that offer headers if it is the only one.
     */
    List<Ties.Offer> byModule(List<CodeModule> modules, Neighbours neighbours) {
        List<Set<String>> offered = new ArrayList<>();
        modules.forEach(module -> offered.add(new TreeSet<>()));
        Map<String, Integer> owners = new HashMap<>();
        for (Neighbours.Owned owned : neighbours.owned()) {
            if (headers.contains(owned.path())) {
                owners.put(owned.path(), owned.module());
            }
        }
        owners.forEach((path, module) -> offered.get(module).add(path));
        List<Ties.Offer> offers = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            CodeModule module = modules.get(i);
            List<String> packages = matching(pkgConfig, module, !offered.get(i).isEmpty());
            List<String> exports = matching(symbols, module, !offered.get(i).isEmpty());
            offers.add(
                    offered.get(i).isEmpty() && packages.isEmpty() && exports.isEmpty()
                            ? Ties.Offer.NONE
                            : new Ties.Offer(List.copyOf(offered.get(i)), packages, exports));
        }
        return offers;
    }

    private static List<String> matching(Set<String> paths, CodeModule module, boolean offers) {
        if (module.kind() == ModuleKind.LIBRARY) {
            List<String> own = paths.stream()
                    .filter(path -> bare(TreePath.name(module.name())).equals(bare(TreePath.stem(path))))
                    .toList();
            if (!own.isEmpty()) {
                return own;
            }
        }
        return offers && paths.size() == 1 ? List.copyOf(paths) : List.of();
    }

    /** A library's name without what file names put around it: png of libpng16. */
    private static String bare(String name) {
        String bare = name.startsWith("lib") ? name.substring(3) : name;
        int end = bare.length();
        while (end > 1 && (Character.isDigit(bare.charAt(end - 1)) || bare.charAt(end - 1) == '-')) {
            end--;
        }
        return bare.substring(0, end);
    }
}
