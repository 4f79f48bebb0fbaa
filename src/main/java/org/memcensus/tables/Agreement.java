package org.memcensus.tables;

import java.util.List;
import java.util.function.ToLongFunction;
import org.memcensus.model.Census;
import org.memcensus.model.CensusSum;
import org.memcensus.model.LanguageSum;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleSum;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.Totals;
import org.memcensus.model.UsageException;

/**
 * Whether the parts of a stored report add up. One that somebody has changed by hand, or that a fault has hit, says different
 * things in different formats.
 *
 * @param file name of the report, for messages
 */
record Agreement(String file) {
    /** Holds languages and modules against the summary. */
    void check(CensusSum sum, List<ModuleCensus> modules) throws UsageException {
        for (Scope scope : Scope.values()) {
            Totals totals = sum.totals(scope);
            String name = "languages and summary.scopes." + scope.label();
            same(name, "files", totals.files(), add(sum, language -> language.files(scope)));
            same(name, "code", totals.counts().code(), add(sum, language -> language.code(scope)));
            same(name, "unsafeCode", totals.unsafeCode(), code(sum, scope, Safety.UNSAFE));
            same(name, "safeCode", totals.safeCode(), code(sum, scope, Safety.SAFE));
            same(name, "undeterminedCode", totals.undeterminedCode(), code(sum, scope, Safety.UNDETERMINED));
        }
        Totals all = sum.totals(Scope.ALL);
        String name = "languages and summary.scopes.all";
        same(name, "bytes", all.bytes(), add(sum, LanguageSum::bytes));
        same(
                name,
                "comments",
                all.counts().comments(),
                add(sum, each -> each.counts().comments()));
        same(
                name,
                "blanks",
                all.counts().blanks(),
                add(sum, each -> each.counts().blanks()));
        name = "modules and summary.scopes.all";
        same(name, "files", all.files(), inModules(modules, ModuleSum::files));
        same(name, "code", all.programCode(), inModules(modules, ModuleSum::code));
        same(name, "unsafeCode", all.unsafeCode(), inModules(modules, ModuleSum::unsafeCode));
        same(name, "safeCode", all.safeCode(), inModules(modules, ModuleSum::safeCode));
    }

    /** Holds the files that are listed against what is said of them. */
    void check(CensusSum sum, List<ModuleCensus> said, Census listed) throws UsageException {
        for (int i = 0; i < said.size(); i++) {
            if (!said.get(i)
                    .module()
                    .sum()
                    .equals(listed.modules().get(i).module().sum())) {
                throw apart("files and modules[" + i + "]", "");
            }
        }
        if (!sum.equals(CensusSum.of(listed))) {
            throw apart("files and summary, or files and languages", "");
        }
    }

    private static long code(CensusSum sum, Scope scope, Safety safety) {
        return add(sum, language -> language.safety() == safety ? language.code(scope) : 0);
    }

    private static long add(CensusSum sum, ToLongFunction<LanguageSum> number) {
        return sum.languages().stream().mapToLong(number).sum();
    }

    private static long inModules(List<ModuleCensus> modules, ToLongFunction<ModuleSum> number) {
        return modules.stream()
                .mapToLong(module -> number.applyAsLong(module.module().sum()))
                .sum();
    }

    private void same(String parts, String field, long one, long other) throws UsageException {
        if (one != other) {
            throw apart(parts, " in " + field);
        }
    }

    private UsageException apart(String parts, String where) {
        return new UsageException(file + ": " + parts + " do not agree" + where);
    }
}
