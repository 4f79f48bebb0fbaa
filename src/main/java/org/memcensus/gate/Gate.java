package org.memcensus.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Annotation;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.Finding;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Problem;
import org.memcensus.model.TreeState;
import org.memcensus.model.TreeState.UnsafeFile;
import org.memcensus.model.Verdict;
import org.memcensus.model.Verdict.Broken;
import org.memcensus.model.Verdict.NewHatch;
import org.memcensus.model.Verdict.Outcome;

/**
 * Judges a change: does the new state hold an unsafe module that the old one had not? A module that moved, with its files,
 * is not new; new code that came along is.
 */
public final class Gate {
    private final Change change;
    private final Origins origins;
    private final Annotations annotations;
    private final Map<String, Integer> baseModules = new HashMap<>();
    private final List<Finding> stopped = new ArrayList<>();
    private final List<Finding> passed = new ArrayList<>();
    private final List<Problem> unread = new ArrayList<>();

    /**
     * A gate before a change.
     *
     * @param change what is judged
     * @param baseLines reads files of the old state
     * @param headLines reads files of the new state
     */
    public Gate(Change change, Sketcher baseLines, Sketcher headLines) {
        this.change = change;
        this.origins = new Origins(change.limits(), change.base(), change.head(), baseLines, headLines);
        this.annotations = new Annotations(change);
        for (int i = 0; i < change.base().modules().size(); i++) {
            baseModules.put(change.base().modules().get(i).id(), i);
        }
    }

    /** Judges the change. */
    public Verdict judge() {
        Map<String, ModuleCensus> census = new HashMap<>();
        change.census().modules().forEach(module -> census.put(module.module().id(), module));
        for (TreeState.Module module : change.head().modules()) {
            judge(new Judged(module, change.limits(), origins), Objects.requireNonNull(census.get(module.id())));
        }
        judgeTargets(census);
        for (Problem problem : change.unread()) {
            if (!annotations.allows(Annotation.UNREAD + problem.path())) {
                unread.add(problem);
            }
        }
        Totals before = Totals.of(change.base(), change.limits());
        Totals now = Totals.of(change.head(), change.limits());
        List<NewHatch> hatches = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (NewHatch hatch : newHatches()) {
            hatches.add(hatch);
            if (change.limits().refusesNewHatches() && !annotations.allows(hatch.module())) {
                broken.add(Limits.newHatch(hatch));
            }
        }
        broken.addAll(Limits.broken(change, origins, before, now));
        Outcome outcome = !stopped.isEmpty() || !broken.isEmpty()
                ? Outcome.FAIL
                : unread.isEmpty() ? Outcome.PASS : Outcome.UNDECIDED;
        return new Verdict(
                outcome,
                change.baseName(),
                change.base().commit(),
                change.census().repository(),
                stopped,
                passed,
                broken,
                hatches,
                unread,
                annotations.uses(),
                change.notes(),
                before.unsafe(),
                now.unsafe(),
                before.share(),
                now.share());
    }

    private void judge(Judged module, ModuleCensus census) {
        Finding finding = finding(module, census);
        if (finding == null) {
            return;
        }
        if (module.unknown()) {
            unread.add(new Problem(
                    module.files().get(0).path(),
                    "cannot be read in the base, so module " + module.id() + " may be new or not"));
            return;
        }
        settle(finding);
    }

    /** Stops at what was found, unless an annotation lets its module pass. */
    private void settle(Finding finding) {
        Annotation annotation = annotations.find(finding.id());
        if (annotation != null && annotations.allows(finding.id())) {
            passed.add(finding.with(finding.detail(), annotation));
        } else {
            String ended = annotation == null ? "" : "its annotation ended on " + annotation.until();
            stopped.add(finding.with(join(finding.detail(), ended), null));
        }
    }

    /** A target whose files go by directories is new too. */
    private void judgeTargets(Map<String, ModuleCensus> census) {
        Set<String> found = Stream.concat(stopped.stream(), passed.stream())
                .map(Finding::id)
                .collect(Collectors.toSet());
        for (NewTargets.Fresh fresh : new NewTargets(change, origins).besides(found)) {
            if (fresh.unknown()) {
                unread.add(new Problem(
                        fresh.paths().get(0),
                        "cannot be read in the base, so the " + fresh.target().place() + " may be new or not"));
            } else {
                settle(new Finding(
                        Finding.Kind.NEW_TARGET,
                        Objects.requireNonNull(census.get(fresh.module())),
                        fresh.target(),
                        fresh.lines(),
                        fresh.paths(),
                        fresh.target().place(),
                        null));
            }
        }
    }

    private static String join(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
    }

    private @Nullable Finding finding(Judged module, ModuleCensus census) {
        if (module.lines() == 0) {
            return null;
        }
        Integer number = baseModules.get(module.id());
        TreeState.Module before =
                number == null ? null : change.base().modules().get(number);
        long linesBefore = before == null ? 0 : Judged.lines(before, change.limits());
        if (number != null && linesBefore > 0) {
            boolean swapped = !module.standsInPlace()
                    && !module.mostlyKnown()
                    && origins.movedAway(number) >= linesBefore * Judged.MOVED_AWAY;
            return swapped
                    ? new Finding(
                            kind(module.kind()),
                            census,
                            null,
                            module.newLines(),
                            module.newPaths(),
                            "the code that stood here moved elsewhere",
                            null)
                    : null;
        }
        if (module.mostlyKnown()) {
            return module.hidesNewCode()
                    ? new Finding(
                            Finding.Kind.NEW_IN_MOVED,
                            census,
                            null,
                            module.newLines(),
                            module.newPaths(),
                            "its other files were here before, under other names",
                            null)
                    : null;
        }
        if (module.completesHeaders()) {
            return null;
        }
        Finding.Kind kind = before != null && before.code() > 0 ? Finding.Kind.TURNED_UNSAFE : kind(module.kind());
        return new Finding(kind, census, null, module.newLines(), module.newPaths(), "", null);
    }

    private static Finding.Kind kind(ModuleKind kind) {
        return switch (kind) {
            case VENDORED -> Finding.Kind.NEW_COMPONENT;
            case LIBRARY, EXECUTABLE, PLUGIN, KERNEL_MODULE, PACKAGE -> Finding.Kind.NEW_TARGET;
            case DIRECTORY, FAMILY, CONFIGURED -> Finding.Kind.NEW_MODULE;
        };
    }

    private List<NewHatch> newHatches() {
        List<NewHatch> hatches = new ArrayList<>();
        Set<String> gone = goneHatches();
        for (TreeState.Module module : change.head().modules()) {
            Integer number = baseModules.get(module.id());
            Set<String> before = number == null
                    ? module.hatches().stream()
                            .filter(hatch -> gone.contains(inFile(hatch)))
                            .map(EscapeHatch::kind)
                            .collect(Collectors.toSet())
                    : change.base().modules().get(number).hatches().stream()
                            .map(EscapeHatch::kind)
                            .collect(Collectors.toSet());
            for (EscapeHatch hatch : module.hatches()) {
                if (change.limits().judges(module.role()) && !before.contains(hatch.kind())) {
                    hatches.add(new NewHatch(module.id(), hatch));
                }
            }
        }
        return hatches;
    }

    /** Hatches of modules that are no longer there: with a file of the same name, they moved to another module. */
    private Set<String> goneHatches() {
        Set<String> left =
                change.head().modules().stream().map(TreeState.Module::id).collect(Collectors.toSet());
        return change.base().modules().stream()
                .filter(module -> !left.contains(module.id()) && change.limits().judges(module.role()))
                .flatMap(module -> module.hatches().stream())
                .map(Gate::inFile)
                .collect(Collectors.toSet());
    }

    private static String inFile(EscapeHatch hatch) {
        return hatch.kind() + " in " + hatch.path().substring(hatch.path().lastIndexOf('/') + 1);
    }

    /**
     * A file of the new state that nothing in the old one explains.
     *
     * @param file the file
     * @param origins where files come from
     */
    static boolean isNew(UnsafeFile file, Origins origins) {
        return origins.of(file) == Origin.NEW;
    }
}
