package org.memcensus.cli;

import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ScanOptions;
import picocli.CommandLine.Option;

/** Options of the commands that name replacements. */
class AdviceSettings {
    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "Lay your own replacements over the built-in ones (see list replacements).")
    @Nullable
    String catalogue;

    /**
     * The same options with this advice.
     *
     * @throws UsageException if a number is out of its range, or two options do not go together
     */
    ScanOptions over(ScanOptions options) throws UsageException {
        return options.but().catalogue(catalogue).build();
    }
}
