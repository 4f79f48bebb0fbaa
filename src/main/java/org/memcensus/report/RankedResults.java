package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.Criterion;
import org.memcensus.model.Evidence;
import org.memcensus.model.FirstStep;
import org.memcensus.model.ModuleCensus;

/** What a census says as a list of results, one for each ranked module: for services that show results beside code. */
final class RankedResults {
    static final String RULE = "unsafe-module";
    static final String TEXT = "a module is written in a memory-unsafe language";

    static final String FULL =
            "A module that ships holds code in a memory-unsafe language. Its priority says how early to replace it.";

    static final String HELP =
            "Take the memory-safe library that the result names, or rewrite the functions that it names first. Begin"
                    + " with the modules of the highest priority.";

    private static final int EVIDENCE = 3;
    private static final int ADVICE = 2;

    private RankedResults() {}

    /** Whether it takes what comes from the network, and its function is critical. */
    static boolean isExposed(ModuleCensus module) {
        return ModuleSummary.holds(module, Criterion.R2) && ModuleSummary.holds(module, Criterion.R3);
    }

    /** What is to be read of a module, a few sentences. */
    static String message(ModuleCensus module, RunInfo run) {
        List<String> parts = new ArrayList<>();
        parts.add(module.module().name() + " holds "
                + Numbers.count(module.module().unsafeCode(), "line") + " of memory-unsafe code; priority "
                + Numbers.tenth(module.score().priority()) + ", rank " + module.rank() + ".");
        for (Evidence item : Sarif.head(Wording.best(module), EVIDENCE)) {
            parts.add("It " + Wording.says(item, run) + " (" + Wording.place(item.path(), item.line()) + ").");
        }
        FirstStep step = module.opportunity().step();
        if (!module.advice().isEmpty()) {
            parts.add("Way out: " + Wording.replacement(module.advice().get(0)) + ".");
        } else if (step != null) {
            parts.add("Way out: " + StepWording.begin(module, step, ADVICE) + ".");
        }
        return Plain.of(String.join(" ", parts));
    }

    /** Where to look first: at the strongest evidence, else at the module's first file. */
    static List<Evidence> places(ModuleCensus module) {
        List<Evidence> places = new ArrayList<>(Wording.best(module));
        if (places.isEmpty()) {
            String path = module.module().sum().firstFile();
            places.add(new Evidence(RULE, Criterion.R4, 0, path, 0, 1));
        }
        return places;
    }

    /** A path from the root of the repository, also where a folder of it was scanned. */
    static String fromRoot(Census census, String path) {
        String folder = census.repository().folder();
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    /** By what a service knows a module's result again. */
    static String fingerprint(ModuleCensus module) {
        return Fingerprint.of(RULE, module.module().id());
    }
}
