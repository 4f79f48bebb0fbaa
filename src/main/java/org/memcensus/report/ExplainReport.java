package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.memcensus.model.Advice;
import org.memcensus.model.Classification;
import org.memcensus.model.Contact;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.EmbeddedCode;
import org.memcensus.model.Evidence;
import org.memcensus.model.Explanation;
import org.memcensus.model.FirstStep;
import org.memcensus.model.LineCounts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.Ties;
import org.memcensus.report.Screen.Style;

/** Says why files have what they have: the answer of {@code explain}, for people. */
public final class ExplainReport {
    private static final int LABEL = 12;
    private static final int EVIDENCE = 8;

    /**
     * Writes one paragraph a file and flushes.
     *
     * @throws IOException if {@code out} fails
     */
    public void write(List<Explanation> explanations, RunInfo run, Writer out) throws IOException {
        Screen screen = new Screen(run);
        for (int i = 0; i < explanations.size(); i++) {
            if (i > 0) {
                screen.space();
            }
            file(explanations.get(i), run, screen);
        }
        out.write(screen.text());
        out.flush();
    }

    private static void file(Explanation file, RunInfo run, Screen screen) {
        screen.wrap(Style.BOLD, 0, file.path());
        Classification classification = file.classification();
        ModuleCensus whole = file.module();
        if (classification == null && whole != null) {
            field("module", whole.module().name(), file.grouping(), screen);
            field("role", whole.module().role().label(), "", screen);
            String lines = Numbers.grouped(whole.module().code()) + " code, "
                    + Numbers.grouped(whole.module().unsafeCode()) + " unsafe, in "
                    + Numbers.count(whole.module().files().size(), "file");
            field("lines", lines, "", screen);
            module(whole, run, screen);
            WorkingText.write(whole, screen);
            return;
        }
        if (classification == null) {
            field("not counted", file.status(), "", screen);
            return;
        }
        field("language", classification.language().name(), classification.reason(), screen);
        field("class", classification.safety().label(), ruling(classification), screen);
        RoleDecision role = file.role();
        if (role != null) {
            field("role", role.role().label(), role.reason(), screen);
        }
        LineCounts counts = file.counts();
        String lines = Numbers.grouped(counts.code()) + " code, " + Numbers.grouped(counts.comments()) + " comment, "
                + Numbers.grouped(counts.blanks()) + " blank";
        field("lines", lines, "", screen);
        ModuleCensus module = file.module();
        if (module != null) {
            embedded(file.path(), module, screen);
            field("module", module.module().id(), file.grouping(), screen);
            module(module, run, screen);
            here(file.evidence(), run, screen);
        }
    }

    private static void embedded(String path, ModuleCensus module, Screen screen) {
        for (CountedFile counted : module.module().files()) {
            if (counted.path().equals(path)) {
                for (EmbeddedCode part : counted.embedded()) {
                    String code = Numbers.grouped(part.counts().code()) + " code";
                    field("embedded", part.language().name(), part.safety().label() + ", " + code, screen);
                }
            }
        }
    }

    private static String ruling(Classification classification) {
        if (classification.reason().startsWith(".gitattributes -")) {
            return "not to be counted as code; " + classification.language().name() + " itself is "
                    + classification.language().safety().label();
        }
        if (classification.safety() != classification.language().safety()) {
            return "by its content; " + classification.language().name() + " itself is "
                    + classification.language().safety().label();
        }
        String reason = classification.language().reason();
        String source = "source " + classification.language().source();
        return reason.isEmpty() ? source : reason + "; " + source;
    }

    private static void field(String label, String value, String why, Screen screen) {
        screen.put("  ").put(Style.FAINT, Cells.left(label, LABEL));
        int start = LABEL + 2;
        if (why.isEmpty()) {
            screen.wrap(Style.NORMAL, start, value);
            return;
        }
        screen.put(value);
        if (Cells.width(Plain.of(why)) + 3 > screen.room()) {
            screen.end();
            screen.wrap(Style.FAINT, start, why);
        } else {
            screen.put(Style.FAINT, " (" + why + ")").end();
        }
    }

    private static void module(ModuleCensus module, RunInfo run, Screen screen) {
        Ties ties = module.module().ties();
        if (ties.users() > 0) {
            String width = Numbers.count(ties.usedHeaders(), "header") + " and "
                    + Numbers.count(ties.usedFunctions(), "function") + " of it used by "
                    + Numbers.count(ties.users(), "other module");
            field("interface", width, "", screen);
        }
        if (!module.escapeHatches().isEmpty()) {
            field("hatches", String.join(", ", StepWording.hatches(module.escapeHatches(), run)), "", screen);
        }
        if (module.rank() == 0) {
            String why = module.module().unsafeCode() == 0 ? "it holds no unsafe code" : "its role does not ship";
            field("rank", "none", why, screen);
            return;
        }
        String numbers = "priority " + Numbers.tenth(module.score().priority()) + ", made of role points "
                + Numbers.tenth(module.score().role()) + " and risk "
                + Numbers.tenth(module.score().risk());
        field("rank", Integer.toString(module.rank()), numbers, screen);
        for (Map.Entry<Criterion, Double> criterion : module.score().criteria().entrySet()) {
            criterion(module, criterion.getKey(), criterion.getValue(), run, screen);
        }
        ModuleHistory history = module.history();
        if (history != null) {
            field("history", HistoryText.changes(history.changes()), HistoryText.without(history), screen);
        }
        for (Advice advice : module.advice()) {
            String value = Wording.replacement(advice);
            field("replacement", value, advice.reason() + ", " + Wording.place(advice.path(), advice.line()), screen);
            screen.to(LABEL + 2).put(Style.CYAN, advice.replacement().url()).end();
        }
        FirstStep step = module.opportunity().step();
        if (step != null) {
            field("first step", String.join(" ", StepWording.lines(step)), "", screen);
        }
        List<Contact> contacts = module.opportunity().contacts();
        if (!contacts.isEmpty()) {
            field("contacts", StepWording.ask(contacts), "", screen);
        }
    }

    private static void criterion(ModuleCensus module, Criterion criterion, double points, RunInfo run, Screen screen) {
        field(criterion.name(), points(points) + "  " + criterion.text(), "", screen);
        List<Evidence> evidence = module.evidence().stream()
                .filter(item -> item.criterion() == criterion)
                .toList();
        int shown = run.verbose() ? evidence.size() : Math.min(EVIDENCE, evidence.size());
        for (Evidence item : evidence.subList(0, shown)) {
            evidence(item, run, screen);
        }
        if (shown < evidence.size()) {
            screen.to(LABEL + 4).put(Style.FAINT, "and " + (evidence.size() - shown) + " more (-v lists all)");
            screen.end();
        }
    }

    private static void here(List<Evidence> evidence, RunInfo run, Screen screen) {
        if (evidence.isEmpty()) {
            return;
        }
        field("here", Numbers.count(evidence.size(), "place") + " in this file", "", screen);
        for (Evidence item : evidence) {
            evidence(item, run, screen);
        }
    }

    /** On one line if it fits, else with its place on a second one. */
    private static void evidence(Evidence item, RunInfo run, Screen screen) {
        screen.to(LABEL + 4).put(points(item.points())).put("  ");
        int start = screen.width() - screen.room();
        String says = Plain.of(Wording.says(item, run)) + " ";
        String place = Plain.of(Wording.place(item.path(), item.line()));
        String tail = Plain.of(count(item) + "  " + item.rule());
        screen.put(says);
        if (Cells.width(place + tail) > screen.room()) {
            screen.end();
            screen.to(start);
        }
        int room = Math.max(8, screen.room() - Cells.width(tail));
        screen.put(Style.CYAN, Cells.tail(place, room, screen.glyphs().dots()));
        screen.put(Style.FAINT, tail).end();
    }

    /** How often it was found. What speaks for R4 is the amount of code itself, in lines. */
    private static String count(Evidence item) {
        if (item.criterion() == Criterion.R4) {
            return "  " + Numbers.count(item.count(), "line");
        }
        return item.count() > 1 ? "  " + Numbers.grouped(item.count()) + " times" : "";
    }

    private static String points(double points) {
        return Cells.right("+" + Numbers.tenth(points), 5);
    }
}
