package org.memcensus.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Configuration;
import org.memcensus.model.RoleDecision;

/** What a configuration says of languages and roles: it goes before everything else. Immutable. */
public final class Overrides {
    /** Says nothing. */
    public static final Overrides NONE = new Overrides(Configuration.NONE);

    private final List<ByGlob<RoleDecision>> roles = new ArrayList<>();
    private final List<ByGlob<String>> languages = new ArrayList<>();

    /** The rules of a configuration, the first match first. */
    public Overrides(Configuration configuration) {
        configuration.roles().forEach(rule -> {
            String reason = rule.reason().isEmpty() ? "" : ": " + rule.reason();
            roles.add(
                    new ByGlob<>(new PathGlobs(rule.globs()), new RoleDecision(rule.role(), "configuration" + reason)));
        });
        configuration
                .languages()
                .forEach(rule -> languages.add(new ByGlob<>(new PathGlobs(rule.globs()), rule.language())));
    }

    /** The role that a file is given; null where it is given none. */
    @Nullable
    RoleDecision role(String path) {
        return find(roles, path);
    }

    /** The language that a file is given; null where it is given none. */
    @Nullable
    String language(String path) {
        return find(languages, path);
    }

    private static <T> @Nullable T find(List<ByGlob<T>> rules, String path) {
        for (ByGlob<T> rule : rules) {
            if (rule.glob().test(path)) {
                return rule.value();
            }
        }
        return null;
    }

    private record ByGlob<T>(Predicate<String> glob, T value) {}
}
