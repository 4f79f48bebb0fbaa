package org.memcensus.modules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which branches of conditions are taken: all, unless a condition asks for what the call of a function says. So a wrapper
 * that makes a program or a library as its caller wants makes one of them.
 */
final class CMakeBranches {
    private static final Set<String> TRUE = Set.of("ON", "TRUE", "YES", "1");
    private static final Set<String> FALSE = Set.of("OFF", "FALSE", "NO", "0");

    /** What is compared with; of patterns only such as are words. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final CMakeScope scope;
    private final Known known;
    private final Deque<Branch> open = new ArrayDeque<>();

    /** How many of the open ones are known not to be run, and of how many that is not known. */
    private int dead;

    private int uncertain;

    /**
     * Branches of the commands of one file or function.
     *
     * @param scope variables
     * @param known those whose value is known
     */
    CMakeBranches(CMakeScope scope, Known known) {
        this.scope = scope;
        this.known = known;
    }

    /** Hears a command; whether it belongs to a condition. */
    boolean hears(CMakeCommand command) {
        switch (command.name()) {
            case "if" -> push(Branch.FIRST.next(value(command)));
            case "elseif", "else" -> {
                Branch before = pop();
                if (before != null) {
                    push(before.next(command.name().equals("else") ? Boolean.TRUE : value(command)));
                }
            }
            case "endif" -> pop();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void push(Branch branch) {
        open.push(branch);
        dead += branch.live ? 0 : 1;
        uncertain += branch.uncertain ? 1 : 0;
    }

    private @Nullable Branch pop() {
        Branch branch = open.poll();
        if (branch != null) {
            dead -= branch.live ? 0 : 1;
            uncertain -= branch.uncertain ? 1 : 0;
        }
        return branch;
    }

    /** Whether what stands here is known not to be run. */
    boolean dead() {
        return dead > 0;
    }

    /** Whether what stands here may be run or not. */
    boolean conditional() {
        return uncertain > 0;
    }

    /** Whether a condition holds; null where that is not known. */
    private @Nullable Boolean value(CMakeCommand command) {
        List<CMakeCommand.Argument> arguments = command.arguments();
        boolean not = !arguments.isEmpty() && arguments.get(0).text().equals("NOT");
        Boolean value = plain(not ? arguments.subList(1, arguments.size()) : arguments);
        return value == null ? null : value != not;
    }

    private @Nullable Boolean plain(List<CMakeCommand.Argument> arguments) {
        String name = arguments.isEmpty() ? "" : name(arguments.get(0).text());
        if (!known.names.contains(name)) {
            return null;
        }
        String value = scope.get(name);
        if (arguments.size() == 1) {
            return TRUE.contains(value) ? Boolean.TRUE : FALSE.contains(value) ? Boolean.FALSE : null;
        }
        String other = arguments.size() == 3 ? arguments.get(2).text() : "";
        if (!WORD.matcher(other).matches()) {
            return null;
        }
        return switch (arguments.get(1).text()) {
            case "STREQUAL" -> value.equals(other);
            case "MATCHES" -> value.contains(other);
            default -> null;
        };
    }

    /** The variable that an argument is or refers to. */
    private static String name(String text) {
        return text.startsWith("${") && text.endsWith("}") ? text.substring(2, text.length() - 1) : text;
    }

    /** Variables whose value is known while a function runs: its parameters, and what it sets whatever else holds. */
    static final class Known {
        /** Outside of functions: who configures the build may say otherwise. */
        static final Known NOTHING = new Known(Set.of(), false);

        private final Set<String> names;
        private final boolean called;

        private Known(Set<String> names, boolean called) {
            this.names = names;
            this.called = called;
        }

        /** In a function that was called with these parameters. */
        static Known of(List<String> parameters) {
            return new Known(new HashSet<>(parameters), true);
        }

        /** Hears that a variable has been set, or perhaps. */
        void set(String name, boolean conditional) {
            if (called && conditional) {
                names.remove(name);
            } else if (called) {
                names.add(name);
            }
        }
    }

    /**
     * A branch of a condition.
     *
     * @param live whether it may be run
     * @param uncertain whether it may not be run
     * @param decided whether one before it is known to be run, or it itself is
     */
    private record Branch(boolean live, boolean uncertain, boolean decided) {
        /** Stands before the first. */
        static final Branch FIRST = new Branch(false, false, false);

        /** The one behind, whose condition holds or not, or is not known. */
        Branch next(@Nullable Boolean value) {
            boolean doubt = uncertain || value == null;
            boolean possible = !decided && !Boolean.FALSE.equals(value);
            return new Branch(possible, doubt, decided || Boolean.TRUE.equals(value) && !doubt);
        }
    }
}
