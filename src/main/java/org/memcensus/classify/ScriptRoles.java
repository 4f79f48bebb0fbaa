package org.memcensus.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;
import org.memcensus.model.Glob;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.RoleRules.ScriptRule;

/**
 * Roles of scripts in a tree that is mostly C or C++: those that lie among tools, or are named after what they make, build the
 * product and are no part of it. Elsewhere the same names say nothing. Immutable.
 */
final class ScriptRoles {
    private static final String SCRIPT = "script ";

    private final Map<String, ScriptRule> byEnding = new HashMap<>();
    private final Map<ScriptRule, List<Glob>> globs = new HashMap<>();

    private final TreeContext tree;

    ScriptRoles(List<ScriptRule> rules, TreeContext tree) {
        this.tree = tree;
        for (ScriptRule rule : rules) {
            rule.endings().forEach(ending -> byEnding.putIfAbsent(ending, rule));
            globs.put(rule, rule.names().stream().map(Glob::new).toList());
        }
    }

    /** Whether a decision is one of these. */
    static boolean made(RoleDecision decision) {
        return decision.reason().startsWith(SCRIPT);
    }

    /**
     * The decision for the name that begins at {@code from} in a path; null where no rule speaks of it.
     *
     * @param content what the file holds: a script whose name has no ending says what interprets it
     */
    @Nullable
    RoleDecision find(String path, int from, Content content) {
        int dot = path.lastIndexOf('.');
        boolean bare = dot < from;
        if (dot == from || bare && !interpreted(content) || !tree.isScriptOfC(path)) {
            return null;
        }
        dot = bare ? path.length() : dot;
        ScriptRule rule = byEnding.get(path.substring(dot).toLowerCase(Locale.ROOT));
        if (rule == null) {
            return null;
        }
        String directories = "/" + path.substring(0, from).toLowerCase(Locale.ROOT);
        for (String directory : rule.directories()) {
            if (directories.contains("/" + directory + "/")) {
                return new RoleDecision(rule.role(), SCRIPT + "below " + directory + "/");
            }
        }
        String stem = path.substring(from, dot);
        for (Glob name : globs.getOrDefault(rule, List.of())) {
            if (name.matches(stem)) {
                return new RoleDecision(rule.role(), SCRIPT + "that helps to build");
            }
        }
        return null;
    }

    private static boolean interpreted(Content content) {
        return content.length() > 2 && content.bytes()[0] == '#' && content.bytes()[1] == '!';
    }
}
