package org.memcensus.cli;

import java.util.Locale;
import java.util.Map;
import org.memcensus.model.Advice;
import org.memcensus.model.Classification;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.Explanation;
import org.memcensus.model.LineCounts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.RoleDecision;

/** The answer of {@code explain} for one file, as text: the chain from its bytes to its module's priority. */
final class ExplanationText {
    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    /** The text, one fact a line. */
    static String of(Explanation explanation) {
        ExplanationText writer = new ExplanationText();
        writer.file(explanation);
        ModuleCensus module = explanation.module();
        if (module != null) {
            writer.module(module, explanation);
        }
        return writer.text.toString();
    }

    private void file(Explanation explanation) {
        text.append(Plain.line(explanation.path())).append('\n');
        if (!explanation.status().isEmpty()) {
            line("not counted", explanation.status());
        }
        Classification classification = explanation.classification();
        if (classification != null) {
            line("language", classification.language().name() + ": " + classification.reason());
            String reason = classification.language().reason();
            line(
                    "safety",
                    classification.safety().label() + ": "
                            + classification.language().source() + (reason.isEmpty() ? "" : ", " + reason));
        }
        RoleDecision role = explanation.role();
        if (role != null) {
            line("role", role.role().label() + ": " + role.reason());
        }
        LineCounts counts = explanation.counts();
        if (explanation.status().isEmpty()) {
            line(
                    "lines",
                    String.format(
                            Locale.ROOT,
                            "%,d code, %,d comments, %,d blanks",
                            counts.code(),
                            counts.comments(),
                            counts.blanks()));
        }
    }

    private void module(ModuleCensus module, Explanation explanation) {
        line("module", module.module().id() + ": " + explanation.grouping());
        line(
                "priority",
                module.rank() == 0
                        ? "not ranked: it ships no unsafe code"
                        : String.format(
                                Locale.ROOT,
                                "%.0f, rank %d (role %.0f, risk %.0f)",
                                module.score().priority(),
                                module.rank(),
                                module.score().role(),
                                module.score().risk()));
        for (Map.Entry<Criterion, Double> points : module.score().criteria().entrySet()) {
            line(
                    "  " + points.getKey(),
                    String.format(
                            Locale.ROOT,
                            "%4.1f %s",
                            points.getValue(),
                            points.getKey().text()));
        }
        if (module.rank() != 0 && explanation.evidence().isEmpty()) {
            line("evidence", "none with its first place in this file");
        }
        for (Evidence evidence : explanation.evidence()) {
            line(
                    "evidence",
                    String.format(
                            Locale.ROOT,
                            "%s %.1f %s, line %d, %d in the module",
                            evidence.criterion(),
                            evidence.points(),
                            evidence.rule(),
                            evidence.line(),
                            evidence.count()));
        }
        for (Advice advice : module.advice()) {
            line(
                    "replace with",
                    advice.replacement().project() + " (" + advice.replacement().url() + "): " + advice.reason());
        }
    }

    private void line(String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-13s%s%n", name, Plain.line(value))
                .replace("\r\n", "\n"));
    }
}
