package org.memcensus.cli;

import org.jspecify.annotations.Nullable;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ScanOptions;
import picocli.CommandLine.Option;

/** Options of the commands that show ranks: what moves them, and what stands beside them. */
final class RankSettings extends AdviceSettings {
    @Option(
            names = "--contacts",
            description = "Name the owners of each module, as CODEOWNERS or MAINTAINERS has them.")
    boolean contacts;

    @Option(
            names = "--weight-history",
            paramLabel = "SHARE",
            description = "Share of the past in the risk, 0 to 1 (default: what the policy says, 0.25).")
    @Nullable
    Double historyWeight;

    @Option(names = "--no-history", description = "Do not read the history of the repository.")
    boolean noHistory;

    @Override
    ScanOptions over(ScanOptions options) throws UsageException {
        if (historyWeight != null && !(historyWeight >= 0 && historyWeight <= 1)) {
            throw new UsageException("--weight-history must lie between 0 and 1, and is " + historyWeight);
        }
        if (historyWeight != null && noHistory) {
            throw new UsageException("--weight-history and --no-history: give one of them");
        }
        HistoryOptions given = options.history();
        return super.over(options)
                .but()
                .contacts(contacts)
                .history(new HistoryOptions(!noHistory, given.bounds(), historyWeight, given.cache()))
                .build();
    }
}
