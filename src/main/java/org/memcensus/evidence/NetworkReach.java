package org.memcensus.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.DefinedFunctions;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts.Include;
import org.memcensus.model.NameSet;
import org.memcensus.model.Rule;

/**
 * Which modules code on the network boundary hands work to: those whose headers it includes, and whose functions it calls.
 * What much of that code includes or calls serves all of it, and says nothing of what is handed on.
 */
final class NetworkReach {
    /** A header or function that more than this share of the files on the boundary use is wide. */
    private static final double WIDE_SHARE = 0.1;

    /** Among few files on the boundary it must have more users than this to be wide. */
    private static final int WIDE_LEAST = 4;

    private final Map<String, Integer> sure = new HashMap<>();
    private final Map<String, Set<String>> reached = new HashMap<>();

    /**
     * Looks at all modules of a repository.
     *
     * @param rules rules that find the boundary; those of at least {@code least} points say it surely
     */
    NetworkReach(List<CodeModule> modules, List<Rule> rules, double least) {
        for (Rule rule : rules) {
            if (rule.criterion() == Criterion.R2 && rule.points() >= least) {
                sure.put(rule.id(), rule.enough());
            }
        }
        List<CountedFile> boundary = boundary(modules);
        if (boundary.isEmpty()) {
            return;
        }
        double wide = Math.max(WIDE_LEAST, WIDE_SHARE * boundary.size());
        byIncludes(modules, boundary, wide);
        byCalls(modules, boundary, wide);
    }

    private void byIncludes(List<CodeModule> modules, List<CountedFile> boundary, double wide) {
        Map<String, String> moduleOf = new HashMap<>();
        IncludedFiles included = index(modules, boundary, moduleOf);
        Map<String, Set<String>> users = new HashMap<>();
        Map<String, CountedFile> headers = new HashMap<>();
        for (CountedFile file : boundary) {
            for (CountedFile header : included.of(file)) {
                headers.put(header.path(), header);
                add(users, header.path(), file);
            }
        }
        users.forEach((path, by) -> {
            CountedFile header = headers.get(path);
            if (header != null && by.size() <= wide) {
                included.withTwins(header).forEach(file -> reach(moduleOf.getOrDefault(file.path(), ""), by));
            }
        });
    }

    private void byCalls(List<CodeModule> modules, List<CountedFile> boundary, double wide) {
        List<CountedFile> files = new ArrayList<>();
        modules.forEach(module -> files.addAll(module.files()));
        int[] parts = new int[files.size()];
        int file = 0;
        for (int module = 0; module < modules.size(); module++) {
            int behind = file + modules.get(module).files().size();
            Arrays.fill(parts, file, behind, module);
            file = behind;
        }
        DefinedFunctions defined = DefinedFunctions.of(files, parts);
        Map<Integer, Set<String>> callers = new HashMap<>();
        for (CountedFile caller : boundary) {
            NameSet called = caller.facts().functions().called();
            for (int i = 0; i < called.size(); i++) {
                if (defined.part(called.get(i)) != DefinedFunctions.UNKNOWN) {
                    add(callers, called.get(i), caller);
                }
            }
        }
        callers.forEach((function, by) -> {
            if (by.size() <= wide) {
                reach(modules.get(defined.part(function)).id(), by);
            }
        });
    }

    private static <K> void add(Map<K, Set<String>> users, K used, CountedFile by) {
        users.computeIfAbsent(used, any -> new TreeSet<>()).add(by.path());
    }

    private void reach(String module, Set<String> by) {
        reached.computeIfAbsent(module, any -> new TreeSet<>()).addAll(by);
    }

    /** Files on the boundary that use a module, its own among them, sorted; empty for none. */
    Set<String> of(CodeModule module) {
        return reached.getOrDefault(module.id(), Set.of());
    }

    private List<CountedFile> boundary(List<CodeModule> modules) {
        List<CountedFile> boundary = new ArrayList<>();
        for (CodeModule module : modules) {
            for (CountedFile file : module.files()) {
                if (file.role().shipped() && file.unsafeCode() > 0 && isBoundary(file)) {
                    boundary.add(file);
                }
            }
        }
        return boundary;
    }

    private boolean isBoundary(CountedFile file) {
        for (Fact fact : file.facts().facts()) {
            Integer enough = sure.get(fact.rule());
            if (enough != null && fact.count() >= enough) {
                return true;
            }
        }
        return false;
    }

    /** Of all files only those whose names the boundary includes, and what stands beside them: a large tree has many. */
    private static IncludedFiles index(
            List<CodeModule> modules, List<CountedFile> boundary, Map<String, String> moduleOf) {
        Set<String> stems = new HashSet<>();
        for (CountedFile file : boundary) {
            for (Include include : file.facts().includes()) {
                stems.add(IncludedFiles.stem(IncludedFiles.name(include.header())));
            }
        }
        IncludedFiles included = new IncludedFiles();
        for (CodeModule module : modules) {
            for (CountedFile file : module.files()) {
                if (file.role().shipped() && stems.contains(IncludedFiles.stem(IncludedFiles.name(file.path())))) {
                    included.add(file);
                    moduleOf.put(file.path(), module.id());
                }
            }
        }
        return included;
    }
}
