package org.memcensus.tables;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.memcensus.model.LanguageSum;
import org.memcensus.model.LineCounts;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Totals;
import org.memcensus.model.UsageException;

/** The sums of a stored report: its scopes and languages. */
final class StoredSums {
    /** Shares have four decimals. */
    private static final double NEAR = 0.000051;

    private StoredSums() {}

    /** The sums of all scopes. */
    static Map<Scope, Totals> scopes(JsonObject summary) throws UsageException {
        JsonObject scopes = summary.object("scopes");
        Map<Scope, Totals> totals = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            totals.put(scope, totals(scopes.object(scope.label())));
        }
        return totals;
    }

    private static Totals totals(JsonObject scope) throws UsageException {
        Totals totals = new Totals(
                scope.count("files"),
                scope.count("bytes"),
                lines(scope),
                scope.count("unsafeCode"),
                scope.count("safeCode"),
                scope.count("undeterminedCode"),
                scope.count("unsafeBytes"),
                scope.count("programBytes"));
        if (totals.unsafeBytes() > totals.programBytes() || totals.programBytes() > totals.bytes()) {
            throw scope.wrong("programBytes", "does not go with the other bytes");
        }
        share(scope, "unsafeShare", totals.unsafeShare());
        share(scope, "unsafeShareBytes", totals.unsafeShareBytes());
        return totals;
    }

    /** A share is told by numbers that are read anyway; where it tells something else, someone has changed one of them. */
    static void share(JsonObject object, String key, OptionalDouble told) throws UsageException {
        if (told.isPresent() && Math.abs(object.number(key, 1) - told.getAsDouble()) > NEAR
                || told.isEmpty() && object.has(key)) {
            throw object.wrong(key, "does not go with the numbers beside it");
        }
    }

    /** The lines of a scope, a language or a file. */
    static LineCounts lines(JsonObject object) throws UsageException {
        LineCounts counts = new LineCounts(object.count("code"), object.count("comments"), object.count("blanks"));
        if (object.count("lines") != counts.lines()) {
            throw object.wrong("lines", "is not the sum of code, comments and blanks");
        }
        return counts;
    }

    /** One of the list of languages. */
    static LanguageSum language(JsonObject language) throws UsageException {
        Map<Role, Long> code = language.counts("roles", Role.class, Role::label);
        Map<Role, Long> files = language.counts("filesByRole", Role.class, Role::label);
        Map<Role, LanguageSum.InRole> roles = new EnumMap<>(Role.class);
        for (Map.Entry<Role, Long> role : code.entrySet()) {
            roles.put(role.getKey(), new LanguageSum.InRole(files.getOrDefault(role.getKey(), 0L), role.getValue()));
        }
        LanguageSum sum = new LanguageSum(
                language.text("name"),
                language.word("safety", Safety.values(), Safety::label),
                language.count("bytes"),
                lines(language),
                roles);
        if (!code.keySet().equals(files.keySet()) || sum.files() != language.count("files")) {
            throw language.wrong("filesByRole", "does not add up to files");
        }
        if (sum.code(Scope.ALL) != sum.counts().code()) {
            throw language.wrong("roles", "does not add up to code");
        }
        return sum;
    }
}
