package org.memcensus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.memcensus.model.Census;
import org.memcensus.model.Coverage;
import org.memcensus.model.Explanation;
import org.memcensus.model.Language;
import org.memcensus.model.LineCounts;
import org.memcensus.model.Policy;
import org.memcensus.model.Replacement;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Rule;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceKind;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ScanOptions;
import org.memcensus.scan.ScanProgress;

/** An engine that finds what a test says, and remembers what it was asked. */
class FakeEngine implements Engine {
    final List<ScanOptions> asked = new ArrayList<>();
    final List<String> explained = new ArrayList<>();
    Coverage coverage = new Coverage(3, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    @Override
    public Census scan(ScanOptions options, ScanProgress progress) throws SourceException, UsageException {
        asked.add(options);
        return new Census(
                new RepositoryInfo("fake", null, null, null, SourceKind.FOLDER, ""),
                "default",
                "1",
                List.of(),
                coverage);
    }

    @Override
    public List<Explanation> explain(ScanOptions options, ScanProgress progress, List<String> paths)
            throws SourceException, UsageException {
        asked.add(options);
        explained.addAll(paths);
        return paths.stream()
                .map(path -> new Explanation(path, "binary", null, null, LineCounts.NONE, null, "", List.of()))
                .toList();
    }

    @Override
    public List<ReportFormat> formats() {
        return List.of(new ReportFormat("text", "txt", "for people"), new ReportFormat("json", "json", "for programs"));
    }

    @Override
    public void write(ReportFormat format, Census census, Look look, OutputStream out) throws IOException {
        out.write((format.name() + " color=" + look.color() + " unicode=" + look.unicode() + "\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Language> languages() {
        return List.of();
    }

    @Override
    public List<Policy> policies() {
        return List.of(new Policy("default", "1", Map.of(), false, Map.of(), Map.of(), 0.5, 0.01));
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    @Override
    public List<Replacement> replacements() {
        return List.of();
    }
}
