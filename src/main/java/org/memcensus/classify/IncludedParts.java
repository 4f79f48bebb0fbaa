package org.memcensus.classify;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts.Include;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;

/**
 * Finds which parts of a directory that mostly does not ship are included by what does, directly or by way of others.
 *
 * @param parts the files of each part, by its name
 * @param meant the names of the parts that an include may mean, by the header as it is written and the path of the includer
 * @param decision the role of a part, by its name and the path of the file that includes it
 */
record IncludedParts(
        Map<String, List<CountedFile>> parts,
        BiFunction<String, String, List<String>> meant,
        BiFunction<String, String, RoleDecision> decision) {

    /** Parts files into those that lie in such a directory and the product's, each in the order of paths. */
    record Split(List<CountedFile> lying, List<CountedFile> own) {
        static Split of(Collection<CountedFile> files, Predicate<CountedFile> lies) {
            if (files.stream().noneMatch(lies)) {
                return new Split(List.of(), List.of());
            }
            // In the order of their paths, so that the same file is named each time.
            List<CountedFile> sorted = files.stream()
                    .sorted(Comparator.comparing(CountedFile::path))
                    .toList();
            return new Split(
                    sorted.stream().filter(lies).toList(),
                    sorted.stream()
                            .filter(file -> !lies.test(file) && file.role() == Role.CORE)
                            .toList());
        }
    }

    /** The decisions on the files of parts that are included, by path. */
    Map<String, RoleDecision> by(List<CountedFile> own) {
        Map<String, List<CountedFile>> left = new HashMap<>(parts);
        Map<String, RoleDecision> roles = new HashMap<>();
        Deque<CountedFile> next = new ArrayDeque<>(own);
        while (!next.isEmpty() && !left.isEmpty()) {
            CountedFile includer = next.poll();
            for (Include include : includer.facts().includes()) {
                for (String part : meant.apply(include.header(), includer.path())) {
                    List<CountedFile> files = left.remove(part);
                    if (files != null) {
                        RoleDecision role = decision.apply(part, includer.path());
                        files.forEach(file -> roles.put(file.path(), role));
                        next.addAll(files);
                    }
                }
            }
        }
        return roles;
    }
}
