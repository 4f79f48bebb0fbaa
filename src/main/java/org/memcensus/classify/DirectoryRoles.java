package org.memcensus.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.RoleRules.DirectoryRule;

/** Roles by directories. Each directory is asked about once. Safe for use by several threads. */
final class DirectoryRoles {
    /** What the root is, and all that no rule speaks of. */
    static final RoleDecision CORE = new RoleDecision(Role.CORE, "nothing speaks against it");

    /** Rules by the last name of the directories they are for. */
    private final Map<String, List<Rule>> byName = new HashMap<>();

    /** Rules whose last name holds a star. */
    private final List<Rule> wild = new ArrayList<>();

    private final Map<String, RoleDecision> known = new ConcurrentHashMap<>();

    DirectoryRoles(List<DirectoryRule> rules) {
        int order = 0;
        for (DirectoryRule rule : rules) {
            for (String name : rule.names()) {
                boolean root = name.startsWith("/");
                Rule added = new Rule(order++, rule.role(), new Glob(root ? name : "/**/" + name));
                String last = name.substring(name.lastIndexOf('/') + 1);
                if (last.indexOf('*') < 0) {
                    byName.computeIfAbsent(last, none -> new ArrayList<>(1)).add(added);
                } else {
                    wild.add(added);
                }
            }
        }
    }

    /** The role of what lies in a directory; {@code ""} is the root. */
    RoleDecision of(String directory) {
        if (directory.isEmpty()) {
            return CORE;
        }
        RoleDecision found = known.get(directory);
        if (found == null) {
            int slash = directory.lastIndexOf('/');
            found = within(of(slash < 0 ? "" : directory.substring(0, slash)), own(directory.toLowerCase(Locale.ROOT)));
            known.put(directory, found);
        }
        return found;
    }

    /**
     * What a directory is inside another. A vendored one goes before all that is inside it, and so does a test: what tests
     * bring with them does not ship, no more than what the documentation does. Else examples of the documentation are
     * examples, tools of the examples are tools: the inner one wins.
     */
    private static RoleDecision within(RoleDecision outer, RoleDecision inner) {
        if (inner.role() == Role.CORE || (outer.role() == Role.VENDORED && inner.role() != Role.VENDORED)) {
            return outer;
        }
        boolean stays = outer.role() == Role.TEST || (outer.role() == Role.DOCS && inner.role() == Role.VENDORED);
        return stays && inner.role() != Role.TEST ? outer : inner;
    }

    private RoleDecision own(String directory) {
        Rule first = null;
        for (Rule rule : byName.getOrDefault(directory.substring(directory.lastIndexOf('/') + 1), List.of())) {
            first = rule.before(first, directory) ? rule : first;
        }
        for (Rule rule : wild) {
            first = rule.before(first, directory) ? rule : first;
        }
        return first == null ? CORE : new RoleDecision(first.role, "directory " + directory + "/");
    }

    private record Rule(int order, Role role, Glob glob) {
        boolean before(@Nullable Rule other, String directory) {
            return (other == null || order < other.order) && glob.matches(directory);
        }
    }
}
