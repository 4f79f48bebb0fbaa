package org.memcensus.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Advice;
import org.memcensus.model.Answer;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Contact;
import org.memcensus.model.Criterion;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.Evidence;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.ModuleSum;
import org.memcensus.model.NativeDependency;
import org.memcensus.model.Opportunity;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Score;
import org.memcensus.model.Story;
import org.memcensus.model.Ties;
import org.memcensus.model.UsageException;

/** A module of a stored report, and what else has a rule, a path and a line there. */
final class StoredModule {
    private static final Replacement.Fingerprint UNKNOWN =
            new Replacement.Fingerprint(List.of(), List.of(), List.of(), List.of());
    private static final String[] C_APIS = {"yes", "partial", "no"};
    private static final String[] OWNERS = {"CODEOWNERS", "MAINTAINERS"};
    private static final int MOST_POINTS = 1000;

    private StoredModule() {}

    /** One of the list of modules. */
    static ModuleCensus of(JsonObject module) throws UsageException {
        Map<Criterion, Double> criteria = module.numbers("criteria", Criterion.class, Criterion::name, MOST_POINTS);
        List<Evidence> evidence = evidence(module);
        return new ModuleCensus(
                code(module),
                module.has("rank") ? StoredParts.number(module, "rank", 1) : 0,
                new Score(
                        StoredParts.score(module, "priority"),
                        StoredParts.score(module, "rolePoints"),
                        StoredParts.score(module, "risk"),
                        points(criteria, evidence)),
                evidence,
                answers(module, criteria),
                advice(module),
                opportunity(module),
                history(module.objectIfAny("history")));
    }

    /** Points come from evidence; a criterion without it was asked in vain, and has none. */
    private static Map<Criterion, Double> points(Map<Criterion, Double> criteria, List<Evidence> evidence) {
        Map<Criterion, Double> points = new EnumMap<>(Criterion.class);
        points.putAll(criteria);
        points.keySet().retainAll(evidence.stream().map(Evidence::criterion).toList());
        return points;
    }

    private static CodeModule code(JsonObject module) throws UsageException {
        String id = module.text("id");
        if (id.isEmpty()) {
            throw module.wrong("id", "is empty");
        }
        return new CodeModule(
                id,
                module.text("name"),
                module.word("kind", ModuleKind.values(), ModuleKind::label),
                module.path("path"),
                module.word("role", Role.values(), Role::label),
                List.of(),
                ties(module),
                sum(module));
    }

    private static ModuleSum sum(JsonObject module) throws UsageException {
        List<ModuleSum.LanguageCode> languages = new ArrayList<>();
        long all = 0;
        for (JsonObject language : module.objects("languages")) {
            long code = language.count("code");
            languages.add(new ModuleSum.LanguageCode(language.text("name"), code));
            all += code;
        }
        long code = module.count("code");
        long unsafe = module.whole("unsafeCode", 0, code);
        long safe = module.whole("safeCode", 0, code - unsafe);
        if (all != code) {
            throw module.wrong("languages", "does not add up to code");
        }
        StoredSums.share(
                module, "unsafeShare", code == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unsafe / code));
        return new ModuleSum(module.path("firstFile"), module.count("files"), code, unsafe, safe, languages);
    }

    private static List<Evidence> evidence(JsonObject module) throws UsageException {
        List<Evidence> evidence = new ArrayList<>();
        for (JsonObject item : module.objects("evidence")) {
            evidence.add(evidence(item, item.number("points", MOST_POINTS)));
        }
        return evidence;
    }

    /** Evidence of the repository as a whole: it comes without points. */
    static Evidence sign(JsonObject item) throws UsageException {
        return evidence(item, 0);
    }

    private static Evidence evidence(JsonObject item, double points) throws UsageException {
        return new Evidence(
                item.text("rule"),
                item.word("criterion", Criterion.values(), Criterion::name),
                points,
                item.path("path"),
                item.line("line"),
                item.count("count"));
    }

    /** Criteria without points there were not asked about. */
    private static Map<Criterion, Answer> answers(JsonObject module, Map<Criterion, Double> criteria)
            throws UsageException {
        Map<Criterion, Answer> answers = new EnumMap<>(Criterion.class);
        criteria.keySet().forEach(criterion -> answers.put(criterion, Answer.NO));
        for (Criterion criterion : module.words("holds", Criterion.values(), Criterion::name)) {
            if (answers.put(criterion, Answer.YES) == null) {
                throw module.wrong("holds", "names " + criterion + ", which criteria has not");
            }
        }
        return answers;
    }

    private static List<Advice> advice(JsonObject module) throws UsageException {
        List<Advice> advice = new ArrayList<>();
        for (JsonObject item : module.objects("replacements")) {
            Replacement replacement = new Replacement(
                    item.text("component"),
                    "",
                    UNKNOWN,
                    item.text("project"),
                    item.text("language"),
                    "",
                    item.text("url"),
                    item.text("swapLevel"),
                    item.word("cApi", C_APIS, word -> word),
                    "",
                    item.text("maturity"),
                    "");
            advice.add(new Advice(
                    replacement,
                    item.word("fit", Advice.Fit.values(), Advice.Fit::label),
                    item.text("reason"),
                    item.path("path"),
                    item.line("line")));
        }
        return advice;
    }

    private static Opportunity opportunity(JsonObject module) throws UsageException {
        List<Contact> contacts = new ArrayList<>();
        for (JsonObject contact : module.objectsIfAny("contacts")) {
            boolean placed = contact.has("line");
            contacts.add(new Contact(
                    contact.text("name"),
                    contact.word("source", OWNERS, word -> word),
                    placed ? contact.path("path") : "",
                    placed ? contact.line("line") : 0));
        }
        module.objects("escapeHatches"); // must be there
        return new Opportunity(
                hatches(module, "escapeHatches"),
                hatches(module, "promises"),
                step(module.objectIfAny("advice")),
                contacts);
    }

    private static List<EscapeHatch> hatches(JsonObject module, String key) throws UsageException {
        List<EscapeHatch> hatches = new ArrayList<>();
        for (JsonObject hatch : module.objectsIfAny(key)) {
            hatches.add(
                    new EscapeHatch(hatch.text("kind"), hatch.count("count"), hatch.path("path"), hatch.line("line")));
        }
        return hatches;
    }

    private static @Nullable FirstStep step(@Nullable JsonObject step) throws UsageException {
        if (step == null) {
            return null;
        }
        List<FirstStep.Place> places = new ArrayList<>();
        for (JsonObject place : step.objects("places")) {
            places.add(new FirstStep.Place(
                    place.text("what"),
                    place.path("path"),
                    place.line("line"),
                    place.has("lines") ? place.line("lines") : 0));
        }
        List<Story> precedents = new ArrayList<>();
        for (JsonObject story : step.objects("precedents")) {
            precedents.add(new Story(story.text("text"), story.text("url")));
        }
        return new FirstStep(step.text("step"), places, step.texts("keepInMind"), precedents);
    }

    private static @Nullable ModuleHistory history(@Nullable JsonObject history) throws UsageException {
        return history == null ? null : StoredParts.ofModule(history);
    }

    private static Ties ties(JsonObject module) throws UsageException {
        JsonObject declared = module.objectIfAny("declared");
        JsonObject used = module.objectIfAny("interface");
        JsonObject upstream = module.objectIfAny("upstream");
        JsonObject build = module.objectIfAny("buildSwitch");
        return new Ties(
                declared == null
                        ? null
                        : new Ties.Declared(
                                declared.text("system"),
                                declared.text("name"),
                                declared.path("path"),
                                declared.line("line"),
                                declared.flag("part")),
                module.texts("paths"),
                used == null
                        ? Ties.Offer.NONE
                        : new Ties.Offer(used.texts("installed"), used.texts("pkgConfig"), used.texts("symbols")),
                module.texts("dependsOn"),
                used == null ? 0 : StoredParts.number(used, "users", 0),
                used == null ? 0 : StoredParts.number(used, "headers", 0),
                used == null ? 0 : StoredParts.number(used, "functions", 0),
                upstream == null
                        ? null
                        : new Ties.Upstream(upstream.text("name"), upstream.text("version"), upstream.path("path")),
                build == null
                        ? null
                        : new Ties.BuildSwitch(build.path("path"), build.line("line"), build.text("name")));
    }

    /** One of the list of native dependencies. */
    static NativeDependency dependency(JsonObject item) throws UsageException {
        return new NativeDependency(item.text("kind"), item.text("name"), item.path("path"), item.line("line"));
    }
}
