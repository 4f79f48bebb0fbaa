package org.memcensus.score;

import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileHistory;
import org.memcensus.model.PastChanges;
import org.memcensus.model.Policy;

/** What the past says of the risk of modules: for each kind of change the rank of its rate, and their mean by weight. */
final class HistoryRisk {
    /** As for other rates: one change of a file of three lines is no high rate. */
    private static final double CUSHION = 50;

    /** Among so few commits, the share of history is halved: what a young or a shallow repository shows is chance. */
    private static final double FEW = 200;

    private final List<FileHistory> changes = new ArrayList<>();
    private final double[] ranks;
    private final double share;

    HistoryRisk(Policy.History policy, PastChanges past, List<CodeModule> modules) {
        double commits = past.span().commits();
        share = policy.share() * commits / (commits + FEW);
        double[] fixes = new double[modules.size()];
        double[] recent = new double[modules.size()];
        double[] all = new double[modules.size()];
        for (int i = 0; i < modules.size(); i++) {
            CodeModule module = modules.get(i);
            FileHistory history = past.of(module.files().stream()
                    .filter(file -> file.unsafeCode() > 0)
                    .map(CountedFile::path)
                    .toList());
            changes.add(history);
            double lines = module.unsafeCode() + CUSHION;
            fixes[i] = history.weight() / lines;
            recent[i] = history.recent() / lines;
            all[i] = history.commits() / lines;
        }
        double[] sums = new double[modules.size()];
        add(fixes, policy.fixes(), sums);
        add(recent, policy.recent(), sums);
        add(all, policy.commits(), sums);
        ranks = Ranks.of(sums);
    }

    private static void add(double[] rates, double weight, double[] sums) {
        double[] ranks = Ranks.of(rates);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * ranks[i];
        }
    }

    /** The share of history in the risk, 0 to 1. */
    double share() {
        return share;
    }

    /** What happened to the module at an index. */
    FileHistory of(int module) {
        return changes.get(module);
    }

    /** Joins ranks of risk with those of history, and ranks the sums. */
    double[] join(double[] risks) {
        if (share == 0) {
            return risks;
        }
        double[] sums = new double[risks.length];
        for (int i = 0; i < risks.length; i++) {
            sums[i] = (1 - share) * risks[i] + share * ranks[i];
        }
        return Ranks.of(sums);
    }

    /** Where history alone would put the module at an index, 0 to 1. */
    double rank(int module) {
        return ranks[module];
    }
}
