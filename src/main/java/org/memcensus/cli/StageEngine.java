package org.memcensus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Explanation;
import org.memcensus.model.Language;
import org.memcensus.model.Policy;
import org.memcensus.model.Replacement;
import org.memcensus.model.Rule;
import org.memcensus.model.SourceException;
import org.memcensus.model.UsageException;
import org.memcensus.scan.Scan;
import org.memcensus.scan.ScanOptions;
import org.memcensus.scan.ScanProgress;

/** The real stages and tables. */
final class StageEngine implements Engine {
    @Override
    public Census scan(ScanOptions options, ScanProgress progress) throws SourceException, UsageException {
        return new Scan(options, progress).run();
    }

    @Override
    public List<Explanation> explain(ScanOptions options, ScanProgress progress, List<String> paths)
            throws SourceException, UsageException {
        return new Scan(options, progress).explain(paths);
    }

    @Override
    public List<ReportFormat> formats() {
        return List.of(
                new ReportFormat("text", "txt", "one screen for people"),
                new ReportFormat("json", "json", "everything, for programs"),
                new ReportFormat("markdown", "md", "for an issue or a pull request"));
    }

    @Override
    public void write(ReportFormat format, Census census, Look look, OutputStream out) throws IOException {
        var run = new org.memcensus.report.RunInfo(
                look.version(),
                look.color(),
                look.unicode(),
                look.columns(),
                0,
                look.byFile(),
                false,
                org.memcensus.report.RunInfo.phrases(rules()));
        var writer = new java.io.OutputStreamWriter(
                new java.io.BufferedOutputStream(out, 1 << 16), java.nio.charset.StandardCharsets.UTF_8);
        org.memcensus.report.Format.of(format.name()).orElseThrow().report().write(census, run, writer);
        writer.flush();
    }

    @Override
    public List<Language> languages() {
        return org.memcensus.tables.LanguageTable.read().languages();
    }

    @Override
    public List<Policy> policies() {
        return org.memcensus.tables.PolicyTable.policies();
    }

    @Override
    public List<Rule> rules() {
        return org.memcensus.tables.RuleTable.rules();
    }

    @Override
    public List<Replacement> replacements() {
        return org.memcensus.tables.ReplacementTable.replacements();
    }
}
