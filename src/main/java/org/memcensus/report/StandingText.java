package org.memcensus.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.memcensus.model.Census;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.NativeDependency;
import org.memcensus.report.Screen.Style;

/** What a project stands on: unsafe code inside safe languages, native libraries, and signs of care. */
final class StandingText {
    private static final int INDENT = 2;
    private static final int LIBRARIES = 12;

    private StandingText() {}

    /** Escape hatches of what ships by kind: how many, and where most of them are. */
    private record Sum(String kind, long count, EscapeHatch most) {
        Sum plus(EscapeHatch other) {
            return new Sum(kind, count + other.count(), other.count() > most.count() ? other : most);
        }
    }

    static void write(Census census, RunInfo run, Screen screen) {
        List<String> sentences = sentences(census, run);
        if (sentences.isEmpty()) {
            return;
        }
        screen.space();
        screen.title("What it stands on");
        for (String sentence : sentences) {
            screen.to(INDENT);
            screen.wrap(Style.NORMAL, INDENT, sentence);
        }
    }

    static void markdown(Census census, RunInfo run, StringBuilder page) {
        List<String> sentences = sentences(census, run);
        if (!sentences.isEmpty()) {
            page.append("\n### What it stands on\n\n");
            sentences.forEach(sentence ->
                    page.append("- ").append(Markdown.text(sentence)).append('\n'));
        }
    }

    /** All of it, a sentence each. */
    static List<String> sentences(Census census, RunInfo run) {
        List<String> sentences = new ArrayList<>();
        Map<String, Sum> sums = new TreeMap<>();
        long promises = 0;
        for (ModuleCensus module : census.modules()) {
            promises += module.opportunity().promises().size();
            for (EscapeHatch hatch : module.escapeHatches()) {
                sums.merge(
                        hatch.kind(), new Sum(hatch.kind(), hatch.count(), hatch), (sum, one) -> sum.plus(one.most()));
            }
        }
        if (!sums.isEmpty()) {
            sentences.add("Escape hatches: "
                    + sums.values().stream().map(sum -> hatch(sum, run)).collect(Collectors.joining(", "))
                    + ".");
        }
        if (promises > 0) {
            sentences.add(Numbers.count(promises, "file") + (promises == 1 ? " forbids" : " forbid") + " unsafe code.");
        }
        List<String> names = names(census.foundations().natives());
        if (!names.isEmpty()) {
            int shown = run.verbose() || names.size() <= LIBRARIES + 1 ? names.size() : LIBRARIES;
            sentences.add("Native libraries its manifests ask for: " + String.join(", ", names.subList(0, shown))
                    + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "") + ".");
        }
        List<String> signs = census.foundations().evidence().stream()
                .map(item -> Wording.says(item, run) + " " + Wording.place(item.path(), item.line()))
                .toList();
        if (!signs.isEmpty()) {
            sentences.add("It " + String.join(", ", signs) + ".");
        }
        return sentences;
    }

    private static String hatch(Sum sum, RunInfo run) {
        return run.hatches(sum.kind(), sum.count()) + " ("
                + Wording.place(sum.most().path(), sum.most().line()) + ")";
    }

    /** The names of libraries, each once: one build asks for libelf and another links elf. */
    private static List<String> names(List<NativeDependency> natives) {
        Map<String, String> names = new LinkedHashMap<>();
        for (NativeDependency library : natives) {
            String name = library.name().toLowerCase(Locale.ROOT);
            names.putIfAbsent(name.startsWith("lib") ? name.substring("lib".length()) : name, library.name());
        }
        return List.copyOf(names.values());
    }
}
