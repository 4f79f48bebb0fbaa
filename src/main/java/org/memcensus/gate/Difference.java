package org.memcensus.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.memcensus.model.GateLimits;
import org.memcensus.model.Role;
import org.memcensus.model.TreeState;

/**
 * A module whose unsafe code changed between two states.
 *
 * @param what what happened
 * @param module its id
 * @param role its role
 * @param before lines of unsafe code in the old state
 * @param now lines of unsafe code in the new state
 */
public record Difference(What what, String module, Role role, long before, long now) {
    /** What can happen to a module. */
    public enum What {
        /** It is new, and so is its unsafe code. */
        NEW,
        /** It has a new name, and unsafe code that was there before. */
        MOVED,
        /** It held no unsafe code before. */
        TURNED_UNSAFE,
        /** It has more unsafe code. */
        GREW,
        /** It has less. */
        SHRANK,
        /** It holds none any more, or is not there any more. */
        GONE;

        /** The word that is shown. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Every module whose unsafe code changed, in all roles; new ones first, then by id. */
    public static List<Difference> between(TreeState before, TreeState now) {
        GateLimits all =
                new GateLimits(EnumSet.allOf(Role.class), null, null, OptionalLong.empty(), OptionalDouble.empty());
        Origins origins = new Origins(all, before, now, Sketcher.OF_STATE, Sketcher.OF_STATE);
        Map<String, TreeState.Module> old = new HashMap<>();
        before.modules().forEach(module -> old.put(module.id(), module));
        List<Difference> differences = new ArrayList<>();
        for (TreeState.Module module : now.modules()) {
            TreeState.Module was = old.remove(module.id());
            Judged judged = new Judged(module, all, origins);
            long linesBefore = was == null ? 0 : Judged.lines(was, all);
            long lines = judged.lines();
            if (lines != linesBefore) {
                What what = linesBefore > 0
                        ? (lines == 0 ? What.GONE : lines > linesBefore ? What.GREW : What.SHRANK)
                        : judged.mostlyKnown() ? What.MOVED : was == null ? What.NEW : What.TURNED_UNSAFE;
                differences.add(new Difference(what, module.id(), module.role(), linesBefore, lines));
            }
        }
        for (TreeState.Module module : old.values()) {
            long lines = Judged.lines(module, all);
            if (lines > 0) {
                differences.add(new Difference(What.GONE, module.id(), module.role(), lines, 0));
            }
        }
        differences.sort(Comparator.comparing(Difference::what).thenComparing(Difference::module));
        return differences;
    }
}
