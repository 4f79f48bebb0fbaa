package org.memcensus.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Glob;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.RoleRules.DirectoryRule;

/** Roles by directories. Each directory is asked about once. Safe for use by several threads. */
final class DirectoryRoles {
    /** What the root is, and all that no rule speaks of. */
    static final RoleDecision CORE = new RoleDecision(Role.CORE, "nothing speaks against it");

    private static final Decided NOTHING = new Decided(CORE, false, false, false);

    /** Rules by the last name of the directories they are for. */
    private final Map<String, List<Rule>> byName = new HashMap<>();

    /** Rules whose last name holds a star. */
    private final List<Rule> wild = new ArrayList<>();

    private final Map<String, Decided> known = new ConcurrentHashMap<>();
    private final TreeContext tree;

    /**
     * Roles in one tree. What its root calls tools and the like is its product where it holds whole projects: the compilers
     * in LLVM's {@code tools}.
     */
    DirectoryRoles(List<DirectoryRule> rules, TreeContext tree) {
        this.tree = tree;
        int order = 0;
        for (DirectoryRule rule : rules) {
            for (String name : rule.names()) {
                boolean root = name.startsWith("/");
                if (root && rule.role() == Role.TOOLING && tree.holdsProjects(name.substring(1))) {
                    continue;
                }
                Rule added = new Rule(order++, rule, new Glob(root ? name : "/**/" + name));
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
        return decide(directory).decision();
    }

    private Decided decide(String directory) {
        if (directory.isEmpty()) {
            return NOTHING;
        }
        Decided found = known.get(directory);
        if (found == null) {
            int slash = directory.lastIndexOf('/');
            Decided around = decide(slash < 0 ? "" : directory.substring(0, slash));
            boolean bundled = around.decision().role() == Role.VENDORED;
            Decided own = own(directory.toLowerCase(Locale.ROOT), bundled);
            if (own.equals(NOTHING) && tree.isRelease(directory)) {
                own = others("release " + directory + "/", true);
            }
            found = within(around, tree.isSubmodule(directory) ? submodule(directory, own) : own);
            known.put(directory, found);
        }
        return found;
    }

    /**
     * What a directory is inside another. A vendored one goes before all that is inside it, and so does a test: what tests
     * bring with them does not ship, no more than what the documentation does. Else examples of the documentation are
     * examples, tools of the examples are tools: the inner one wins. A sealed one has no inner ones. What tests are built with
     * is no part of what ships, though it is vendored.
     */
    private static Decided within(Decided around, Decided own) {
        RoleDecision outer = around.decision();
        RoleDecision inner = own.decision();
        if (own.bundled()) {
            return own;
        }
        if (around.sealed()
                || inner.role() == Role.CORE
                || (outer.role() == Role.VENDORED && inner.role() != Role.VENDORED && !around.open())) {
            return around;
        }
        boolean stays = outer.role() == Role.TEST || (outer.role() == Role.DOCS && inner.role() == Role.VENDORED);
        return stays && inner.role() != Role.TEST ? around : own;
    }

    private Decided own(String directory, boolean bundled) {
        Rule first = null;
        for (Rule rule : byName.getOrDefault(directory.substring(directory.lastIndexOf('/') + 1), List.of())) {
            first = rule.before(first, directory, bundled) ? rule : first;
        }
        for (Rule rule : wild) {
            first = rule.before(first, directory, bundled) ? rule : first;
        }
        return first == null
                ? NOTHING
                : new Decided(
                        new RoleDecision(first.rule.role(), "directory " + directory + "/"),
                        first.rule.sealed(),
                        first.rule.bundled(),
                        false);
    }

    /** Another repository is others' code, unless its place tells that it does not ship. */
    private static Decided submodule(String directory, Decided own) {
        return own.decision().role().shipped() ? others("submodule " + directory + "/", false) : own;
    }

    private static Decided others(String why, boolean open) {
        return new Decided(new RoleDecision(Role.VENDORED, why), false, false, open);
    }

    /**
     * The role of a directory, whether it stands whatever lies below, whether it does among others' code, and whether others'
     * code in it has tests and the like of its own, as where a copy is found by its files.
     */
    private record Decided(RoleDecision decision, boolean sealed, boolean bundled, boolean open) {}

    private record Rule(int order, DirectoryRule rule, Glob glob) {
        boolean before(@Nullable Rule other, String directory, boolean bundled) {
            return (bundled || !rule.bundled()) && (other == null || order < other.order) && glob.matches(directory);
        }
    }
}
