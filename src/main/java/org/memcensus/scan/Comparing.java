package org.memcensus.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.Census;
import org.memcensus.model.Comparison;
import org.memcensus.model.ModuleCensus;

/** Lays the rankings of two commits of one repository beside each other. */
final class Comparing {
    private Comparing() {}

    /**
     * How the ranking moved. A module is the same where its id is; one that was ranked at neither commit is left out.
     *
     * @param revision what the user called the earlier commit
     * @param before the earlier census
     * @param now the later one
     */
    static Comparison of(String revision, Census before, Census now) {
        Map<String, ModuleCensus> old = new HashMap<>();
        before.modules().stream()
                .filter(module -> module.rank() > 0)
                .forEach(module -> old.put(module.module().id(), module));
        List<Comparison.Shift> shifts = new ArrayList<>();
        for (ModuleCensus module : now.modules()) {
            if (module.rank() > 0) {
                ModuleCensus twin = old.remove(module.module().id());
                shifts.add(new Comparison.Shift(
                        module.module().id(),
                        module.module().name(),
                        twin == null ? 0 : twin.rank(),
                        module.rank(),
                        twin == null ? 0 : twin.score().priority(),
                        module.score().priority()));
            }
        }
        before.modules().stream()
                .filter(module -> old.containsKey(module.module().id()))
                .forEach(module -> shifts.add(new Comparison.Shift(
                        module.module().id(),
                        module.module().name(),
                        module.rank(),
                        0,
                        module.score().priority(),
                        0)));
        String commit = before.repository().commit();
        return new Comparison(revision, commit == null ? "" : commit, shifts);
    }
}
