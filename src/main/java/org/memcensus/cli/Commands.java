package org.memcensus.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.memcensus.model.Docstrings;
import org.memcensus.model.ModuleMode;
import org.memcensus.model.Role;
import org.memcensus.model.Scope;
import org.memcensus.model.TimelineChoice;
import org.memcensus.model.UsageException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands that there are: arguments go in, a {@link Command} with its options comes out. */
final class Commands {
    private static final String COMPLETION = "generate-completion";

    /** In the order in which help lists them. */
    private static final List<String> NAMES =
            List.of("scan", "gate", "baseline", "batch", "report", "history", "explain", "list");

    private final Surroundings surroundings;

    private Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Whether a command of that name scans. */
    static boolean scans(String name) {
        return switch (name) {
            case "scan", "gate", "baseline", "batch", "history", "explain" -> true;
            default -> false;
        };
    }

    /**
     * Reads the arguments.
     *
     * @throws UsageException if they are not what a command takes
     */
    static Command parse(String[] arguments, Surroundings surroundings) throws UsageException {
        return new Commands(surroundings).parse(arguments);
    }

    /** A command is made when it is asked for: that spares start-up. */
    private Object made(String name) {
        return switch (name) {
            case "scan" -> new ScanCommand(surroundings);
            case "gate" -> new GateCommand(surroundings);
            case "baseline" -> new BaselineCommand(surroundings);
            case "batch" -> new BatchCommand(surroundings);
            case "report" -> new ReportCommand(surroundings);
            case "history" -> new HistoryCommand(surroundings);
            case "explain" -> new ExplainCommand(surroundings);
            case "list" -> new ListCommand(surroundings);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Command parse(String[] arguments) throws UsageException {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (first.equals(COMPLETION) && arguments.length == 1) {
            return new Printed(AutoComplete.bash("memcensus", commandLine(NAMES)));
        }
        CommandLine top = commandLine(NAMES.contains(first) ? List.of(first) : NAMES);
        ParseResult result;
        try {
            result = top.parseArgs(arguments);
        } catch (ParameterException e) {
            throw new UsageException(message(e));
        }
        while (result.hasSubcommand()) {
            result = result.subcommand();
        }
        CommandLine chosen = result.commandSpec().commandLine();
        if (result.isUsageHelpRequested()) {
            return new Printed(chosen.getUsageMessage(ansi(arguments)));
        }
        if (result.isVersionHelpRequested()) {
            return new Printed("memcensus " + surroundings.version() + "\n");
        }
        if (chosen.getCommand() instanceof Command command) {
            return command;
        }
        surroundings.err().print(chosen.getUsageMessage(CommandLine.Help.Ansi.OFF));
        throw new UsageException("no command: say what to do, for example: memcensus scan .");
    }

    private CommandLine commandLine(List<String> names) {
        CommandLine top = new CommandLine(new TopCommand());
        for (String name : names) {
            Object made = made(name);
            CommandLine line = new CommandLine(made);
            if (made instanceof BaselineCommand) {
                line.addSubcommand("diff", new BaselineDiffCommand(surroundings));
            }
            top.addSubcommand(name, line);
        }
        register(top, ModuleMode.class);
        register(top, Docstrings.class);
        register(top, ColorMode.class);
        register(top, Role.class);
        register(top, Scope.class);
        register(top, TimelineChoice.Period.class);
        register(top, ListCommand.Subject.class);
        return top;
    }

    private CommandLine.Help.Ansi ansi(String[] arguments) {
        return ColorMode.AUTO.colors(surroundings) && !List.of(arguments).contains("--color=never")
                ? CommandLine.Help.Ansi.ON
                : CommandLine.Help.Ansi.OFF;
    }

    private static <E extends Enum<E>> void register(CommandLine top, Class<E> type) {
        top.registerConverter(type, new WordConverter<>(type));
    }

    private String message(ParameterException e) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        String what;
        if (e instanceof UnmatchedArgumentException unmatched) {
            what = unmatched(unmatched);
        } else {
            String text = String.valueOf(e.getMessage());
            what = text.lines().findFirst().orElse(text);
        }
        return what + " (try " + name + " --help)";
    }

    private String unmatched(UnmatchedArgumentException e) {
        String argument = e.getUnmatched().get(0);
        String kind = "unexpected argument";
        if (argument.startsWith("-")) {
            kind = "unknown option";
        } else if (e.getCommandLine().getParent() == null) {
            kind = "unknown command";
        }
        List<String> others = argument.startsWith("--") ? takers(argument) : List.of();
        if (!others.isEmpty()) {
            return kind + " '" + argument + "', which goes with " + String.join(", ", others);
        }
        List<String> alike = e.getSuggestions();
        return kind + " '" + argument + "'" + (alike.isEmpty() ? "" : ", did you mean " + alike.get(0) + "?");
    }

    /** The commands that take an option. */
    private List<String> takers(String argument) {
        String option = argument.split("=", 2)[0];
        return NAMES.stream()
                .filter(name -> new CommandLine(made(name))
                        .getCommandSpec()
                        .optionsMap()
                        .containsKey(option))
                .toList();
    }

    /** Text that was asked for instead of a command: help, or completion. */
    private final class Printed implements Command {
        private final String text;

        Printed(String text) {
            this.text = text;
        }

        @Override
        public ExitCode run() throws IOException {
            surroundings.out().write(text.getBytes(StandardCharsets.UTF_8));
            return ExitCode.OK;
        }

        @Override
        public boolean verbose() {
            return false;
        }
    }
}
