package org.memcensus.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.memcensus.model.TreeState;
import org.memcensus.model.TreeState.UnsafeFile;
import org.memcensus.model.Verdict.Broken;
import org.memcensus.model.Verdict.NewHatch;

/** The limits that a project may set besides: what of them a change breaks. */
final class Limits {
    private Limits() {}

    static List<Broken> broken(Change change, Origins origins, Totals before, Totals now) {
        List<Broken> broken = new ArrayList<>();
        if (change.limits().refusesNewFiles()) {
            newFiles(change, origins, broken);
        }
        long growth = now.unsafe() - before.unsafe();
        change.limits().unsafeGrowth().ifPresent(limit -> {
            if (growth > limit) {
                broken.add(new Broken(
                        "max-unsafe-growth",
                        String.format(
                                Locale.ROOT,
                                "unsafe code grows by %,d lines (from %,d to %,d), more than %,d",
                                growth,
                                before.unsafe(),
                                now.unsafe(),
                                limit),
                        ""));
            }
        });
        change.limits().unsafeShare().ifPresent(limit -> {
            OptionalDouble share = now.share();
            if (share.isPresent()
                    && share.getAsDouble() > limit
                    && share.getAsDouble() > before.share().orElse(0)) {
                broken.add(new Broken(
                        "max-unsafe-share",
                        String.format(
                                Locale.ROOT,
                                "the unsafe share grows from %s to %s, above %s",
                                percent(before.share().orElse(0)),
                                percent(share.getAsDouble()),
                                percent(limit)),
                        ""));
            }
        });
        return broken;
    }

    /** All digits that tell two shares apart, and no more. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }

    private static void newFiles(Change change, Origins origins, List<Broken> broken) {
        List<UnsafeFile> files = new ArrayList<>();
        for (TreeState.Module module : change.head().modules()) {
            boolean allowed = change.annotations().stream()
                    .anyMatch(annotation ->
                            annotation.module().equals(module.id()) && !annotation.endedBefore(change.today()));
            for (UnsafeFile file : module.files()) {
                if (!allowed && change.limits().judges(file.role()) && Gate.isNew(file, origins)) {
                    files.add(file);
                }
            }
        }
        files.stream()
                .map(file -> new Broken(
                        "no-new-unsafe-files",
                        String.format(Locale.ROOT, "new unsafe file %s, %,d lines", file.path(), file.lines()),
                        file.path()))
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .forEach(broken::add);
    }

    static Broken newHatch(NewHatch hatch) {
        return new Broken(
                "no-new-escape-hatches",
                "first " + hatch.hatch().kind() + " in module " + hatch.module() + ", "
                        + hatch.hatch().path() + ":" + hatch.hatch().line(),
                hatch.hatch().path());
    }
}
