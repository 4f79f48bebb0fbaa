package org.memcensus.gate;

import java.util.OptionalDouble;
import org.memcensus.model.GateLimits;
import org.memcensus.model.TreeState;

/**
 * Sums over the judged modules of a state.
 *
 * @param unsafe lines of unsafe code
 * @param code lines of code
 */
record Totals(long unsafe, long code) {
    static Totals of(TreeState state, GateLimits limits) {
        long unsafe = 0;
        long code = 0;
        for (TreeState.Module module : state.modules()) {
            unsafe += Judged.lines(module, limits);
            code += limits.judges(module.role()) ? module.code() : 0;
        }
        return new Totals(unsafe, Math.max(unsafe, code));
    }

    OptionalDouble share() {
        return code == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) unsafe / code);
    }
}
