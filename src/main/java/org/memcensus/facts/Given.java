package org.memcensus.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.memcensus.model.Rule;

/** Takes back what a function's name says, where words between its parentheses tell otherwise. Immutable. */
final class Given {
    /** So far behind the parenthesis it looks. */
    private static final int FAR = 240;

    /** By the number of the rule; empty for a rule that does not ask. */
    private final List<Set<String>> words;

    Given(List<Rule> rules) {
        words = rules.stream()
                .map(rule -> Set.copyOf(rule.match().unless().given()))
                .toList();
    }

    /**
     * The rules of a function that are left.
     *
     * @param rules numbers of the rules that its name speaks for
     * @param open index of the parenthesis behind the name
     * @param end end of the code
     */
    int[] left(int[] rules, byte[] b, int open, int end) {
        for (int rule : rules) {
            if (!words.get(rule).isEmpty()) {
                return Arrays.stream(rules)
                        .filter(each -> !speaksAgainst(words.get(each), b, open, end))
                        .toArray();
            }
        }
        return rules;
    }

    private static boolean speaksAgainst(Set<String> against, byte[] b, int open, int end) {
        int last = Math.min(end, open + FAR);
        int depth = 0;
        int i = open;
        while (i < last && !against.isEmpty()) {
            int kind = ByteKinds.of(b[i]);
            if (kind >= ByteKinds.DIGIT) {
                int name = i;
                i = ByteKinds.nameEnd(b, i, last);
                if (against.contains(new String(b, name, i - name, StandardCharsets.UTF_8))) {
                    return true;
                }
            } else {
                depth += b[i] == '(' ? 1 : b[i] == ')' ? -1 : 0;
                if (depth == 0) {
                    return false;
                }
                i++;
            }
        }
        return false;
    }
}
