package org.memcensus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.memcensus.model.Census;
import org.memcensus.model.Coverage;
import org.memcensus.model.Explanation;
import org.memcensus.model.LineCounts;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceException;
import org.memcensus.model.SourceKind;
import org.memcensus.model.Timeline;
import org.memcensus.model.TimelineChoice;
import org.memcensus.model.UsageException;
import org.memcensus.scan.GateScan;
import org.memcensus.scan.ScanOptions;
import org.memcensus.scan.ScanProgress;

/** An engine that finds what a test says, and remembers what it was asked. */
class FakeEngine implements Engine {
    final List<ScanOptions> asked = new ArrayList<>();
    final List<String> explained = new ArrayList<>();
    final List<String> compared = new ArrayList<>();
    final List<TimelineChoice> chosen = new ArrayList<>();
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
    public Census compare(ScanOptions options, ScanProgress progress, String revision)
            throws SourceException, UsageException {
        compared.add(revision);
        return scan(options, progress);
    }

    /** What a gate does is not faked: it looks for the repository that it is given. */
    @Override
    public GateScan gate(ScanOptions options, ScanProgress progress) {
        asked.add(options);
        return new GateScan(options, progress);
    }

    @Override
    public Timeline history(ScanOptions options, ScanProgress progress, TimelineChoice choice)
            throws SourceException, UsageException {
        asked.add(options);
        chosen.add(choice);
        return new Timeline(
                new RepositoryInfo("fake", null, null, null, SourceKind.OBJECTS, ""),
                "default",
                "1",
                List.of(new Timeline.Point("c0ffee", 0, Map.of(), null, List.of(), coverage)));
    }

    @Override
    public List<Explanation> explain(ScanOptions options, ScanProgress progress, List<String> paths)
            throws SourceException, UsageException {
        asked.add(options);
        explained.addAll(paths);
        return paths.stream()
                .map(path -> new Explanation(
                        path, "binary", path.startsWith("shut/"), null, null, LineCounts.NONE, null, "", List.of()))
                .toList();
    }
}
