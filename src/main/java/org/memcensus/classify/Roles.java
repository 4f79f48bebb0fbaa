package org.memcensus.classify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Classification;
import org.memcensus.model.Content;
import org.memcensus.model.LanguageType;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.RoleRules;
import org.memcensus.model.Safety;

/** Finds out what a file is for. Safe for use by several threads. */
public final class Roles {
    private static final int HEADER_WINDOW = 4096;

    /** Programs do not write lines this long, but minifiers do. */
    private static final int MINIFIED_LINE = 2000;

    private static final RoleDecision CORE = new RoleDecision(Role.CORE, "nothing speaks against it");
    private static final RoleDecision PROSE = new RoleDecision(Role.DOCS, "prose");

    private final DirectoryRoles directories;
    private final NameRoles names;
    private final HeaderRoles headers;
    private final Attributes attributes;
    private final Map<String, RoleDecision> byDirectory = new ConcurrentHashMap<>();

    /**
     * Roles of one tree.
     *
     * @param rules how roles are told
     * @param attributes the tree's {@code .gitattributes}, which go before all rules
     */
    public Roles(RoleRules rules, Attributes attributes) {
        this.directories = new DirectoryRoles(rules.directories());
        this.names = new NameRoles(rules.names());
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
        RoleDecision said = byAttributes(path);
        if (said != null) {
            return said;
        }
        int slash = path.lastIndexOf('/');
        RoleDecision byDirectory = slash < 0 ? CORE : ofDirectory(path.substring(0, slash));
        if (byDirectory.role() == Role.VENDORED && !unset(attributes.vendored(path))) {
            return byDirectory;
        }
        if (!unset(attributes.generated(path))) {
            RoleDecision generated = headers.find(content);
            if (generated == null && minified(classification, content)) {
                generated = new RoleDecision(Role.GENERATED, "minified");
            }
            if (generated != null) {
                return generated;
            }
        }
        RoleDecision byName = names.find(path.substring(slash + 1));
        if (byName != null && !(byName.role() == Role.TOOLING && byDirectory.role() != Role.CORE)) {
            return byName;
        }
        if (byDirectory.role() == Role.CORE && classification.language().type() == LanguageType.PROSE) {
            return PROSE;
        }
        return byDirectory.role() == Role.VENDORED ? CORE : byDirectory;
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

    private RoleDecision ofDirectory(String directory) {
        return byDirectory.computeIfAbsent(directory, path -> {
            RoleDecision found = directories.find(path.toLowerCase(Locale.ROOT));
            return found == null ? CORE : found;
        });
    }

    private static boolean minified(Classification classification, Content content) {
        String syntax = classification.language().syntax().name();
        if (classification.safety() == Safety.UNSAFE || !(syntax.equals("javascript") || syntax.equals("css"))) {
            return false;
        }
        int end = Math.min(content.length(), HEADER_WINDOW);
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

    /** Roles by directories; asked once a directory. */
    private static final class DirectoryRoles {
        private final List<Rule> rules = new ArrayList<>();

        DirectoryRoles(List<RoleRules.DirectoryRule> rules) {
            for (RoleRules.DirectoryRule rule : rules) {
                for (String name : rule.names()) {
                    boolean root = name.startsWith("/");
                    String pattern = root ? name.substring(1) : "**/" + name;
                    this.rules.add(new Rule(rule.role(), new Glob("/" + pattern), name));
                }
            }
        }

        /** Rules are asked in order for each directory from the inside out; a vendored one anywhere goes before all. */
        @Nullable
        RoleDecision find(String directory) {
            RoleDecision best = null;
            for (String path = directory; !path.isEmpty(); path = parent(path)) {
                for (Rule rule : rules) {
                    if (rule.glob.matches(path)) {
                        RoleDecision found = new RoleDecision(rule.role, "directory " + path + "/");
                        if (rule.role == Role.VENDORED) {
                            return found;
                        }
                        best = best == null || stronger(rule.role, best.role()) ? found : best;
                        break;
                    }
                }
            }
            return best;
        }

        /** Examples of the documentation are examples, tests of a tool are tests: the inner one wins, save in a test. */
        private static boolean stronger(Role outer, Role inner) {
            return outer == Role.TEST && inner != Role.TEST;
        }

        private static String parent(String path) {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? "" : path.substring(0, slash);
        }

        private record Rule(Role role, Glob glob, String name) {}
    }

    /** Roles by file names. Names without a star are looked up; the others are few by their last letters. */
    private static final class NameRoles {
        private final Map<String, RoleDecision> whole = new ConcurrentHashMap<>();
        private final List<Pattern> patterns = new ArrayList<>();

        NameRoles(List<RoleRules.NameRule> rules) {
            for (RoleRules.NameRule rule : rules) {
                for (String name : rule.names()) {
                    RoleDecision decision = new RoleDecision(rule.role(), "file name " + name);
                    int star = name.indexOf('*');
                    if (star < 0) {
                        whole.putIfAbsent(name, decision);
                    } else {
                        patterns.add(new Pattern(name.substring(0, star), name.substring(star + 1), decision));
                    }
                }
            }
        }

        @Nullable
        RoleDecision find(String name) {
            RoleDecision found = whole.get(name);
            if (found != null) {
                return found;
            }
            for (Pattern pattern : patterns) {
                if (pattern.matches(name)) {
                    return pattern.decision;
                }
            }
            return null;
        }

        private record Pattern(String start, String rest, RoleDecision decision) {
            boolean matches(String name) {
                if (name.length() < start.length() + rest.length() || !name.startsWith(start)) {
                    return false;
                }
                int star = rest.indexOf('*');
                return star < 0 ? name.endsWith(rest) : new Glob(start + "*" + rest).matches(name);
            }
        }
    }

    /** Roles by words near the beginning of a file. */
    private static final class HeaderRoles {
        private final List<RoleRules.HeaderRule> rules;

        HeaderRoles(List<RoleRules.HeaderRule> rules) {
            this.rules = rules;
        }

        @Nullable
        RoleDecision find(Content content) {
            String head = null;
            int length = Math.min(content.length(), HEADER_WINDOW);
            // Almost every header of this kind says "generated" or "edit" in some form.
            if (length > 0) {
                head = new String(content.bytes(), 0, length, StandardCharsets.ISO_8859_1);
                for (RoleRules.HeaderRule rule : rules) {
                    for (String text : rule.texts()) {
                        int at = head.indexOf(text);
                        if (at >= 0 && (rule.near().isEmpty() || near(rule.near(), head, at))) {
                            return new RoleDecision(rule.role(), "header '" + text + "'");
                        }
                    }
                }
            }
            return null;
        }

        private static boolean near(List<String> words, String head, int at) {
            int start = head.lastIndexOf('\n', at) + 1;
            int end = head.indexOf('\n', at);
            String line = head.substring(start, end < 0 ? head.length() : end);
            return words.stream().anyMatch(line::contains);
        }
    }
}
