package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.memcensus.model.Contact;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Story;

/** Says in words where a first step begins, and what goes with it. */
final class StepWording {
    private StepWording() {}

    /** Where to begin, in one line: {@code no replacement fits; begin with parse_header() lib/http.c:12}. */
    static String begin(ModuleCensus module, FirstStep step, int most) {
        return instead(module, step)
                + step.places().stream()
                        .limit(most)
                        .map(place -> place.what() + " " + Wording.place(place.path(), place.line()))
                        .collect(Collectors.joining(", "));
    }

    /** What there is in place of a replacement that fits, up to the places to begin at. */
    static String instead(ModuleCensus module, FirstStep step) {
        String rival = module.opportunity().rival();
        String known = rival.isEmpty() ? "no replacement fits" : rival.substring(0, rival.length() - 1);
        return step.places().isEmpty() ? known : known + "; begin with ";
    }

    /** Whom to ask: {@code ask @ann, @bob (CODEOWNERS:12)}. */
    static String ask(List<Contact> contacts) {
        Contact first = contacts.get(0);
        return "ask " + contacts.stream().map(Contact::name).collect(Collectors.joining(", ")) + " ("
                + Wording.place(first.path(), first.line()) + ")";
    }

    /** The escape hatches of a module by kind, in words, most first. */
    static List<String> hatches(List<EscapeHatch> hatches, RunInfo run) {
        Map<String, Long> sums = new TreeMap<>();
        hatches.forEach(hatch -> sums.merge(hatch.kind(), hatch.count(), Long::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(sum -> run.hatches(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** All that a first step says, a line each. */
    static List<String> lines(FirstStep step) {
        List<String> lines = new ArrayList<>();
        lines.add(step.text());
        step.places()
                .forEach(place -> lines.add("at " + Wording.place(place.path(), place.line()) + ": " + place.what()));
        lines.addAll(step.mind());
        for (Story story : step.precedents()) {
            lines.add("Before you: " + story.text() + ", " + story.url());
        }
        return lines;
    }
}
