package org.memcensus.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.memcensus.advise.AdvisedTree;
import org.memcensus.advise.Adviser;
import org.memcensus.advise.FirstSteps;
import org.memcensus.advise.Hatches;
import org.memcensus.advise.SafeCode;
import org.memcensus.manifest.OfferedModules;
import org.memcensus.model.BuildTarget;
import org.memcensus.model.CodeModule;
import org.memcensus.model.Contact;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Evidence;
import org.memcensus.model.FileReader;
import org.memcensus.model.Foundations;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Opportunity;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;
import org.memcensus.modules.Grouped;
import org.memcensus.modules.Grouping;

/** What speaks for the chances of a repository and of its modules: brought together from the stages that know. */
final class Prospects {
    private static final String OWNERS = "o4.owners";
    private static final String SAFE_CODE = "o4.safe-code";

    private final Knowledge knowledge;
    private final List<CountedFile> files;
    private final Papers papers;
    private final Set<String> built;
    private final OfferedModules offered;
    private final Hatches hatches;

    /** Made beside the rest: it is asked last. */
    private final CompletableFuture<FirstSteps> steps;

    private final CompletableFuture<AdvisedTree> tree;

    private final @Nullable Rule owned;
    private final boolean contacts;

    /**
     * For one repository.
     *
     * @param papers what its manifests and the like say
     * @param files its counted files
     * @param grouped its modules and targets
     * @param tree reads a file of its tree
     * @param contacts whether modules name whom to talk to
     */
    Prospects(
            Knowledge knowledge,
            Papers papers,
            List<CountedFile> files,
            Grouped grouped,
            FileReader tree,
            boolean contacts) {
        this.knowledge = knowledge;
        this.papers = papers;
        this.files = files;
        this.contacts = contacts;
        List<CodeModule> modules =
                grouped.modules().stream().map(Grouping::module).toList();
        built = built(grouped.targets(), files);
        offered = new OfferedModules(papers.manifests(), modules, grouped.targets(), knowledge.rules());
        hatches = new Hatches(knowledge.hatches());
        owned = rule(knowledge, OWNERS);
        this.tree = CompletableFuture.supplyAsync(() -> AdvisedTree.of(papers.paths(), tree));
        steps = this.tree.thenApply(known -> new FirstSteps(knowledge.adviceWords(), files, known));
    }

    /** Finds what could replace a module. */
    Adviser adviser(List<CodeModule> modules) {
        return new Adviser(knowledge.replacements(), modules, knowledge.adviceWords(), tree.join());
    }

    /** The evidence of opportunity that a module itself gives. */
    List<Evidence> evidence(CodeModule module) {
        List<Evidence> evidence = new ArrayList<>(offered.of(module));
        List<Contact> own = module.role() == Role.CORE && module.unsafeCode() > 0
                ? papers.owners().of(module)
                : List.of();
        Rule rule = owned;
        if (!own.isEmpty() && rule != null) {
            Contact first = own.get(0);
            evidence.add(new Evidence(OWNERS, rule.criterion(), rule.points(), first.path(), first.line(), own.size()));
        }
        return evidence;
    }

    /** Its escape hatches, what else does its work, and whom to ask if that is wanted. */
    Opportunity opportunity(CodeModule module, String rival) {
        return new Opportunity(
                hatches.of(module),
                hatches.promises(module),
                rival,
                null,
                contacts && module.role().shipped() ? papers.owners().of(module) : List.of());
    }

    /** The ranked modules with their first steps. */
    List<ModuleCensus> advise(List<ModuleCensus> ranked) {
        return steps.join().advise(ranked);
    }

    Foundations foundations() {
        List<Evidence> evidence = new ArrayList<>(papers.manifests().evidence(knowledge.rules()));
        safeCode(evidence);
        evidence.sort(Comparator.comparing(Evidence::criterion).thenComparing(Evidence::rule));
        return new Foundations(papers.manifests().natives(built), evidence);
    }

    /** Names of the targets that hold code of the project's own, as others would ask for them. */
    private static Set<String> built(List<BuildTarget> targets, List<CountedFile> files) {
        Set<String> core = new HashSet<>();
        for (CountedFile file : files) {
            if (file.role() == Role.CORE) {
                core.add(file.path());
            }
        }
        Set<String> names = new HashSet<>();
        for (BuildTarget target : targets) {
            if (target.files().stream().anyMatch(core::contains)) {
                String name = target.name();
                name = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
                names.add(name);
                names.add(name.startsWith("lib") ? name.substring("lib".length()) : "lib" + name);
            }
        }
        return names;
    }

    private void safeCode(List<Evidence> evidence) {
        Rule rule = rule(knowledge, SAFE_CODE);
        if (rule != null) {
            SafeCode.of(knowledge.adviceWords(), files)
                    .ifPresent(code ->
                            evidence.add(new Evidence(SAFE_CODE, rule.criterion(), 0, code.path(), 0, code.lines())));
        }
    }

    private static @Nullable Rule rule(Knowledge knowledge, String id) {
        return knowledge.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
