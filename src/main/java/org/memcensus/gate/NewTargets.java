package org.memcensus.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.memcensus.model.BuildTarget;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.TreeState;
import org.memcensus.model.TreeState.UnsafeFile;

/**
 * Finds targets that the build did not declare before and that consist of new unsafe code, though their files go by
 * directories: a new program inside an old module.
 */
final class NewTargets {
    /** In a third-party component the component is the unit, and in a module that the configuration names, that module. */
    private static final Set<ModuleKind> UNITS = EnumSet.of(ModuleKind.VENDORED, ModuleKind.CONFIGURED);

    private final Change change;
    private final Origins origins;
    private final Set<String> before = new HashSet<>();
    private final Map<String, Own> files = new HashMap<>();

    /** A judged file, and the id of its module. */
    private record Own(UnsafeFile file, String module) {}

    NewTargets(Change change, Origins origins) {
        this.change = change;
        this.origins = origins;
        change.base().targets().forEach(target -> before.add(target.id()));
        for (TreeState.Module module : change.head().modules()) {
            if (!UNITS.contains(module.kind())) {
                for (UnsafeFile file : module.files()) {
                    if (change.limits().judges(file.role())) {
                        files.put(file.path(), new Own(file, module.id()));
                    }
                }
            }
        }
    }

    /**
     * A new target inside a module.
     *
     * @param target the target
     * @param module id of the module that holds most of its new code
     * @param lines lines of its new unsafe code
     * @param paths its files with new unsafe code, sorted
     * @param unknown whether it hangs on files that could not be read in the base
     */
    record Fresh(BuildTarget target, String module, long lines, List<String> paths, boolean unknown) {}

    /**
     * The new targets, sorted by id, without the code of some modules. What a target shares with one that was there before
     * is not its own.
     *
     * @param found modules that are found new themselves
     */
    List<Fresh> besides(Collection<String> found) {
        Set<String> taken = new HashSet<>();
        change.head().targets().stream()
                .filter(target -> !isNew(target))
                .forEach(target -> taken.addAll(target.files()));
        List<Fresh> targets = new ArrayList<>();
        for (BuildTarget target : change.head().targets()) {
            if (isNew(target)) {
                List<Own> own = target.files().stream()
                        .filter(taken::add)
                        .map(files::get)
                        .filter(file -> file != null && !found.contains(file.module()))
                        .toList();
                List<Own> fresh = own.stream()
                        .filter(each -> !origins.of(each.file()).isKnown())
                        .toList();
                if (!fresh.isEmpty() && lines(fresh) * 2 > lines(own)) {
                    targets.add(fresh(target, fresh));
                }
            }
        }
        return targets;
    }

    private boolean isNew(BuildTarget target) {
        return !before.contains(target.id());
    }

    private Fresh fresh(BuildTarget target, List<Own> fresh) {
        return new Fresh(
                target,
                home(fresh),
                lines(fresh),
                fresh.stream().map(each -> each.file().path()).sorted().toList(),
                fresh.stream().anyMatch(each -> origins.of(each.file()) == Origin.UNKNOWN));
    }

    private static String home(List<Own> fresh) {
        Map<String, Long> lines = new TreeMap<>();
        fresh.forEach(each -> lines.merge(each.module(), each.file().lines(), Long::sum));
        return lines.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    private static long lines(List<Own> files) {
        return files.stream().mapToLong(each -> each.file().lines()).sum();
    }
}
