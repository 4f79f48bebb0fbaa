package org.memcensus.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.memcensus.model.Advice;
import org.memcensus.model.Census;
import org.memcensus.model.Contact;
import org.memcensus.model.Evidence;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;
import org.memcensus.report.Screen.Style;

/** The second answer on the screen: what to replace first, why, and with what. */
final class RankingText {
    /** Modules on the screen. */
    static final int TOP = 10;

    /** So many of them are told why and with what, even on a low screen. */
    private static final int LEAST = 3;

    /** Unsafe lines below which a module gives way to larger ones on the screen. */
    static final long TINY = 200;

    private static final int INDENT = 5;

    /** Columns that the numbers behind a name take. */
    private static final int NUMBERS = 36;

    /** Columns that both criteria take with the space before them, in full and in brief. */
    private static final int FULL_CRITERIA = 37;

    private static final int BRIEF_CRITERIA = 20;
    private static final int VERBOSE_EVIDENCE = 5;

    private RankingText() {}

    /** Writes the list; where {@code rows} lines do not hold it, the last modules have one line each. */
    static void write(Census census, RunInfo run, int rows, Screen screen) {
        List<ModuleCensus> ranked = census.ranked();
        if (ranked.isEmpty()) {
            return;
        }
        List<ModuleCensus> chosen = run.verbose() ? ranked : choose(ranked, TOP);
        screen.space();
        screen.title("What to replace first");
        int nameWidth = nameWidth(chosen, screen.width());
        head(nameWidth, screen);
        // Not for modules: an empty line, the title, the names of the columns, what is folded, and the prompt after it
        // all.
        int room = rows == Integer.MAX_VALUE || run.verbose() ? Integer.MAX_VALUE : rows - 5 - chosen.size();
        boolean brief = false;
        for (int i = 0; i < chosen.size(); i++) {
            entry(chosen.get(i), nameWidth, screen);
            Screen why = new Screen(run);
            why(chosen.get(i), run, why);
            room -= why.height();
            brief |= room < 0 && i >= LEAST;
            if (!brief) {
                screen.add(why);
            }
        }
        folded(ranked, chosen, screen);
    }

    /** The first ranked modules; tiny ones only where there are not enough others. In order of rank. */
    static List<ModuleCensus> choose(List<ModuleCensus> ranked, int top) {
        Stream<ModuleCensus> large =
                ranked.stream().filter(module -> module.module().unsafeCode() >= TINY);
        Stream<ModuleCensus> tiny =
                ranked.stream().filter(module -> module.module().unsafeCode() < TINY);
        return Stream.concat(large, tiny)
                .limit(top)
                .sorted(Comparator.comparingInt(ModuleCensus::rank))
                .toList();
    }

    private static int nameWidth(List<ModuleCensus> modules, int width) {
        int longest = modules.stream()
                .mapToInt(module -> Cells.width(Plain.of(module.module().name())))
                .max()
                .orElse(0);
        int beside = INDENT + NUMBERS + (width >= RunInfo.DEFAULT_WIDTH ? BRIEF_CRITERIA : 0);
        return Math.max(12, Math.min(longest, width - beside));
    }

    private static void head(int nameWidth, Screen screen) {
        screen.put(Style.FAINT, "  #  " + Cells.left("module", nameWidth) + "  priority  role  risk  unsafe lines");
        screen.end();
    }

    private static void entry(ModuleCensus module, int nameWidth, Screen screen) {
        String name = Cells.tail(
                Plain.of(module.module().name()), nameWidth, screen.glyphs().dots());
        double priority = module.score().priority();
        screen.put(Style.FAINT, Cells.right(Integer.toString(module.rank()), 3)).put("  ");
        screen.put(Style.BOLD, Cells.left(name, nameWidth));
        screen.put(loud(priority), Cells.right(Numbers.tenth(priority), 10));
        screen.put(Cells.right(Numbers.whole(module.score().role()), 6));
        screen.put(Cells.right(Numbers.whole(module.score().risk()), 6));
        screen.put(Cells.right(Numbers.grouped(module.module().unsafeCode()), 14));
        if (screen.room() >= BRIEF_CRITERIA) {
            screen.put(Style.YELLOW, "  " + Wording.criteria(module, screen.room() < FULL_CRITERIA));
        }
        screen.end();
    }

    /** Why it has its place, and with what it can be replaced. */
    private static void why(ModuleCensus module, RunInfo run, Screen screen) {
        evidence(module, run, screen);
        List<Advice> advice = run.verbose()
                ? module.advice()
                : module.advice().stream().limit(1).toList();
        for (Advice item : advice) {
            screen.to(INDENT).put(Style.GREEN, screen.glyphs().arrow() + " ");
            screen.wrap(Style.GREEN, INDENT + 2, Wording.replacement(item));
        }
        FirstStep step = module.opportunity().step();
        if (step != null && advice.isEmpty()) {
            screen.to(INDENT).put(Style.GREEN, screen.glyphs().arrow() + " ");
            screen.wrap(
                    Style.GREEN, INDENT + 2, StepWording.begin(module, step, run.verbose() ? Integer.MAX_VALUE : 2));
        }
        List<Contact> contacts = module.opportunity().contacts();
        if (!contacts.isEmpty()) {
            screen.to(INDENT);
            screen.wrap(Style.NORMAL, INDENT + 2, StepWording.ask(contacts));
        }
        if (step != null && run.verbose()) {
            boolean told = advice.isEmpty() && step.places().isEmpty();
            StepWording.lines(step).stream().skip(told ? 1 : 0).forEach(line -> {
                screen.to(INDENT + 2);
                screen.wrap(Style.FAINT, INDENT + 2, line);
            });
        }
    }

    private static Style loud(double priority) {
        return priority >= 70 ? Style.RED_BOLD : priority >= 40 ? Style.YELLOW : Style.NORMAL;
    }

    /** One line of the best evidence, as much as fits; when verbose, a line each. */
    private static void evidence(ModuleCensus module, RunInfo run, Screen screen) {
        if (run.verbose()) {
            List<Evidence> best = Wording.best(module);
            for (Evidence item : best.subList(0, Math.min(VERBOSE_EVIDENCE, best.size()))) {
                screen.to(INDENT);
                says(item, run, screen);
                screen.put(Style.FAINT, "  " + item.criterion() + " +" + Numbers.tenth(item.points()));
                screen.end();
            }
            return;
        }
        String between = " " + screen.glyphs().dot() + " ";
        boolean first = true;
        for (Evidence item : Wording.brief(module)) {
            int length = length(item, run);
            if (!first && length + between.length() > screen.room()) {
                continue;
            }
            screen.put(first ? " ".repeat(INDENT) : between);
            says(item, run, screen);
            first = false;
        }
        if (!first) {
            screen.end();
        }
    }

    private static int length(Evidence item, RunInfo run) {
        return Cells.width(Plain.of(Wording.says(item, run) + " " + Wording.place(item.path(), item.line())));
    }

    private static void says(Evidence item, RunInfo run, Screen screen) {
        String place = Plain.of(Wording.place(item.path(), item.line()));
        screen.put(Wording.says(item, run) + " ");
        screen.put(
                Style.CYAN,
                Cells.tail(place, Math.max(8, screen.room()), screen.glyphs().dots()));
    }

    private static void folded(List<ModuleCensus> ranked, List<ModuleCensus> shown, Screen screen) {
        if (shown.size() < ranked.size()) {
            screen.to(INDENT).put(Style.FAINT, "and " + rest(ranked, shown) + " (-v lists all)");
            screen.end();
        }
    }

    /** The ranked modules that are not shown, in words: {@code 36 more modules, 34 under 200 unsafe lines}. */
    static String rest(List<ModuleCensus> ranked, List<ModuleCensus> shown) {
        Set<ModuleCensus> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.addAll(shown);
        List<ModuleCensus> rest =
                ranked.stream().filter(module -> !seen.contains(module)).toList();
        long tiny = rest.stream()
                .filter(module -> module.module().unsafeCode() < TINY)
                .count();
        String small = " under " + TINY + " unsafe lines";
        return Numbers.count(rest.size(), "more module")
                + (tiny == 0 ? "" : tiny == rest.size() ? small : ", " + Numbers.grouped(tiny) + small);
    }
}
