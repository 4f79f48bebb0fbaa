package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.Advice;
import org.memcensus.model.Answer;
import org.memcensus.model.Census;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Criterion;
import org.memcensus.model.ModuleCensus;

/** The report for spreadsheets: a row for each module, in the order of the census; or for each file, where that is asked. */
final class CsvReport implements Report {
    private static final List<String> MODULES = List.of(
            "rank",
            "module",
            "name",
            "kind",
            "path",
            "role",
            "files",
            "code",
            "unsafe_code",
            "unsafe_share",
            "priority",
            "role_points",
            "risk",
            "network_boundary",
            "critical_function",
            "replacement",
            "replacement_url");

    private static final List<String> FILES = List.of(
            "path",
            "language",
            "safety",
            "role",
            "module",
            "bytes",
            "lines",
            "code",
            "comments",
            "blanks",
            "unsafe_code");

    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        Csv csv = new Csv().row(run.byFile() ? FILES : MODULES);
        if (run.byFile()) {
            ListedFile.of(census).forEach(listed -> csv.row(file(listed)));
        } else {
            census.modules().forEach(module -> csv.row(module(module)));
        }
        out.write(csv.text());
        out.flush();
    }

    private static List<String> module(ModuleCensus census) {
        CodeModule module = census.module();
        List<Advice> advice = census.advice();
        List<String> cells = new ArrayList<>(List.of(
                census.rank() > 0 ? Integer.toString(census.rank()) : "",
                module.id(),
                module.name(),
                module.kind().label(),
                module.path(),
                module.role().label(),
                Long.toString(module.sum().files()),
                Long.toString(module.code()),
                Long.toString(module.unsafeCode()),
                share(module)));
        for (double number : new double[] {
            census.score().priority(), census.score().role(), census.score().risk()
        }) {
            cells.add(Numbers.rounded(number, JsonFields.SCORE_DECIMALS).toPlainString());
        }
        cells.add(answer(census, Criterion.R2));
        cells.add(answer(census, Criterion.R3));
        cells.add(advice.isEmpty() ? "" : advice.get(0).replacement().project());
        cells.add(advice.isEmpty() ? "" : advice.get(0).replacement().url());
        return cells;
    }

    private static String share(CodeModule module) {
        return module.code() == 0
                ? ""
                : Numbers.rounded((double) module.unsafeCode() / module.code(), JsonFields.SHARE_DECIMALS)
                        .toPlainString();
    }

    private static String answer(ModuleCensus census, Criterion criterion) {
        return switch (census.answers().getOrDefault(criterion, Answer.NOT_ASSESSED)) {
            case YES -> "yes";
            case NO -> "no";
            case NOT_ASSESSED -> "";
        };
    }

    private static List<String> file(ListedFile listed) {
        CountedFile file = listed.file();
        return List.of(
                file.path(),
                file.language().name(),
                file.safety().label(),
                file.role().label(),
                listed.module(),
                Long.toString(file.bytes()),
                Long.toString(file.counts().lines()),
                Long.toString(file.counts().code()),
                Long.toString(file.counts().comments()),
                Long.toString(file.counts().blanks()),
                Long.toString(file.unsafeCode()));
    }
}
