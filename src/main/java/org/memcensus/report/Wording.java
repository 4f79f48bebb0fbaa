package org.memcensus.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.memcensus.model.Advice;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Replacement;
import org.memcensus.model.Scope;

/** Says in words what evidence and advice hold as data; for reports that people read. */
final class Wording {
    /** Criteria that speak of chances, not of danger. */
    private static final Set<Criterion> OFFERS = EnumSet.of(Criterion.O1, Criterion.O3, Criterion.O4);

    private Wording() {}

    /** The code of a scope, in words. */
    static String code(Scope scope) {
        return switch (scope) {
            case SHIPPED -> "code that ships";
            case FIRST_PARTY -> "first-party code";
            case ALL -> "code";
        };
    }

    /** What a piece of evidence says, without its place. */
    static String says(Evidence evidence, RunInfo run) {
        String phrase = run.phrases().get(evidence.rule());
        return phrase == null ? evidence.criterion().text() : phrase;
    }

    /** A place as editors and terminals understand it: {@code lib/url.c:123}. */
    static String place(String path, int line) {
        return line == 0 ? path : path + ":" + line;
    }

    /**
     * The evidence that tells most, best first: the strongest of each criterion, then the others. That the code is unsafe
     * is said by its lines, and that it can be replaced by its replacement: such evidence is for want of better only.
     */
    static List<Evidence> best(ModuleCensus module) {
        List<Evidence> first = new ArrayList<>();
        List<Evidence> then = new ArrayList<>();
        List<Evidence> last = new ArrayList<>();
        Set<Criterion> told = EnumSet.noneOf(Criterion.class);
        for (Evidence evidence : module.evidence()) {
            if (OFFERS.contains(evidence.criterion())) {
                continue;
            }
            if (evidence.criterion() == Criterion.R4 || evidence.criterion() == Criterion.O2) {
                last.add(evidence);
            } else {
                (told.add(evidence.criterion()) ? first : then).add(evidence);
            }
        }
        first.addAll(then);
        if (!first.isEmpty() || last.isEmpty()) {
            return first;
        }
        last.sort(Comparator.comparing((Evidence evidence) -> evidence.criterion() == Criterion.R4));
        return last.subList(0, 1);
    }

    /** The same where there is room for little: without what says again of a place, or in other words, what was said before. */
    static List<Evidence> brief(ModuleCensus module) {
        List<Evidence> told = new ArrayList<>();
        for (Evidence item : best(module)) {
            if (told.stream().noneMatch(before -> echoes(item, before))) {
                told.add(item);
            }
        }
        return told;
    }

    /** Whether both are found in one line, or the rule of one is the weaker of the other's: the words beside the calls. */
    private static boolean echoes(Evidence item, Evidence before) {
        boolean place =
                item.line() > 0 && item.line() == before.line() && item.path().equals(before.path());
        return place
                || item.rule().startsWith(before.rule() + "-")
                || before.rule().startsWith(item.rule() + "-");
    }

    /** What Prossimo's criteria of risk say of a module, joined by commas; in one word each where there is no room. */
    static String criteria(ModuleCensus module, boolean brief) {
        List<String> words = new ArrayList<>();
        if (ModuleSummary.holds(module, Criterion.R2)) {
            words.add(brief ? "boundary" : "network boundary");
        }
        if (ModuleSummary.holds(module, Criterion.R3)) {
            words.add(brief ? "critical" : "critical function");
        }
        return String.join(", ", words);
    }

    /** What takes the place of what, and how: {@code rustls-ffi (Rust) for the OpenSSL libssl it uses, through its C API}. */
    static String replacement(Advice advice) {
        Replacement replacement = advice.replacement();
        String component = replacement.component();
        String what = switch (advice.fit()) {
            case IS -> component;
            case USES -> "the " + component + " it uses";
            case TWIN -> "its " + component;
        };
        return replacement.project() + " (" + replacement.language() + ") for " + what + ", " + way(replacement);
    }

    /** How a replacement takes its place. */
    static String way(Replacement replacement) {
        boolean partly = replacement.cApi().equals("partial");
        return switch (replacement.swapLevel()) {
            case "abi" -> partly ? "drop-in for a part of its ABI" : "drop-in for its ABI";
            case "c-api" -> partly ? "through a C API in part" : "through its C API";
            default -> other(replacement.swapLevel()) + api(replacement.cApi());
        };
    }

    private static String other(String swapLevel) {
        return switch (swapLevel) {
            case "build-option" -> "by a build option";
            case "module" -> "as a module";
            case "process" -> "as a process of its own";
            case "language-only" -> "from its own language";
            default -> swapLevel;
        };
    }

    private static String api(String cApi) {
        return switch (cApi) {
            case "yes" -> ", with a C API";
            case "partial" -> ", with a C API in part";
            default -> ", no C API";
        };
    }
}
