package org.memcensus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.UsageException;
import picocli.CommandLine.Option;

/** Options of the commands that write a result: in which forms, and where to. The heading above them names the forms. */
class OutputSettings {
    @Option(
            names = {"-f", "--format"},
            order = 1,
            split = ",",
            paramLabel = "F[,F...]",
            hideParamSyntax = true,
            description = "Formats, of those above (default: text).")
    List<String> formats = new ArrayList<>(List.of("text"));

    @Option(
            names = {"-o", "--output"},
            order = 2,
            paramLabel = "FILE|DIR",
            description = "Write there instead of to standard output (-); several formats need a folder.")
    private @Nullable String output;

    /** The file or folder that the user names; null for standard output. */
    final @Nullable String place() {
        return "-".equals(output) ? null : output;
    }

    /**
     * The forms that the user asks for, each once.
     *
     * @param all those that there are
     * @param label the word that names one
     * @throws UsageException if a word names none
     */
    final <F> List<F> chosen(F[] all, Function<F, String> label) throws UsageException {
        return chosen(formats, List.of(all), label);
    }

    /**
     * The forms that some words name, each once.
     *
     * @param all those that there are
     * @param label the word that names one
     * @throws UsageException if a word names none
     */
    static <F> List<F> chosen(List<String> words, List<F> all, Function<F, String> label) throws UsageException {
        List<F> chosen = new ArrayList<>();
        for (String word : words) {
            F form = form(word, all, label);
            if (!chosen.contains(form)) {
                chosen.add(form);
            }
        }
        if (chosen.isEmpty()) {
            throw none("", all, label); // a lone comma: nothing would be written, and nothing said
        }
        return chosen;
    }

    private static <F> F form(String word, List<F> all, Function<F, String> label) throws UsageException {
        for (F each : all) {
            if (label.apply(each).equals(word)) {
                return each;
            }
        }
        throw none(word, all, label);
    }

    private static <F> UsageException none(String word, List<F> all, Function<F, String> label) {
        return new UsageException(
                "--format: '" + word + "' is none of " + all.stream().map(label).collect(Collectors.joining(", ")));
    }
}
