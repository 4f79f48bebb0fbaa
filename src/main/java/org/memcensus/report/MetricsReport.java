package org.memcensus.report;

import java.io.IOException;
import java.io.Writer;
import java.util.function.ToLongFunction;
import org.memcensus.model.Census;
import org.memcensus.model.CensusSum;
import org.memcensus.model.Coverage;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.Scope;
import org.memcensus.model.Totals;

/**
 * The report for a monitoring system: OpenMetrics 1.0 as text
 * (https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md).
 */
final class MetricsReport implements Report {
    @Override
    public void write(Census census, RunInfo run, Writer out) throws IOException {
        out.write(new Page(census).text());
        out.flush();
    }

    /** The families of metrics, one after the other. */
    private static final class Page {
        private final StringBuilder text = new StringBuilder();
        private final Census census;
        private final String repository;

        /** Added up once: each is asked for in several families. */
        private final CensusSum sums;

        Page(Census census) {
            this.census = census;
            this.sums = CensusSum.of(census);
            this.repository = label("repository", census.repository().name());
        }

        String text() {
            info();
            byScope("files", "Files that were counted.", Totals::files);
            byScope("bytes", "Bytes of the files that were counted.", Totals::bytes);
            family("code_lines", "Lines of code of each memory-safety class.");
            for (Scope scope : Scope.values()) {
                Totals totals = sums.totals(scope);
                sample("code_lines", scope, label("safety", "unsafe"), totals.unsafeCode());
                sample("code_lines", scope, label("safety", "safe"), totals.safeCode());
                sample("code_lines", scope, label("safety", "undetermined"), totals.undeterminedCode());
            }
            family("unsafe_share", "Unsafe lines by unsafe, safe and undetermined lines; none where there is no code.");
            for (Scope scope : Scope.values()) {
                sums.totals(scope)
                        .unsafeShare()
                        .ifPresent(share -> line(
                                "unsafe_share",
                                repository + "," + label("scope", scope.label()),
                                Numbers.rounded(share, JsonFields.SHARE_DECIMALS)
                                        .toPlainString()));
            }
            modules();
            coverage(census.coverage());
            return text.append("# EOF\n").toString();
        }

        private void info() {
            RepositoryInfo info = census.repository();
            text.append("# TYPE memcensus_repository info\n# HELP memcensus_repository What was scanned.\n");
            String commit = info.commit() == null ? "" : "," + label("commit", info.commit());
            String policy = census.policyName() + " " + census.policyVersion();
            line("repository_info", repository + commit + "," + label("policy", policy), "1");
        }

        private void byScope(String name, String help, ToLongFunction<Totals> number) {
            family(name, help);
            for (Scope scope : Scope.values()) {
                sample(name, scope, "", number.applyAsLong(sums.totals(scope)));
            }
        }

        private void modules() {
            family("modules", "Modules with code; those with unsafe code; of these, on a boundary or critical.");
            for (Scope scope : Scope.values()) {
                ModuleSummary summary = ModuleSummary.of(census, scope);
                sample("modules", scope, label("which", "all"), summary.modules());
                sample("modules", scope, label("which", "unsafe"), summary.unsafe());
                if (summary.assessed()) {
                    sample("modules", scope, label("which", "unsafe-boundary"), summary.boundary());
                    sample("modules", scope, label("which", "unsafe-critical"), summary.critical());
                }
            }
        }

        private void coverage(Coverage coverage) {
            family("entries", "Entries of the tree, by what became of them.");
            entries("counted", coverage.counted());
            entries("binary", coverage.binary());
            entries("lfs-pointer", coverage.lfsPointers());
            entries("submodule", coverage.submodules());
            entries("symlink", coverage.symlinks());
            entries("too-large", coverage.tooLarge());
            entries("unreadable", coverage.unreadable());
            entries("unknown", coverage.unknown());
            entries("excluded", coverage.excluded());
        }

        private void entries(String what, long number) {
            line("entries", repository + "," + label("what", what), Long.toString(number));
        }

        private void family(String name, String help) {
            text.append("# TYPE memcensus_").append(name).append(" gauge\n");
            text.append("# HELP memcensus_")
                    .append(name)
                    .append(' ')
                    .append(help)
                    .append('\n');
        }

        private void sample(String name, Scope scope, String label, long number) {
            String scoped = repository + "," + label("scope", scope.label());
            line(name, label.isEmpty() ? scoped : scoped + "," + label, Long.toString(number));
        }

        private void line(String name, String labels, String number) {
            text.append("memcensus_").append(name).append('{').append(labels).append("} ");
            text.append(number).append('\n');
        }

        private static String label(String name, String value) {
            String harmless = Plain.of(value).replace("\\", "\\\\").replace("\"", "\\\"");
            return name + "=\"" + harmless + '"';
        }
    }
}
