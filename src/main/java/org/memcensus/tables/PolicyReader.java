package org.memcensus.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Criterion;
import org.memcensus.model.Policy;
import org.memcensus.model.RiskFeature;
import org.memcensus.model.Safety;
import org.memcensus.model.UsageException;

/** Lays the fields of one policy over those of its base, and checks that the whole holds together. */
final class PolicyReader {
    /** No source and no sense asks for more than this; it keeps a user's slip from drowning all other weights. */
    private static final double MAX_WEIGHT = 100;

    private static final int ALL_POINTS = 100;

    private PolicyReader() {}

    /**
     * Reads one policy.
     *
     * @param known policies that can be its base
     * @param standard base where the entry names none; null for none
     * @param names each language of the table by its name in small letters; null to take what the entry says
     */
    static Policy read(Entry entry, List<Policy> known, @Nullable String standard, @Nullable Map<String, String> names)
            throws UsageException {
        String name = entry.text("name");
        Policy base = base(entry, known, standard);
        return new Policy(
                name,
                entry.text("version", "1"),
                rulings(entry, base.rulings(), names),
                caps(entry, base),
                new Policy.RiskWeights(
                        riskWeights(entry, base.risk()), pathWeights(entry, base.risk()), headers(entry, base.risk())),
                riskShare(entry, base),
                floor(entry, base),
                history(entry, base));
    }

    private static Policy.Rulings rulings(Entry entry, Policy.Rulings base, @Nullable Map<String, String> names)
            throws UsageException {
        return new Policy.Rulings(
                safety(entry, base, names),
                entry.has("other-languages") ? entry.word("other-languages", Safety.class) : base.others(),
                entry.flag("undetermined-is-unsafe", base.undeterminedIsUnsafe()));
    }

    private static Policy base(Entry entry, List<Policy> known, @Nullable String standard) throws UsageException {
        String name = entry.has("base") ? entry.text("base") : standard;
        if (name == null) {
            return Policy.EMPTY;
        }
        for (Policy policy : known) {
            if (policy.name().equals(name)) {
                return policy;
            }
        }
        throw entry.wrong("no policy '" + name + "' to build on; there are "
                + known.stream().map(Policy::name).toList());
    }

    /** The name as the table has it, which a user may write in letters of any case. */
    private static String known(String language, Map<String, String> names, Entry ruling) throws UsageException {
        String name = names.get(language.toLowerCase(Locale.ROOT));
        if (name == null) {
            throw ruling.wrong("no language '" + language + "' in the table (see memcensus list languages)");
        }
        return name;
    }

    private static Map<String, Safety> safety(Entry entry, Policy.Rulings base, @Nullable Map<String, String> names)
            throws UsageException {
        Map<String, Safety> rulings = new HashMap<>(base.safety());
        for (Entry ruling : entry.entries("safety")) {
            Safety safety = ruling.word("class", Safety.class);
            for (String language : ruling.texts("languages")) {
                rulings.put(names == null ? language : known(language, names, ruling), safety);
            }
            reason(ruling);
            ruling.end();
        }
        return rulings;
    }

    private static Map<Criterion, Integer> caps(Entry entry, Policy base) throws UsageException {
        Map<Criterion, Integer> caps = new EnumMap<>(Criterion.class);
        caps.putAll(base.caps());
        for (Entry cap : entry.entries("caps")) {
            int points = cap.number("points");
            if (points < 0) {
                throw cap.wrong("'points' must not be below 0");
            }
            caps.put(cap.word("criterion", Criterion.class), points);
            reason(cap);
            cap.end();
        }
        int sum = caps.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != ALL_POINTS) {
            throw entry.wrong("the caps of all criteria must add up to 100, not " + sum);
        }
        return caps;
    }

    private static Map<RiskFeature, Double> riskWeights(Entry entry, Policy.RiskWeights base) throws UsageException {
        Map<RiskFeature, Double> weights = new EnumMap<>(RiskFeature.class);
        weights.putAll(base.features());
        for (Entry weight : entry.entries("risk")) {
            weights.put(weight.word("feature", RiskFeature.class), bounded(weight, "weight", -MAX_WEIGHT, MAX_WEIGHT));
            reason(weight);
            weight.end();
        }
        return weights;
    }

    private static List<Policy.PathWeight> pathWeights(Entry entry, Policy.RiskWeights base) throws UsageException {
        if (!entry.has("paths")) {
            return base.paths();
        }
        List<Policy.PathWeight> weights = new ArrayList<>();
        for (Entry path : entry.entries("paths")) {
            weights.add(new Policy.PathWeight(
                    path.texts("words"),
                    bounded(path, "weight", -MAX_WEIGHT, MAX_WEIGHT),
                    path.has("keep") ? bounded(path, "keep", 0, 1) : 1));
            reason(path);
            path.end();
        }
        return weights;
    }

    private static Policy.Headers headers(Entry entry, Policy.RiskWeights base) throws UsageException {
        if (!entry.has("headers")) {
            return base.headers();
        }
        Entry claim = entry.entry("headers");
        Policy.Headers headers = new Policy.Headers(
                claim.has("weight")
                        ? bounded(claim, "weight", -MAX_WEIGHT, MAX_WEIGHT)
                        : base.headers().weight(),
                claim.has("keep")
                        ? bounded(claim, "keep", 0, 1)
                        : base.headers().keep(),
                claim.has("keep-declaring")
                        ? bounded(claim, "keep-declaring", 0, 1)
                        : base.headers().keepDeclaring());
        reason(claim);
        claim.end();
        return headers;
    }

    private static double riskShare(Entry entry, Policy base) throws UsageException {
        if (!entry.has("risk-in-priority")) {
            return base.riskShare();
        }
        Entry claim = entry.entry("risk-in-priority");
        double share = bounded(claim, "share", 0, 1);
        reason(claim);
        claim.end();
        return share;
    }

    private static Policy.Floor floor(Entry entry, Policy base) throws UsageException {
        if (!entry.has("floor")) {
            return base.floor();
        }
        Entry claim = entry.entry("floor");
        double share = claim.has("share")
                ? bounded(claim, "share", 0, 1)
                : base.floor().share();
        int lines = claim.has("lines") ? claim.number("lines") : base.floor().lines();
        if (lines < 0) {
            throw claim.wrong("'lines' must not be below 0");
        }
        reason(claim);
        claim.end();
        return new Policy.Floor(share, lines);
    }

    private static Policy.History history(Entry entry, Policy base) throws UsageException {
        if (!entry.has("history")) {
            return base.history();
        }
        Entry claim = entry.entry("history");
        Policy.History known = base.history();
        Policy.History history = new Policy.History(
                claim.has("share") ? bounded(claim, "share", 0, 1) : known.share(),
                claim.has("fixes") ? bounded(claim, "fixes", 0, MAX_WEIGHT) : known.fixes(),
                claim.has("recent") ? bounded(claim, "recent", 0, MAX_WEIGHT) : known.recent(),
                claim.has("commits") ? bounded(claim, "commits", 0, MAX_WEIGHT) : known.commits());
        reason(claim);
        claim.end();
        return history;
    }

    private static double bounded(Entry entry, String key, double least, double most) throws UsageException {
        double value = entry.fraction(key);
        if (!(value >= least && value <= most)) {
            throw entry.wrong("'" + key + "' must lie between " + least + " and " + most);
        }
        return value;
    }

    /** A claim may say why and where from; the built-in table always does. */
    private static void reason(Entry entry) throws UsageException {
        entry.text("reason", "");
        entry.text("source", "");
    }
}
