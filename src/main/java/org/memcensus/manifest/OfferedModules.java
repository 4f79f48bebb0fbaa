package org.memcensus.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Map<String, Find> libraries;
    private final Map<String, Rule> rules = new HashMap<>();

    /**
     * For one repository.
     *
     * @param manifests what its build files say
     * @param modules its modules
     * @param rules the evidence rules
     */
    public OfferedModules(Manifests manifests, List<CodeModule> modules, List<Rule> rules) {
        Set<String> paths = new HashSet<>();
        modules.forEach(module -> module.files().forEach(file -> paths.add(file.path())));
        headers = manifests.headers(paths);
        libraries = manifests.libraries();
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
            add(LIBRARY, libraries.get(module.path()), 1, evidence);
        }
        return evidence;
    }

    private void add(String id, @Nullable Find find, long count, List<Evidence> evidence) {
        Rule rule = rules.get(id);
        if (find != null && rule != null) {
            evidence.add(new Evidence(id, rule.criterion(), rule.points(), find.path(), find.line(), count));
        }
    }
}
