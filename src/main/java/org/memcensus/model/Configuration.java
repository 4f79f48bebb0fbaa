package org.memcensus.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project or a user says of how a repository is to be read: the content of {@code .memcensus.yml}. It is data and
 * runs nothing. Where several rules match a path, the first decides.
 *
 * @param policy name of a policy; null where it names none
 * @param modules modules that it makes
 * @param roles roles that it gives
 * @param languages languages that it gives
 * @param annotations what may pass a gate
 * @param gate limits of a gate
 */
public record Configuration(
        @Nullable String policy,
        List<ModuleRule> modules,
        List<RoleRule> roles,
        List<LanguageRule> languages,
        List<Annotation> annotations,
        GateLimits gate) {
    /** Says nothing. */
    public static final Configuration NONE =
            new Configuration(null, List.of(), List.of(), List.of(), List.of(), GateLimits.NONE);

    /** Copies its lists. */
    public Configuration {
        modules = List.copyOf(modules);
        roles = List.copyOf(roles);
        languages = List.copyOf(languages);
        annotations = List.copyOf(annotations);
    }

    /** This configuration, and where it says nothing the other one. */
    public Configuration over(Configuration other) {
        return new Configuration(
                policy != null ? policy : other.policy,
                both(modules, other.modules),
                both(roles, other.roles),
                both(languages, other.languages),
                both(annotations, other.annotations),
                gate.over(other.gate));
    }

    private static <T> List<T> both(List<T> first, List<T> then) {
        List<T> both = new ArrayList<>(first);
        both.addAll(then);
        return both;
    }

    /**
     * Makes files one module.
     *
     * @param name its name
     * @param globs its files
     */
    public record ModuleRule(String name, List<String> globs) {
        /** Copies its list. */
        public ModuleRule {
            globs = List.copyOf(globs);
        }
    }

    /**
     * Gives files a role.
     *
     * @param globs the files
     * @param role their role
     * @param reason why; may be empty
     */
    public record RoleRule(List<String> globs, Role role, String reason) {
        /** Copies its list. */
        public RoleRule {
            globs = List.copyOf(globs);
        }
    }

    /**
     * Gives files a language.
     *
     * @param globs the files
     * @param language its name in the language table
     */
    public record LanguageRule(List<String> globs, String language) {
        /** Copies its list. */
        public LanguageRule {
            globs = List.copyOf(globs);
        }
    }
}
