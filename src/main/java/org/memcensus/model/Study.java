package org.memcensus.model;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the results of many repositories say together.
 *
 * @param about how the results were made, and what is counted
 * @param progress how many repositories are in which state
 * @param projects every repository that was scanned, by address
 * @param languages sums by language and class, most code first
 * @param modules the modules to replace first over all projects
 * @param components what is vendored in more than one project, most projects first
 * @param failures what could not be read, by place in the list
 */
public record Study(
        About about,
        Progress progress,
        List<Project> projects,
        List<LanguageUse> languages,
        List<RankedModule> modules,
        List<Component> components,
        List<Failure> failures) {
    /** Copies its lists. */
    public Study {
        projects = List.copyOf(projects);
        languages = List.copyOf(languages);
        modules = List.copyOf(modules);
        components = List.copyOf(components);
        failures = List.copyOf(failures);
    }

    /**
     * How the results were made.
     *
     * @param scannedWith policy of the scans, with its version: modules are ranked under it
     * @param policy policy that the numbers of this study are counted under
     * @param scope what is counted
     */
    public record About(String scannedWith, String policy, Scope scope) {}

    /**
     * Repositories by state.
     *
     * @param listed all
     * @param done scanned whole
     * @param incomplete scanned, with files that could not be read
     * @param failed not scanned
     * @param pending not yet scanned
     */
    public record Progress(long listed, long done, long incomplete, long failed, long pending) {}

    /**
     * A repository that was scanned.
     *
     * @param url its address
     * @param name its short name
     * @param commit what was scanned; null without a commit
     * @param criticality how critical the list says it is, 0 to 1; null where it does not
     * @param unsafe code lines in memory-unsafe languages
     * @param safe code lines in memory-safe languages
     * @param undetermined code lines in languages without a ruling
     * @param other lines of data, markup and prose, which are not code
     */
    public record Project(
            String url,
            String name,
            @Nullable String commit,
            @Nullable Double criticality,
            long unsafe,
            long safe,
            long undetermined,
            long other) {
        /** Code lines. */
        public long code() {
            return unsafe + safe + undetermined;
        }

        /** Unsafe code lines by all code lines; empty without code. */
        public OptionalDouble share() {
            return code() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unsafe / code());
        }

        /** Unsafe code lines by all lines that are not comment or blank, those of data, markup and prose too. */
        public OptionalDouble shareOfAll() {
            long all = code() + other;
            return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unsafe / all);
        }
    }

    /**
     * A language over all projects.
     *
     * @param name its name
     * @param safety its class
     * @param projects how many hold it
     * @param files its files
     * @param code its code lines
     */
    public record LanguageUse(String name, Safety safety, long projects, long files, long code) {}

    /**
     * A module among those of all projects.
     *
     * @param url address of its repository
     * @param project name of its repository
     * @param module its id
     * @param unsafeCode its unsafe code lines
     * @param priority its priority within its repository, 0 to 100
     * @param weight what it is ranked by here: the priority, and how critical its project is where the list tells
     * @param replacement the first memory-safe replacement that fits; "" if none is known
     */
    public record RankedModule(
            String url,
            String project,
            String module,
            long unsafeCode,
            double priority,
            double weight,
            String replacement) {}

    /**
     * A component that lies in the trees of several projects.
     *
     * @param name the folder it lies in
     * @param projects how many projects hold files of it with the same content
     * @param files how many different contents are shared
     * @param code unsafe code lines of one copy of these files
     * @param replacement the first memory-safe replacement that fits; "" if none is known
     */
    public record Component(String name, long projects, long files, long code, String replacement) {}

    /**
     * A repository that could not be read, or not whole.
     *
     * @param url its address
     * @param status {@code failed} or {@code incomplete}
     * @param reason why
     */
    public record Failure(String url, String status, String reason) {}
}
