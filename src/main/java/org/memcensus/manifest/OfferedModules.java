package org.memcensus.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.BuildTarget;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Evidence;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Role;
import org.memcensus.model.Rule;

/** Says of which modules others build on: they hold a header that is installed, or the build makes a library of them. */
public final class OfferedModules {
    static final String HEADERS = "o1.installed-headers";
    static final String LIBRARY = "o1.exported-library";

    private final Map<String, Find> headers;
    private final Map<String, List<Find>> libraries;
    private final Map<String, BuildTarget> targets = new HashMap<>();
    private final Map<String, Rule> rules = new HashMap<>();

    /**
     * For one repository.
     *
     * @param manifests what its build files say
     * @param modules its modules
     * @param targets every target that its builds declare
     * @param rules the evidence rules
     */
    public OfferedModules(Manifests manifests, List<CodeModule> modules, List<BuildTarget> targets, List<Rule> rules) {
        Set<String> paths = new HashSet<>();
        modules.forEach(module -> module.files().forEach(file -> paths.add(file.path())));
        headers = manifests.headers(paths);
        libraries = manifests.libraries();
        targets.forEach(target -> this.targets.putIfAbsent(target.at(), target));
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
    }

    /** The evidence that a module is offered to others. */
    public List<Evidence> of(CodeModule module) {
        List<Evidence> evidence = new ArrayList<>();
        if (module.role() != Role.CORE || module.unsafeCode() == 0) {
            return evidence;
        }
        Find header = null;
        long installed = 0;
        for (CountedFile file : module.files()) {
            Find find = headers.get(file.path());
            if (find != null) {
                installed++;
                header = header == null ? find : header;
            }
        }
        add(HEADERS, header, installed, evidence);
        if (module.kind() != ModuleKind.EXECUTABLE) {
            add(LIBRARY, library(module), 1, evidence);
        }
        return evidence;
    }

    /** Where a build file makes a library of a module: beside its declaration, else beside its files. */
    private @Nullable Find library(CodeModule module) {
        Set<String> own = new HashSet<>();
        module.files().forEach(file -> own.add(Manifests.directory(file.path())));
        for (String directory :
                List.of(module.path(), Manifests.directory(module.files().get(0).path()))) {
            for (Find find : libraries.getOrDefault(directory, List.of())) {
                BuildTarget target = targets.get(find.path() + ":" + find.line());
                // A library of the same build file whose code lies elsewhere, a plugin for tests say, is none of it.
                if (target == null
                        || target.files().stream().map(Manifests::directory).anyMatch(own::contains)) {
                    return find;
                }
            }
        }
        return null;
    }

    private void add(String id, @Nullable Find find, long count, List<Evidence> evidence) {
        Rule rule = rules.get(id);
        if (find != null && rule != null) {
            evidence.add(new Evidence(id, rule.criterion(), rule.points(), find.path(), find.line(), count));
        }
    }
}
