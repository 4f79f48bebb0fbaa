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
        throw new UnsupportedOperationException("the reports are not joined yet");
    }

    @Override
    public List<Language> languages() {
        throw new UnsupportedOperationException("the tables are not joined yet");
    }

    @Override
    public List<Policy> policies() {
        throw new UnsupportedOperationException("the tables are not joined yet");
    }

    @Override
    public List<Rule> rules() {
        throw new UnsupportedOperationException("the tables are not joined yet");
    }

    @Override
    public List<Replacement> replacements() {
        throw new UnsupportedOperationException("the tables are not joined yet");
    }
}
