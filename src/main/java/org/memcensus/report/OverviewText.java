package org.memcensus.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memcensus.model.Census;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Safety;
import org.memcensus.model.Scope;
import org.memcensus.model.ScopeLanguage;
import org.memcensus.model.Totals;
import org.memcensus.report.Screen.Style;

/** The first answer on the screen: what was scanned, how much of it is unsafe, in which languages and modules. */
final class OverviewText {
    private static final int LANGUAGES = 5;
    private static final int COMMIT_LENGTH = 10;
    private static final int INDENT = 2;

    private OverviewText() {}

    static void write(Census census, RunInfo run, Screen screen) {
        header(census, run, screen);
        screen.space();
        Totals totals = census.totals(run.scope());
        if (totals.unsafeShare().isEmpty()) {
            noCode(census, run.scope(), screen);
            return;
        }
        share(census, totals, run.scope(), screen);
        screen.space();
        languages(census, totals, run, screen);
        screen.space();
        screen.wrap(Style.NORMAL, INDENT, ModuleSummary.of(census, run.scope()).sentence());
    }

    private static void header(Census census, RunInfo run, Screen screen) {
        RepositoryInfo repository = census.repository();
        String dot = " " + screen.glyphs().dot() + " ";
        String name = repository.folder().isEmpty() ? repository.name() : repository.name() + "/" + repository.folder();
        String policy =
                "memcensus " + run.version() + dot + "policy " + census.policyName() + " " + census.policyVersion();
        screen.put(
                Style.BOLD,
                Cells.head(Plain.of(name), screen.width() / 2, screen.glyphs().dots()));
        String commit = commit(repository);
        screen.put(commit.isEmpty() ? "" : dot + commit);
        screen.put(dot + Numbers.count(census.coverage().counted(), "file"));
        int column = screen.width() - Cells.width(Plain.of(policy));
        if (screen.width() - screen.room() + 2 <= column) {
            screen.to(column).put(Style.FAINT, policy);
        }
        screen.end();
        screen.put(Style.FAINT, screen.glyphs().rule().repeat(screen.width()));
        screen.end();
    }

    private static String commit(RepositoryInfo repository) {
        String commit = repository.commit();
        if (commit == null) {
            return "";
        }
        String id = commit.substring(0, Math.min(COMMIT_LENGTH, commit.length()));
        String revision = repository.revision();
        return revision == null || commit.startsWith(revision) ? id : revision + " (" + id + ")";
    }

    private static void noCode(Census census, Scope scope, Screen screen) {
        if (census.coverage().seen() == 0) {
            screen.wrap(Style.BOLD, INDENT, "Nothing to count: the tree is empty.");
            return;
        }
        screen.wrap(Style.BOLD, INDENT, "No " + Wording.code(scope) + " was found, so there is no share to give.");
        Totals all = census.totals(Scope.ALL);
        if (all.unsafeShare().isPresent()) {
            boolean one = all.programCode() == 1;
            String what = scope == Scope.SHIPPED
                    ? (one ? "does" : "do") + " not ship (tests, documentation, examples, tools); "
                    : (one ? "is vendored, generated or does" : "are vendored, generated or do") + " not ship; ";
            screen.wrap(
                    Style.NORMAL,
                    INDENT,
                    Numbers.count(all.programCode(), "line") + " of code " + what
                            + Numbers.percent(all.unsafeShare())
                            + (one ? " of it is memory-unsafe." : " of them are memory-unsafe."));
        }
    }

    private static void share(Census census, Totals totals, Scope scope, Screen screen) {
        double share = totals.unsafeShare().orElseThrow();
        screen.to(INDENT);
        screen.put(share == 0 ? Style.GREEN : Style.RED_BOLD, Numbers.percent(share));
        screen.put(Style.BOLD, " of the " + Wording.code(scope) + " is memory-unsafe");
        String lines = Numbers.grouped(totals.unsafeCode()) + " of " + Numbers.count(totals.programCode(), "line");
        if (lines.length() + 2 > screen.room()) {
            screen.end();
            screen.to(INDENT).put(Style.FAINT, lines).end();
        } else {
            screen.put(Style.FAINT, ": " + lines).end();
        }
        bar(totals, screen);
        otherShares(census, totals, scope, screen);
    }

    /** The other ways to measure, where they say something else. */
    private static void otherShares(Census census, Totals totals, Scope scope, Screen screen) {
        List<String> others = new ArrayList<>();
        Set<String> shares = new HashSet<>(Set.of(Numbers.percent(totals.unsafeShare())));
        String bytes = Numbers.percent(totals.unsafeShareBytes());
        shares.add(bytes);
        others.add("By bytes " + bytes);
        for (Scope other : Scope.values()) {
            if (other != scope) {
                String share = Numbers.percent(census.totals(other).unsafeShare());
                shares.add(share);
                others.add(alone(other) + " " + share);
            }
        }
        if (shares.size() > 1) {
            screen.wrap(Style.FAINT, INDENT, String.join("; ", others) + ".");
        }
    }

    private static String alone(Scope scope) {
        return switch (scope) {
            case SHIPPED -> "all that ships";
            case FIRST_PARTY -> "first-party alone";
            case ALL -> "with tests, docs and tools";
        };
    }

    private static void bar(Totals totals, Screen screen) {
        Glyphs glyphs = screen.glyphs();
        int cells = screen.width() - 2 * INDENT;
        int safe = cells(totals.safeCode(), totals.programCode(), cells);
        int undetermined = cells(totals.undeterminedCode(), totals.programCode(), cells);
        int unsafe = Math.max(totals.unsafeCode() > 0 ? 1 : 0, cells - safe - undetermined);
        screen.to(INDENT);
        screen.put(Style.RED, glyphs.unsafe().repeat(unsafe));
        screen.put(Style.YELLOW, glyphs.undetermined().repeat(undetermined));
        screen.put(Style.GREEN, glyphs.safe().repeat(Math.max(0, cells - unsafe - undetermined)));
        screen.end();
    }

    private static int cells(long part, long whole, int cells) {
        return part == 0 ? 0 : (int) Math.max(1, Math.round((double) part / whole * cells));
    }

    private static void languages(Census census, Totals totals, RunInfo run, Screen screen) {
        List<ScopeLanguage> sums = census.programs(run.scope());
        int shown = run.verbose() || sums.size() <= LANGUAGES + 1 ? sums.size() : LANGUAGES;
        int name = 12;
        for (ScopeLanguage sum : sums.subList(0, shown)) {
            name = Math.max(name, Math.min(24, Cells.width(Plain.of(sum.name()))));
        }
        for (ScopeLanguage sum : sums.subList(0, shown)) {
            language(sum.name(), sum.code(), sum.safety(), totals, name, screen);
        }
        if (shown < sums.size()) {
            List<ScopeLanguage> rest = sums.subList(shown, sums.size());
            long code = rest.stream().mapToLong(ScopeLanguage::code).sum();
            long unsafe = rest.stream()
                    .filter(sum -> sum.safety() == Safety.UNSAFE)
                    .mapToLong(ScopeLanguage::code)
                    .sum();
            String note = unsafe == 0 ? "none unsafe" : Numbers.grouped(unsafe) + " unsafe";
            screen.to(INDENT).put(Style.FAINT, Cells.left(rest.size() + " more", name));
            amounts(code, totals, screen);
            screen.put(Style.FAINT, "  " + note);
            screen.end();
        }
    }

    private static void amounts(long code, Totals totals, Screen screen) {
        screen.put(Cells.right(Numbers.grouped(code), 12));
        screen.put(Cells.right(Numbers.percent((double) code / totals.programCode()), 10));
    }

    private static void language(String name, long code, Safety safety, Totals totals, int column, Screen screen) {
        Style style = switch (safety) {
            case UNSAFE -> Style.RED;
            case UNDETERMINED -> Style.YELLOW;
            case SAFE -> Style.GREEN;
            case NONE -> Style.NORMAL;
        };
        String shown = Cells.head(Plain.of(name), column, screen.glyphs().dots());
        screen.to(INDENT).put(Cells.left(shown, column));
        amounts(code, totals, screen);
        screen.put("  ")
                .put(
                        style,
                        Cells.left(safety.label(), Safety.UNDETERMINED.label().length() + 1));
        int cells = Math.min(40, screen.room() - INDENT - 1);
        if (cells >= 10) {
            screen.put(" ").put(style, screen.glyphs().bar(safety, (double) code / totals.programCode(), cells));
        }
        screen.end();
    }
}
