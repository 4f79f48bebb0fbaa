package org.memcensus.classify;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.CountedFile;
import org.memcensus.model.NameSet;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;

/**
 * Finds files that projects join from their other files, for users to take along as one: they define the same functions
 * again. To count both as the product's code would count it twice.
 */
public final class Amalgamations {
    /** One that is joined from a whole project is a good part of its tree: share of its unsafe code. */
    private static final double LEAST_OF_TREE = 0.2;

    /** Functions of the smallest that is looked at. */
    private static final int LEAST_FUNCTIONS = 40;

    /** Files that it is joined from, at least. */
    private static final int LEAST_PARTS = 3;

    /** Share of the functions of a part that stand in it again, and of its own that stand in the parts. */
    private static final double LEAST_SAME = 0.8;

    private Amalgamations() {}

    /**
     * The files that are joined from others, each with why, by path.
     *
     * @param files the files that are the project's own as far as is known
     */
    public static Map<String, RoleDecision> in(Collection<CountedFile> files) {
        List<CountedFile> code = files.stream()
                .filter(file -> file.role() == Role.CORE && defined(file).size() > 0)
                .toList();
        double least = code.stream().mapToLong(CountedFile::unsafeCode).sum() * LEAST_OF_TREE;
        Map<String, RoleDecision> joined = new HashMap<>();
        for (CountedFile file : code) {
            if (file.unsafeCode() >= least && defined(file).size() >= LEAST_FUNCTIONS) {
                int parts = parts(file, code);
                if (parts >= LEAST_PARTS) {
                    joined.put(
                            file.path(),
                            new RoleDecision(
                                    Role.GENERATED, "joined from " + parts + " other files, whose functions it has"));
                }
            }
        }
        return joined;
    }

    /** The number of files whose functions a file defines again; 0 where it has too many of its own. */
    private static int parts(CountedFile whole, List<CountedFile> code) {
        NameSet own = defined(whole);
        Set<Integer> again = new HashSet<>();
        int parts = 0;
        for (CountedFile file : code) {
            if (!file.path().equals(whole.path())) {
                NameSet names = defined(file);
                Set<Integer> same = new HashSet<>();
                for (int i = 0; i < names.size(); i++) {
                    if (own.contains(names.get(i))) {
                        same.add(names.get(i));
                    }
                }
                if (same.size() >= LEAST_SAME * names.size()) {
                    parts++;
                    again.addAll(same);
                }
            }
        }
        return again.size() >= LEAST_SAME * own.size() ? parts : 0;
    }

    private static NameSet defined(CountedFile file) {
        return file.facts().functions().defined();
    }
}
