package org.memcensus.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.advise.FirstSteps;
import org.memcensus.advise.Hatches;
import org.memcensus.advise.SafeCode;
import org.memcensus.manifest.Manifests;
import org.memcensus.manifest.OfferedModules;
import org.memcensus.manifest.Owners;
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
import org.memcensus.model.SourceFile;
import org.memcensus.modules.Grouping;
import org.memcensus.source.Snapshot;

/** What speaks for the chances of a repository and of its modules: brought together from the stages that know. */
final class Prospects {
    private static final String OWNERS = "o4.owners";
    private static final String SAFE_CODE = "o4.safe-code";

    private final Knowledge knowledge;
    private final List<CountedFile> files;
    private final Manifests manifests;
    private final OfferedModules offered;
    private final Owners owners;
    private final Hatches hatches;
    private final FirstSteps steps;
    private final boolean contacts;

    private Prospects(
            Knowledge knowledge,
            List<CountedFile> files,
            List<CodeModule> modules,
            List<String> paths,
            FileReader tree,
            boolean contacts) {
        this.knowledge = knowledge;
        this.files = files;
        this.contacts = contacts;
        manifests = Manifests.read(knowledge.manifests(), paths, files, tree);
        offered = new OfferedModules(manifests, modules, knowledge.rules());
        owners = Owners.read(tree);
        hatches = new Hatches(knowledge.hatches());
        steps = new FirstSteps(knowledge.adviceWords(), files, paths, tree);
    }

    static Prospects of(
            Snapshot snapshot,
            Knowledge knowledge,
            List<CountedFile> files,
            List<Grouping> groups,
            FileReader tree,
            boolean contacts) {
        List<String> paths = snapshot.files().stream()
                .filter(file -> file.kind() == SourceFile.Kind.FILE)
                .map(SourceFile::path)
                .toList();
        List<CodeModule> modules = groups.stream().map(Grouping::module).toList();
        return new Prospects(knowledge, files, modules, paths, tree, contacts);
    }

    /** The evidence of opportunity that a module itself gives. */
    List<Evidence> evidence(CodeModule module) {
        List<Evidence> evidence = new ArrayList<>(offered.of(module));
        List<Contact> own = module.role() == Role.CORE && module.unsafeCode() > 0 ? owners.of(module) : List.of();
        Rule rule = rule(OWNERS);
        if (!own.isEmpty() && rule != null) {
            Contact first = own.get(0);
            evidence.add(new Evidence(OWNERS, rule.criterion(), rule.points(), first.path(), first.line(), own.size()));
        }
        return evidence;
    }

    /** Its escape hatches, and whom to ask if that is wanted. */
    Opportunity opportunity(CodeModule module) {
        return new Opportunity(
                hatches.of(module),
                hatches.promises(module),
                null,
                contacts && module.role().shipped() ? owners.of(module) : List.of());
    }

    /** The ranked modules with their first steps. */
    List<ModuleCensus> advise(List<ModuleCensus> ranked) {
        return steps.advise(ranked);
    }

    Foundations foundations() {
        List<Evidence> evidence = new ArrayList<>(manifests.evidence(knowledge.rules()));
        safeCode(evidence);
        evidence.sort(Comparator.comparing(Evidence::criterion).thenComparing(Evidence::rule));
        return new Foundations(manifests.natives(), evidence);
    }

    private void safeCode(List<Evidence> evidence) {
        Rule rule = rule(SAFE_CODE);
        if (rule != null) {
            SafeCode.of(knowledge.adviceWords(), files)
                    .ifPresent(code ->
                            evidence.add(new Evidence(SAFE_CODE, rule.criterion(), 0, code.path(), 0, code.lines())));
        }
    }

    private @Nullable Rule rule(String id) {
        return knowledge.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
