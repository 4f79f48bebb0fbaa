package org.memcensus.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;

/** Finds the components that a module uses: a header and calls together tell it. */
final class UsedComponents {
    /** Calls of a component below this may be chance. */
    private static final int LEAST_CALLS = 4;

    /** So many files of a module are read for a call: the others have fewer of them. */
    private static final int MOST_FILES = 8;

    /** So many calls of a component are not changed one by one. */
    static final int MANY_CALLS = 100;

    private final Components components;
    private final List<CodeModule> modules;
    private final Ownership ownership;
    private final CallSites sites;
    private final UnlistedSources unlisted;

    UsedComponents(
            Components components,
            List<CodeModule> modules,
            Ownership ownership,
            CallSites sites,
            UnlistedSources unlisted) {
        this.sites = sites;
        this.unlisted = unlisted;
        this.components = components;
        this.modules = modules;
        this.ownership = ownership;
    }

    /** The advice for a module that uses a component; empty where it does not, or cannot change. */
    Optional<Advice> uses(CodeModule module, Replacement entry) {
        if (!entry.fitsCallers()
                || ownership.isOthers(module)
                || HeaderMatch.any(module, entry.use().notWith())
                || CallPatterns.lacks(module, entry)
                || !entry.use().makes().isEmpty() && (!CallPatterns.makes(module, entry) || isShared(module, entry))
                || !entry.use().calls().isEmpty() && CallPatterns.asked(module, entry) < LEAST_CALLS) {
            return Optional.empty();
        }
        String pattern = CallPatterns.pattern(entry);
        int calls = 0;
        List<Call> users = new ArrayList<>();
        for (CountedFile file : module.files()) {
            if (file.role() == Role.GENERATED
                    || OwnComponents.isHeader(file)
                    || components.surrounds(entry, file.path())) {
                continue;
            }
            for (Fact fact : file.facts().facts()) {
                if (fact.rule().equals(pattern)) {
                    calls += fact.count();
                    users.add(new Call(file, fact));
                }
            }
        }
        if (calls < LEAST_CALLS
                || !entry.isLinked() && calls >= MANY_CALLS
                || !includes(module, entry)
                || ownership.isOwnProject(entry)) {
            return Optional.empty();
        }
        int all = calls;
        return place(users, entry)
                .map(call -> new Advice(
                        entry,
                        Advice.Fit.USES,
                        "uses " + entry.component() + ": includes its header and names its functions " + all + " times",
                        call.file().path(),
                        call.fact().line()));
    }

    /** A file with calls of a component, and where the first of them stands. */
    private record Call(CountedFile file, Fact fact) {}

    /** The first real call in the file that has most of those that count, and that a build lists. */
    private Optional<Call> place(List<Call> users, Replacement entry) {
        return users.stream()
                .sorted(Comparator.comparingInt((Call call) -> call.fact().count())
                        .reversed())
                .limit(MOST_FILES)
                .map(call -> new Call(call.file(), sites.first(call.file(), call.fact(), entry)))
                .filter(call -> call.fact().line() > 0)
                .filter(call -> !unlisted.hold(call.file(), modules))
                .findFirst();
    }

    /**
     * Whether another part of the project works on what this one makes, or makes it for this one: it would have to change too.
     */
    private boolean isShared(CodeModule module, Replacement entry) {
        if (entry.isLinked()) {
            return false;
        }
        List<CodeModule> callers = modules.stream()
                .filter(other -> other.role() == Role.CORE
                        && !other.id().equals(module.id())
                        && CallPatterns.calls(other, entry) > 0)
                .toList();
        return callers.stream().anyMatch(other -> !CallPatterns.makes(other, entry))
                || isOffered(module, entry, callers);
    }

    /** Whether a header that a module includes shows what is worked on to another that calls the component as well. */
    private boolean isOffered(CodeModule module, Replacement entry, List<CodeModule> callers) {
        if (callers.isEmpty() || entry.use().handles().isEmpty()) {
            return false;
        }
        Set<String> own = included(module);
        List<String> offered = modules.stream()
                .filter(other -> other.role() == Role.CORE)
                .flatMap(other -> other.files().stream())
                .filter(file -> OwnComponents.isHeader(file) && CallPatterns.holds(file, entry))
                .map(file -> Components.name(file.path()))
                .filter(own::contains)
                .toList();
        return callers.stream().anyMatch(other -> included(other).stream().anyMatch(offered::contains));
    }

    /** Names of the headers that a module's files include. */
    private static Set<String> included(CodeModule module) {
        Set<String> names = new HashSet<>();
        module.files().stream()
                .filter(file -> !OwnComponents.isHeader(file))
                .flatMap(file -> file.facts().includes().stream())
                .forEach(include -> names.add(Components.name(include.header())));
        return names;
    }

    /** Whether a module includes the component's header, and not one of its own that has the name. */
    private boolean includes(CodeModule module, Replacement entry) {
        List<String> headers = entry.fingerprint().headers();
        return HeaderMatch.any(module, headers)
                && module.files().stream()
                        .filter(file -> HeaderMatch.any(file, headers))
                        .anyMatch(file -> components.surrounds(entry, file.path()) || !isOwnHeader(file, headers));
    }

    /** Whether what a file includes by one of these names lies beside it. */
    private boolean isOwnHeader(CountedFile file, List<String> headers) {
        String directory = file.path().substring(0, file.path().lastIndexOf('/') + 1);
        Set<String> beside = new HashSet<>();
        for (FileFacts.Include include : file.facts().includes()) {
            if (!include.system() && headers.contains(include.header())) {
                beside.add(directory + include.header());
            }
        }
        return !beside.isEmpty()
                && modules.stream()
                        .flatMap(module -> module.files().stream())
                        .anyMatch(other -> beside.contains(other.path()));
    }
}
