package org.memcensus.advise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Fact;
import org.memcensus.model.FileReader;
import org.memcensus.model.NameSet;
import org.memcensus.model.Replacement;

/**
 * Finds where a file really calls a component's functions. A name before a parenthesis may also be a macro of the file, a
 * declaration, a method, or a function of these names that the project has itself. Only what is about to be named is read.
 */
final class CallSites {
    private static final int MOST_BYTES = 4 << 20;

    private final Components components;
    private final List<CodeModule> modules;
    private final FileReader tree;

    /** Whether the project has a function of a name, by the component that it would be of. */
    private final Map<String, Boolean> own = new ConcurrentHashMap<>();

    CallSites(Components components, List<CodeModule> modules, FileReader tree) {
        this.components = components;
        this.modules = modules;
        this.tree = tree;
    }

    /**
     * The fact with the line of the first real call of a component's functions, of those that its users call where
     * these are told; 0 if there is none; as it is if the file cannot be read as C.
     */
    Fact first(CountedFile file, Fact fact, Replacement entry) {
        if (!CFamily.holds(file)) {
            return fact; // in other languages a name before a parenthesis stays what it was found to be
        }
        byte[] content = tree.readOrNothing(file.path());
        if (content.length == 0 || content.length > MOST_BYTES) {
            return fact;
        }
        PlainCode code = PlainCode.of(new String(content, StandardCharsets.ISO_8859_1));
        List<String> asked = entry.use().calls();
        int line = first(code, entry, asked.isEmpty() ? entry.fingerprint().symbolPrefixes() : asked);
        return new Fact(fact.rule(), line, fact.count());
    }

    private int first(PlainCode code, Replacement entry, List<String> beginnings) {
        Set<String> taken = new HashSet<>(code.macros());
        List<PlainCode.Name> calls = new ArrayList<>();
        for (PlainCode.Name name : code.names(beginnings)) {
            if (name.use() == PlainCode.Use.DEFINED) {
                taken.add(name.text());
            } else if (name.use() == PlainCode.Use.CALLED) {
                calls.add(name);
            }
        }
        return calls.stream()
                .filter(call -> !taken.contains(call.text()) && !isOwn(call.text(), entry))
                .mapToInt(PlainCode.Name::line)
                .findFirst()
                .orElse(0);
    }

    /** Whether the project defines a function of this name, outside the places of the component. */
    private boolean isOwn(String name, Replacement entry) {
        return own.computeIfAbsent(entry.component() + " " + name, key -> {
            int hash = NameSet.hash(name);
            return modules.stream()
                    .flatMap(module -> module.files().stream())
                    .anyMatch(file -> file.facts().functions().defined().contains(hash)
                            && file.role().shipped()
                            && !components.surrounds(entry, file.path()));
        });
    }
}
