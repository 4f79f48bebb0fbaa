package org.memcensus.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Annotation;
import org.memcensus.model.Configuration;
import org.memcensus.model.Configuration.LanguageRule;
import org.memcensus.model.Configuration.ModuleRule;
import org.memcensus.model.Configuration.RoleRule;
import org.memcensus.model.GateLimits;
import org.memcensus.model.Language;
import org.memcensus.model.Role;
import org.memcensus.model.UsageException;

/** Reads {@code .memcensus.yml}. Strict: what it does not know is a mistake with its line, never passed over. */
public final class ConfigurationReader {
    private static final String WAY_OUT = " (--no-config leaves it out)";

    private final String file;

    private ConfigurationReader(String file) {
        this.file = file;
    }

    /**
     * Reads a configuration.
     *
     * @param file its name in messages
     * @param bytes its content
     * @throws UsageException if it is wrong; the message names its line
     */
    public static Configuration read(String file, byte[] bytes) throws UsageException {
        boolean blank = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .allMatch(line -> line.isEmpty() || line.startsWith("#"));
        if (blank) {
            return Configuration.NONE;
        }
        try {
            return new ConfigurationReader(file)
                    .read(Entry.of(file, YamlTable.read(file, new ByteArrayInputStream(bytes))));
        } catch (UsageException e) {
            throw new UsageException(e.getMessage() + WAY_OUT);
        } catch (IOException e) {
            throw new UsageException(file + ": not YAML in UTF-8" + WAY_OUT);
        }
    }

    private Configuration read(Entry entry) throws UsageException {
        Configuration configuration = new Configuration(
                entry.has("policy") ? entry.text("policy") : null,
                modules(entry),
                roles(entry),
                languages(entry),
                annotations(entry),
                entry.has("gate") ? limits(entry.entry("gate")) : GateLimits.NONE);
        entry.end();
        return configuration;
    }

    private static List<ModuleRule> modules(Entry entry) throws UsageException {
        List<ModuleRule> rules = new ArrayList<>();
        for (Entry rule : entry.entries("modules")) {
            String name = rule.text("name");
            if (name.isBlank()) {
                throw rule.wrong("'name' is empty");
            }
            rules.add(new ModuleRule(name, globs(rule)));
            rule.end();
        }
        return rules;
    }

    private static List<RoleRule> roles(Entry entry) throws UsageException {
        List<RoleRule> rules = new ArrayList<>();
        for (Entry rule : entry.entries("roles")) {
            rules.add(new RoleRule(globs(rule), rule.word("role", Role.class), rule.text("reason", "")));
            rule.end();
        }
        return rules;
    }

    private static List<LanguageRule> languages(Entry entry) throws UsageException {
        List<LanguageRule> rules = new ArrayList<>();
        if (!entry.has("languages")) {
            return rules;
        }
        Set<String> known =
                LanguageTable.read().languages().stream().map(Language::name).collect(Collectors.toSet());
        for (Entry rule : entry.entries("languages")) {
            String language = rule.text("language");
            if (!known.contains(language)) {
                throw rule.wrong("no language '" + language + "': see memcensus list languages");
            }
            rules.add(new LanguageRule(globs(rule), language));
            rule.end();
        }
        return rules;
    }

    private static List<String> globs(Entry rule) throws UsageException {
        List<String> globs = rule.texts("glob");
        if (globs.isEmpty() || globs.stream().anyMatch(String::isBlank)) {
            throw rule.wrong("'glob' is missing or empty: give a glob such as lib/** or a list of them");
        }
        return globs;
    }

    private List<Annotation> annotations(Entry entry) throws UsageException {
        List<Annotation> annotations = new ArrayList<>();
        for (Entry item : entry.entries("annotations")) {
            String module = item.text("module");
            if (annotations.stream().anyMatch(other -> other.module().equals(module))) {
                throw item.wrong("a second annotation of '" + module + "': keep one");
            }
            annotations.add(new Annotation(
                    module,
                    item.word("reason", Annotation.Reason.class),
                    item.text("comment", ""),
                    date(item),
                    file + item.place()));
            item.end();
        }
        return annotations;
    }

    private static @Nullable LocalDate date(Entry item) throws UsageException {
        if (!item.has("until")) {
            return null;
        }
        String text = item.text("until");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw item.wrong("'until' must be a date such as 2027-01-31, not '" + text + "'");
        }
    }

    private static GateLimits limits(Entry gate) throws UsageException {
        Set<Role> roles = null;
        if (gate.has("roles")) {
            List<Role> named = gate.words("roles", Role.class);
            if (named.isEmpty()) {
                throw gate.wrong("'roles' is empty: name at least one role");
            }
            roles = EnumSet.copyOf(named);
        }
        GateLimits limits = new GateLimits(
                roles,
                refusal(gate, "no-new-unsafe-files"),
                refusal(gate, "no-new-escape-hatches"),
                gate.has("max-unsafe-growth") ? OptionalLong.of(growth(gate)) : OptionalLong.empty(),
                gate.has("max-unsafe-share") ? OptionalDouble.of(share(gate)) : OptionalDouble.empty());
        gate.end();
        return limits;
    }

    /** What "no ..." says of what may come. */
    private static @Nullable Boolean refusal(Entry gate, String key) throws UsageException {
        return gate.has(key) ? (Boolean) !gate.flag(key, false) : null;
    }

    private static long growth(Entry gate) throws UsageException {
        int lines = gate.number("max-unsafe-growth");
        if (lines < 0) {
            throw gate.wrong("'max-unsafe-growth' must not be below 0");
        }
        return lines;
    }

    private static double share(Entry gate) throws UsageException {
        double share = gate.fraction("max-unsafe-share");
        if (!(share >= 0 && share <= 1)) {
            throw gate.wrong(String.format(Locale.ROOT, "'max-unsafe-share' must lie between 0 and 1, not %s", share));
        }
        return share;
    }
}
