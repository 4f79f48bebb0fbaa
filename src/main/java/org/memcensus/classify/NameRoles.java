package org.memcensus.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Glob;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.RoleRules.NameRule;

/**
 * Roles by file names. Names without a star are looked up; a pattern is only tried on names that end as it does, from the
 * last dot on. Immutable.
 */
final class NameRoles {
    private final RegionMap<RoleDecision> whole;

    /** Patterns by the ending of their names, each list with the patterns for any ending in their places. */
    private final RegionMap<List<Pattern>> byEnding;

    private final List<Pattern> anyEnding = new ArrayList<>();

    NameRoles(List<NameRule> rules) {
        Map<String, RoleDecision> names = new HashMap<>();
        Map<String, List<Pattern>> endings = new LinkedHashMap<>();
        for (NameRule rule : rules) {
            for (String name : rule.names()) {
                RoleDecision decision = new RoleDecision(rule.role(), "file name " + name);
                if (name.indexOf('*') < 0) {
                    names.putIfAbsent(name, decision);
                } else {
                    add(new Pattern(name, decision), endings);
                }
            }
        }
        whole = new RegionMap<>(names);
        byEnding = new RegionMap<>(endings);
    }

    /** The decision for the name that begins at {@code from} in a path; null where no rule speaks of it. */
    @Nullable
    RoleDecision find(String path, int from) {
        RoleDecision found = whole.get(path, from);
        if (found != null) {
            return found;
        }
        int dot = path.lastIndexOf('.');
        List<Pattern> patterns = dot < from ? null : byEnding.get(path, dot);
        for (Pattern pattern : patterns == null ? anyEnding : patterns) {
            if (pattern.matches(path, from)) {
                return pattern.decision;
            }
        }
        return null;
    }

    private void add(Pattern pattern, Map<String, List<Pattern>> endings) {
        int dot = pattern.rest.lastIndexOf('.');
        if (dot >= 0 && pattern.rest.indexOf('*') < 0) {
            endings.computeIfAbsent(pattern.rest.substring(dot), none -> new ArrayList<>(anyEnding))
                    .add(pattern);
        } else {
            endings.values().forEach(list -> list.add(pattern));
            anyEnding.add(pattern);
        }
    }

    private static final class Pattern {
        private final String start;
        private final String rest;
        private final @Nullable Glob glob;

        /** What stands before the last dot of {@code rest}, and how far from the end; 0 where nothing does. */
        private final char stemEnd;

        private final int lastOfStem;
        private final RoleDecision decision;

        Pattern(String text, RoleDecision decision) {
            int star = text.indexOf('*');
            this.start = text.substring(0, star);
            this.rest = text.substring(star + 1);
            this.glob = rest.indexOf('*') < 0 ? null : new Glob(text);
            this.decision = decision;
            int dot = glob == null ? rest.lastIndexOf('.') : -1;
            this.stemEnd = dot > 0 ? rest.charAt(dot - 1) : 0;
            this.lastOfStem = rest.length() - dot;
        }

        boolean matches(String path, int from) {
            int last = path.length() - 1 - lastOfStem;
            // One character tells most names that do not match.
            if (start.isEmpty() && stemEnd != 0 && (last < from || path.charAt(last) != stemEnd)) {
                return false;
            }
            if (path.length() - from < start.length() + rest.length() || !path.startsWith(start, from)) {
                return false;
            }
            return glob == null ? path.endsWith(rest) : glob.matches(path.substring(from));
        }
    }
}
