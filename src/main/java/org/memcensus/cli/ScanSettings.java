package org.memcensus.cli;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.memcensus.model.ModuleMode;
import org.memcensus.model.UsageException;
import org.memcensus.scan.ScanOptions;
import picocli.CommandLine.Option;

/** Options of every command that scans: those of counting, and how files become modules. */
final class ScanSettings extends CountSettings {
    @Option(
            names = "--modules",
            paramLabel = "auto|build|dir",
            completionCandidates = ModuleWords.class,
            description =
                    "Group files as the build declares, else by directory (auto); by build only; or by directory only.")
    ModuleMode modules = ModuleMode.AUTO;

    @Override
    ScanOptions options(String target, Surroundings surroundings) throws UsageException {
        return super.options(target, surroundings).but().modules(modules).build();
    }

    /** The words after {@code --modules}, for completion. */
    static final class ModuleWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(ModuleMode.values())
                    .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
