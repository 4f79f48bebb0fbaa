package org.memcensus.scan;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Census;
import org.memcensus.model.Evidence;
import org.memcensus.model.Explanation;
import org.memcensus.model.LineCounts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.UsageException;
import org.memcensus.modules.FoundModules;
import org.memcensus.modules.Grouped;
import org.memcensus.modules.Grouping;

/**
 * A census, with what is needed to explain it.
 *
 * @param census the census
 * @param outcomes the outcome of every entry, by path
 * @param grouped the modules with the reason of each, and every target that the builds declare; with ties if they were
 *     weighed
 * @param found the same before the configuration named some; gives the ties of those that were not weighed
 */
record Scanned(Census census, Map<String, Outcome> outcomes, Grouped grouped, FoundModules found) {
    Explanation explain(String path) throws UsageException {
        Outcome outcome = outcomes.get(path);
        if (outcome == null) {
            return explainModule(path);
        }
        if (outcome instanceof Outcome.LeftOut leftOut) {
            String detail = leftOut.detail().isEmpty() ? "" : ": " + leftOut.detail();
            return new Explanation(
                    path,
                    leftOut.why().text() + detail,
                    leftOut.why() == Outcome.Why.UNREADABLE,
                    null,
                    null,
                    LineCounts.NONE,
                    null,
                    "",
                    List.of());
        }
        return explain((Outcome.Counted) outcome);
    }

    /** Explains a module by its id or its name; where several have the name, the first in rank. */
    private Explanation explainModule(String wanted) throws UsageException {
        ModuleCensus module = find(wanted, item -> item.module().id());
        if (module == null) {
            module = find(wanted, item -> item.module().name());
        }
        if (module == null) {
            boolean folder = outcomes.keySet().stream().anyMatch(other -> other.startsWith(wanted + "/"));
            throw new UsageException(
                    folder
                            ? wanted + ": a folder, and no module; name files in it, or a module of the report"
                            : wanted
                                    + ": not among the scanned files and modules; name a tracked file, from the scanned"
                                    + " root, or a module of the report");
        }
        return new Explanation(
                module.module().id(),
                "",
                false,
                null,
                null,
                LineCounts.NONE,
                module,
                grouping(module).reason(),
                List.of());
    }

    private @Nullable ModuleCensus find(String wanted, Function<ModuleCensus, String> name) {
        return census.modules().stream()
                .filter(item -> name.apply(item).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private Grouping grouping(ModuleCensus module) {
        return grouped.modules().stream()
                .filter(group -> group.module().id().equals(module.module().id()))
                .findFirst()
                .orElseThrow();
    }

    private Explanation explain(Outcome.Counted counted) {
        String path = counted.file().path();
        ModuleCensus module = census.modules().stream()
                .filter(item -> item.module().files().stream()
                        .anyMatch(file -> file.path().equals(path)))
                .findFirst()
                .orElseThrow();
        List<Evidence> evidence = module.evidence().stream()
                .filter(item -> item.path().equals(path))
                .toList();
        return new Explanation(
                path,
                "",
                false,
                counted.classification(),
                counted.role(),
                counted.file().counts(),
                module,
                grouping(module).reason(path),
                evidence);
    }
}
