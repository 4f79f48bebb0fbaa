package org.memcensus.scan;

import java.util.List;
import java.util.Map;
import org.memcensus.model.Census;
import org.memcensus.model.Evidence;
import org.memcensus.model.Explanation;
import org.memcensus.model.LineCounts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.UsageException;
import org.memcensus.modules.Grouping;

/**
 * A census, with what is needed to explain it.
 *
 * @param census the census
 * @param outcomes the outcome of every entry, by path
 * @param groups the modules with the reason of each
 */
record Scanned(Census census, Map<String, Outcome> outcomes, List<Grouping> groups) {
    Explanation explain(String path) throws UsageException {
        Outcome outcome = outcomes.get(path);
        if (outcome == null) {
            boolean folder = outcomes.keySet().stream().anyMatch(other -> other.startsWith(path + "/"));
            throw new UsageException(
                    folder
                            ? path + ": a folder; name files in it"
                            : path + ": not among the scanned files; name a tracked file, from the scanned root");
        }
        if (outcome instanceof Outcome.LeftOut leftOut) {
            String detail = leftOut.detail().isEmpty() ? "" : ": " + leftOut.detail();
            return new Explanation(
                    path, leftOut.why().text() + detail, null, null, LineCounts.NONE, null, "", List.of());
        }
        return explain((Outcome.Counted) outcome);
    }

    private Explanation explain(Outcome.Counted counted) {
        String path = counted.file().path();
        ModuleCensus module = census.modules().stream()
                .filter(item -> item.module().files().stream()
                        .anyMatch(file -> file.path().equals(path)))
                .findFirst()
                .orElseThrow();
        String grouping = groups.stream()
                .filter(group -> group.module().id().equals(module.module().id()))
                .map(group -> group.reason(path))
                .findFirst()
                .orElseThrow();
        List<Evidence> evidence = module.evidence().stream()
                .filter(item -> item.path().equals(path))
                .toList();
        return new Explanation(
                path,
                "",
                counted.classification(),
                counted.role(),
                counted.file().counts(),
                module,
                grouping,
                evidence);
    }
}
