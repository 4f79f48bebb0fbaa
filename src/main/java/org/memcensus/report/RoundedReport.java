package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Census;
import org.memcensus.model.CensusHistory;
import org.memcensus.model.Comparison;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.Score;

/**
 * A report of the numbers as JSON has them. All formats round from there, so that a report that is made of stored JSON says what
 * the scan would have said; and a number that stands in two formats is the same number.
 *
 * @param format writes it
 */
record RoundedReport(Report format) implements Report {
    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        format.write(rounded(census), run, out);
    }

    static Census rounded(Census census) {
        return new Census(
                census.repository(),
                census.policyName(),
                census.policyVersion(),
                census.modules().stream().map(RoundedReport::module).toList(),
                census.coverage(),
                census.foundations(),
                history(census.history()),
                comparison(census.comparison()),
                census.stated());
    }

    private static ModuleCensus module(ModuleCensus census) {
        List<Evidence> evidence = new ArrayList<>();
        for (Evidence item : census.evidence()) {
            evidence.add(new Evidence(
                    item.rule(), item.criterion(), points(item.points()), item.path(), item.line(), item.count()));
        }
        return new ModuleCensus(
                census.module(),
                census.rank(),
                score(census.score()),
                evidence,
                census.answers(),
                census.advice(),
                census.opportunity(),
                history(census.history()));
    }

    private static Score score(Score score) {
        Map<Criterion, Double> criteria = new EnumMap<>(Criterion.class);
        score.criteria().forEach((criterion, points) -> criteria.put(criterion, points(points)));
        return new Score(score(score.priority()), score(score.role()), score(score.risk()), criteria, score.working());
    }

    private static @Nullable ModuleHistory history(@Nullable ModuleHistory history) {
        return history == null
                ? null
                : new ModuleHistory(
                        history.changes(), history.rank(), score(history.priority()), score(history.risk()));
    }

    private static @Nullable CensusHistory history(@Nullable CensusHistory history) {
        return history == null
                ? null
                : new CensusHistory(history.span(), share(history.asked()), share(history.weight()));
    }

    private static @Nullable Comparison comparison(@Nullable Comparison comparison) {
        return comparison == null
                ? null
                : new Comparison(
                        comparison.revision(),
                        comparison.commit(),
                        comparison.shifts().stream()
                                .map(shift -> new Comparison.Shift(
                                        shift.id(),
                                        shift.name(),
                                        shift.rankBefore(),
                                        shift.rank(),
                                        score(shift.priorityBefore()),
                                        score(shift.priority())))
                                .toList());
    }

    private static double score(double score) {
        return JsonFields.rounded(score, JsonFields.SCORE_DECIMALS);
    }

    private static double points(double points) {
        return JsonFields.rounded(points, JsonFields.POINT_DECIMALS);
    }

    private static double share(double share) {
        return JsonFields.rounded(share, JsonFields.SHARE_DECIMALS);
    }
}
