package org.memcensus.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Classification;
import org.memcensus.model.Content;
import org.memcensus.model.Language;
import org.memcensus.model.LanguageType;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.RoleRules;
import org.memcensus.model.RoleRules.NameRule;
import org.memcensus.model.Safety;

/** Finds out what a file is for. Safe for use by several threads. */
public final class Roles {
    /** Programs do not write lines this long, but minifiers do. */
    private static final int MINIFIED_LINE = 2000;

    private static final RoleDecision NOT_VENDORED = new RoleDecision(Role.CORE, ".gitattributes -linguist-vendored");
    /** What projects keep there are examples, or copies of what they are built with. */
    private static final RoleDecision CONTRIBUTED = new RoleDecision(Role.EXAMPLE, "directory contrib/");

    /** What projects keep there are tools, or parts of the product that belong nowhere else. */
    private static final RoleDecision MISCELLANEOUS = new RoleDecision(Role.TOOLING, "directory misc/");

    private static final RoleDecision PROSE = new RoleDecision(Role.DOCS, "prose");

    private final DirectoryRoles directories;
    private final NameRoles names;
    private final NameRoles bundled;
    private final ScriptRoles scripts;
    private final HeaderRoles headers;
    private final Attributes attributes;
    private final Overrides overrides;
    private final TreeContext tree;

    /**
     * Roles of one tree that no configuration speaks of.
     *
     * @param rules how roles are told
     * @param attributes the tree's {@code .gitattributes}, which go before all rules
     */
    public Roles(RoleRules rules, Attributes attributes) {
        this(rules, attributes, Overrides.NONE, TreeContext.of(List.of()));
    }

    /**
     * Roles of one tree.
     *
     * @param rules how roles are told
     * @param attributes the tree's {@code .gitattributes}, which go before all rules
     * @param overrides the configuration, which goes before the attributes
     * @param tree what other files the tree holds
     */
    public Roles(RoleRules rules, Attributes attributes, Overrides overrides, TreeContext tree) {
        this.overrides = overrides;
        this.tree = tree;
        this.directories = new DirectoryRoles(rules.directories(), tree);
        this.names = new NameRoles(named(rules, false));
        this.bundled = new NameRoles(named(rules, true));
        this.scripts = new ScriptRoles(rules.scripts(), tree);
        this.headers = new HeaderRoles(rules.headers());
        this.attributes = attributes;
    }

    /**
     * Decides the role of a file.
     *
     * @param path its path from the scanned root, with {@code /} between names
     * @param classification what it was found to be
     * @param content its bytes
     */
    public RoleDecision decide(String path, Classification classification, Content content) {
        RoleDecision given = overrides.role(path);
        if (given != null) {
            return given;
        }
        int slash = path.lastIndexOf('/');
        RoleDecision byDirectory = byDirectory(path, slash);
        RoleDecision said = byAttributes(path);
        if (said != null) {
            // Attributes hide such files from a site's statistics; that does not make tests, examples and tools ship.
            if (said.role().shipped() && !byDirectory.role().shipped()) {
                return byDirectory;
            }
            RoleDecision named = said.role() == Role.GENERATED ? names.find(path, slash + 1) : null;
            return named != null && !named.role().shipped() ? named : said;
        }
        boolean others = byDirectory.role() == Role.VENDORED && !unset(attributes.vendored(path));
        if (others || isSame(byDirectory, CONTRIBUTED)) {
            RoleDecision inside = bundled.find(path, slash + 1);
            if (others || inside != null) {
                return inside == null ? byDirectory : inside;
            }
        }
        // What is generated for a test or a tool does not ship.
        boolean core = byDirectory.role() == Role.CORE || byDirectory.role() == Role.VENDORED;
        RoleDecision byName = names.find(path, slash + 1);
        boolean ships = byName == null || byName.role().shipped();
        if (core && ships && !unset(attributes.generated(path))) {
            RoleDecision generated = headers.find(content);
            if (generated == null && minified(classification, content)) {
                generated = new RoleDecision(Role.GENERATED, "minified");
            }
            if (generated != null) {
                return generated;
            }
        }
        if (byName != null && (core || !weak(byName.role()))) {
            return byName;
        }
        if (byDirectory.role() == Role.CORE && isProse(classification.language())) {
            return PROSE;
        }
        if (isSame(byDirectory, DirectoryRoles.CORE)) {
            RoleDecision script = scripts.find(path, slash + 1, content);
            if (script != null) {
                return script;
            }
        }
        boolean own = byDirectory.role() == Role.VENDORED || byDirectory.role() == Role.CORE;
        return own && unset(attributes.vendored(path)) ? NOT_VENDORED : byDirectory;
    }

    private static List<NameRule> named(RoleRules rules, boolean bundled) {
        return rules.names().stream().filter(rule -> rule.bundled() == bundled).toList();
    }

    private RoleDecision byDirectory(String path, int slash) {
        String delivered = tree.delivered(path);
        return delivered == null
                ? directories.of(slash < 0 ? "" : path.substring(0, slash))
                : new RoleDecision(Role.CORE, delivered);
    }

    /**
     * Whether a directory mostly holds no part of the product, for no more reason than what it is called at the root: the
     * build may install some of it all the same.
     */
    public boolean isAside(String directory) {
        RoleDecision decision = directories.of(directory);
        int slash = directory.indexOf('/');
        return isSame(decision, CONTRIBUTED)
                || decision.role() == Role.TOOLING
                        && (decision.reason().indexOf('/') == decision.reason().length() - 1
                                || slash > 0 && isAside(directory.substring(0, slash)));
    }

    /**
     * Whether nothing tells what a file is for, or no more than that it lies among what others contributed or what belongs
     * nowhere else, or is a script: it may be a part of others' code.
     */
    public static boolean isOpen(RoleDecision decision) {
        return isSame(decision, DirectoryRoles.CORE)
                || isSame(decision, CONTRIBUTED)
                || isSame(decision, MISCELLANEOUS)
                || ScriptRoles.made(decision);
    }

    private static boolean isSame(RoleDecision one, RoleDecision other) {
        return one.role() == other.role() && one.reason().equals(other.reason());
    }

    /** Manual pages are markup by their type; no program is made of them. */
    private static boolean isProse(Language language) {
        return language.type() == LanguageType.PROSE || language.name().equals("Roff Manpage");
    }

    private static boolean weak(Role role) {
        return role == Role.TOOLING || role == Role.GENERATED || role == Role.VENDORED;
    }

    private @Nullable RoleDecision byAttributes(String path) {
        if (attributes.isEmpty()) {
            return null;
        }
        if (set(attributes.vendored(path))) {
            return new RoleDecision(Role.VENDORED, ".gitattributes linguist-vendored");
        }
        if (set(attributes.generated(path))) {
            return new RoleDecision(Role.GENERATED, ".gitattributes linguist-generated");
        }
        if (set(attributes.documentation(path))) {
            return new RoleDecision(Role.DOCS, ".gitattributes linguist-documentation");
        }
        return null;
    }

    private static boolean minified(Classification classification, Content content) {
        String syntax = classification.language().syntax().name();
        if (classification.safety() == Safety.UNSAFE || !(syntax.equals("javascript") || syntax.equals("css"))) {
            return false;
        }
        int end = Math.min(content.length(), HeaderRoles.WINDOW);
        int line = 0;
        for (int i = 0; i < end; i++) {
            line = content.bytes()[i] == '\n' ? 0 : line + 1;
            if (line > MINIFIED_LINE) {
                return true;
            }
        }
        return false;
    }

    private static boolean set(@Nullable Boolean flag) {
        return flag != null && flag;
    }

    private static boolean unset(@Nullable Boolean flag) {
        return flag != null && !flag;
    }
}
