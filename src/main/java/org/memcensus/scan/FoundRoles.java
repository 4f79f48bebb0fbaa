package org.memcensus.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memcensus.classify.Amalgamations;
import org.memcensus.classify.ContributedCode;
import org.memcensus.classify.DeliveredHeaders;
import org.memcensus.classify.LicensedCode;
import org.memcensus.classify.MiscellaneousCode;
import org.memcensus.classify.Roles;
import org.memcensus.classify.StatedOrigins;
import org.memcensus.classify.TestDrivers;
import org.memcensus.classify.VendoredCopies;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;

/**
 * The roles that no name tells, and that show once all is read: which files only test others or are joined from them, which
 * of those that others contributed or that lie in {@code misc/} ship, and which are copies of others' code.
 *
 * @param delivered files that the build installs, wherever they lie
 * @param programs files of programs that only the build runs, each with why
 * @param marks what tells of copies of others' code
 */
record FoundRoles(Set<String> delivered, Map<String, String> programs, ModuleMarks marks) {
    /** A program that takes more than one in so many lines of unsafe code does not only run while the rest is built. */
    private static final int LARGE_PART = 4;

    /** In a small tree one with so many lines may. */
    private static final long SMALL_PROGRAM = 1000;

    /**
     * The decisions, by path.
     *
     * @param repository the name of the repository
     * @param outcomes of the visits to all files; they must stay as they are meanwhile
     * @param files gives the bytes of a file
     */
    Map<String, RoleDecision> in(String repository, Map<String, Outcome> outcomes, FileReader files) {
        List<CountedFile> open = new ArrayList<>(outcomes.size());
        List<CountedFile> generated = new ArrayList<>();
        List<CountedFile> shipping = new ArrayList<>(); // what is installed may be others' code all the same
        for (Outcome outcome : outcomes.values()) {
            if (outcome instanceof Outcome.Counted counted) {
                if (Roles.isOpen(counted.role())) {
                    open.add(counted.file());
                } else if (counted.file().role() == Role.GENERATED) {
                    generated.add(counted.file());
                } else if (counted.file().role().shipped()
                        && delivered.contains(counted.file().path())) {
                    shipping.add(counted.file());
                }
            }
        }
        Map<String, RoleDecision> roles = new HashMap<>(TestDrivers.in(open));
        roles.putAll(Amalgamations.in(open));
        roles.putAll(MiscellaneousCode.in(open));
        roles.putAll(ofBuild(open));
        open.addAll(shipping);
        roles.putAll(ContributedCode.in(open));
        roles.putAll(DeliveredHeaders.in(open, delivered));
        List<CountedFile> made = new ArrayList<>(open);
        made.addAll(generated);
        roles.putAll(StatedOrigins.in(marks.origins(), outcomes.keySet(), made, files));
        roles.putAll(new LicensedCode(outcomes.keySet(), repository, files).in(open));
        roles.putAll(new VendoredCopies(marks.upstreams(), repository, files).in(open, generated));
        ofCopies(generated, open, roles);
        return roles;
    }

    /** What was generated for a copy, and lies in a directory of it alone, is a part of the copy. */
    private static void ofCopies(List<CountedFile> generated, List<CountedFile> open, Map<String, RoleDecision> roles) {
        Map<String, RoleDecision> copies = new HashMap<>();
        roles.forEach((path, role) -> {
            if (role.role() == Role.VENDORED) {
                copies.put(directory(path), role);
            }
        });
        if (copies.isEmpty()) {
            return;
        }
        for (CountedFile file : open) {
            RoleDecision role = roles.get(file.path());
            if (role == null || role.role() != Role.VENDORED) {
                copies.remove(directory(file.path()));
            }
        }
        for (CountedFile file : generated) {
            RoleDecision copy = copies.get(directory(file.path()));
            if (copy != null) {
                roles.put(file.path(), copy);
            }
        }
    }

    private static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /**
     * What only runs while the project is built. A language that translates itself is built from nearly all of its sources
     * for that, and ships them in one: what takes so much is the product.
     */
    private Map<String, RoleDecision> ofBuild(List<CountedFile> open) {
        Map<String, RoleDecision> roles = new HashMap<>();
        if (programs.isEmpty()) {
            return roles;
        }
        Map<String, Long> sizes = new HashMap<>();
        long all = 0;
        for (CountedFile file : open) {
            String why = programs.get(file.path());
            all += file.role() == Role.CORE ? file.unsafeCode() : 0;
            if (why != null && file.role() == Role.CORE) {
                sizes.merge(why, file.unsafeCode(), Long::sum);
                roles.put(file.path(), new RoleDecision(Role.TOOLING, why));
            }
        }
        long most = all / LARGE_PART;
        roles.values().removeIf(role -> sizes.getOrDefault(role.reason(), 0L) > Math.max(most, SMALL_PROGRAM));
        return roles;
    }
}
