package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.memcensus.model.Advice;
import org.memcensus.model.Annotation;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.Finding;
import org.memcensus.model.ModuleSum;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.AnnotationUse;
import org.memcensus.model.Verdict.NewHatch;

/** What all forms of a verdict say in the same words. */
final class GateWords {
    private static final int EVIDENCE = 3;

    private GateWords() {}

    /** The verdict in one sentence. */
    static String headline(Verdict verdict) {
        int modules = verdict.findings().size();
        return switch (verdict.outcome()) {
            case PASS -> "no new unsafe module against " + verdict.base();
            case FAIL -> {
                List<String> parts = new ArrayList<>();
                if (modules > 0) {
                    parts.add(Numbers.count(modules, "module") + (modules == 1 ? " brings" : " bring")
                            + " new unsafe code");
                }
                if (!verdict.broken().isEmpty()) {
                    parts.add(Numbers.count(verdict.broken().size(), "limit")
                            + (verdict.broken().size() == 1 ? " is broken" : " are broken"));
                }
                yield String.join(", ", parts) + " against " + verdict.base();
            }
            case UNDECIDED ->
                "what could not be read may hide a new unsafe module: "
                        + Numbers.count(verdict.unread().size(), "entry");
        };
    }

    /** Unsafe lines before and now. */
    static String change(Verdict verdict) {
        long growth = verdict.unsafeNow() - verdict.unsafeBefore();
        return Numbers.count(verdict.unsafeNow(), "line") + " of unsafe code "
                + (verdict.unsafeNow() == 1 ? "is" : "are") + " judged, "
                + (growth >= 0 ? "+" : "-") + Numbers.grouped(Math.abs(growth)) + "; unsafe share "
                + Numbers.percent(verdict.shareNow()) + ", before " + Numbers.percent(verdict.shareBefore());
    }

    /** A finding in one sentence without its evidence. */
    static String finding(Finding finding) {
        return finding.kind().text() + " " + finding.name() + ": "
                + Numbers.count(finding.lines(), "line") + " of " + languages(finding)
                + (finding.files().size() == 1
                        ? " in "
                        : " in " + Numbers.count(finding.files().size(), "file") + ", ")
                + finding.files().get(0)
                + (finding.detail().isEmpty() ? "" : " (" + finding.detail() + ")");
    }

    /** The unsafe languages of a finding's new files, most lines first. */
    static String languages(Finding finding) {
        return languageLines(finding).stream().map(ModuleSum.LanguageCode::name).collect(Collectors.joining(", "));
    }

    /** Lines of each unsafe language in a finding's new files, most first. */
    static List<ModuleSum.LanguageCode> languageLines(Finding finding) {
        return ModuleSum.of(finding.module().module().files().stream()
                        .filter(file -> file.unsafeCode() > 0 && finding.files().contains(file.path()))
                        .toList())
                .languages();
    }

    /** What speaks for a module being critical, best first. */
    static List<Evidence> evidence(Finding finding) {
        List<Evidence> told = finding.module().evidence().stream()
                .filter(item -> item.criterion() == Criterion.R2 || item.criterion() == Criterion.R3)
                .toList();
        return told.subList(0, Math.min(EVIDENCE, told.size()));
    }

    /** One piece of evidence with its place. */
    static String evidence(Evidence evidence, RunInfo run) {
        return Wording.says(evidence, run) + " " + Wording.place(evidence.path(), evidence.line());
    }

    /** The memory-safe way out. */
    static String wayOut(Finding finding) {
        List<Advice> advice = finding.module().advice();
        return advice.isEmpty()
                ? "write it in a memory-safe language"
                : Wording.replacement(advice.get(0)) + ", "
                        + advice.get(0).replacement().url();
    }

    /** The lines of {@code .memcensus.yml} that would let it pass. */
    static List<String> annotation(String module) {
        return List.of(
                "annotations:",
                "  - module: " + yaml(module),
                "    reason: accepted-risk  # or interim, replacement-planned, not-shipped, false-positive",
                "    comment: why it must be",
                "    until: YYYY-MM-DD");
    }

    private static String yaml(String text) {
        return "\"" + Plain.of(text.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
    }

    /** What became of an annotation. */
    static String use(AnnotationUse use) {
        Annotation annotation = use.annotation();
        String until = annotation.until() == null ? "no end" : "until " + annotation.until();
        String comment = annotation.comment().isEmpty() ? "" : ", " + annotation.comment();
        String state = switch (use.state()) {
            case USED -> "lets pass";
            case UNUSED -> "unused";
            case EXPIRED -> "expired";
        };
        return state + " " + annotation.module() + ": " + annotation.reason().label() + comment + " (" + until + ", "
                + annotation.place() + ")" + (use.isNew() ? "; this change itself adds it" : "");
    }

    /** A new kind of escape hatch. */
    static String hatch(NewHatch hatch) {
        return "first " + hatch.hatch().kind() + " in " + hatch.module() + " "
                + Wording.place(hatch.hatch().path(), hatch.hatch().line());
    }

    /** A path from the root of the repository, where a folder of it was scanned. */
    static String fromRoot(Verdict verdict, String path) {
        String folder = verdict.head().folder();
        return folder.isEmpty() ? path : path.isEmpty() ? folder : folder + "/" + path;
    }
}
