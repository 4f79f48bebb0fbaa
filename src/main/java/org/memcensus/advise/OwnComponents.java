package org.memcensus.advise;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Replacement;

/** Finds the components that a module is: names of files, a header and functions together tell it. */
final class OwnComponents {
    /** Share of a module's unsafe code that must be the component, for the module to be it. */
    private static final double LEAST_SHARE = 0.5;

    /** Ways to replace a component as a whole only: of modules that each hold a part of it, the one with most is told. */
    private static final Set<String> WHOLE = Set.of("process", "language-only");

    private final Components components;
    private final List<CodeModule> modules;

    OwnComponents(Components components, List<CodeModule> modules) {
        this.components = components;
        this.modules = modules;
    }

    /** The advice for a module that is a component; empty where it is not, or offers what the one to link has not. */
    Optional<Advice> is(CodeModule module, Replacement entry) {
        if (!components.hold(entry) || entry.isLinked() && CallPatterns.refuses(module, entry)) {
            return Optional.empty();
        }
        long own = 0;
        long all = 0;
        boolean marked = false;
        CountedFile largest = null;
        for (CountedFile file : module.files()) {
            if (file.unsafeCode() == 0 || declares(file, entry)) {
                continue;
            }
            all += file.unsafeCode();
            if (components.holds(entry, file.path())) {
                own += file.unsafeCode();
                marked |= Components.isMarked(entry, file.path());
                if (largest == null || file.unsafeCode() > largest.unsafeCode()) {
                    largest = file;
                }
            }
        }
        if (largest == null || own < LEAST_SHARE * all) {
            return Optional.empty();
        }
        if (!(marked && (fitsParts(entry) || WHOLE.contains(entry.swapLevel()) && holdsMost(module, entry, own)))
                && own < LEAST_SHARE * whole(module, entry)) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                entry,
                Advice.Fit.IS,
                "is " + entry.component() + ": its files, its header and its functions are here",
                largest.path(),
                0));
    }

    /** Whether a replacement can be told to modules that each hold a part of the component: it has all of their interfaces. */
    private static boolean fitsParts(Replacement entry) {
        return entry.isBeside() || entry.isLinked() && entry.cApi().equals("yes");
    }

    /** Whether no other module holds more of the component: the one to tell of what does its work behind another interface. */
    private boolean holdsMost(CodeModule module, Replacement entry, long own) {
        Set<String> homes = homes(module, entry);
        return modules.stream().allMatch(other -> code(other, entry, homes) <= own);
    }

    private Set<String> homes(CodeModule module, Replacement entry) {
        Set<String> homes = new HashSet<>();
        module.files().forEach(file -> homes.addAll(components.homes(entry, file.path())));
        return homes;
    }

    /** Unsafe code of the component in one module, in lines. */
    private long code(CodeModule module, Replacement entry, Set<String> homes) {
        return module.files().stream()
                .filter(file -> file.unsafeCode() > 0 && !declares(file, entry))
                .filter(file -> components.homes(entry, file.path()).stream().anyMatch(homes::contains))
                .mapToLong(CountedFile::unsafeCode)
                .sum();
    }

    /** Unsafe code of the component, in lines, in all modules that share the places of this one. */
    private long whole(CodeModule module, Replacement entry) {
        Set<String> homes = homes(module, entry);
        return modules.stream().mapToLong(other -> code(other, entry, homes)).sum();
    }

    /** A header declares and renames functions; who calls them stands elsewhere. */
    static boolean isHeader(CountedFile file) {
        return file.path().endsWith(".h");
    }

    /** Whether a file is a header, and not one that is itself the component, as stb_image.h is. */
    private static boolean declares(CountedFile file, Replacement entry) {
        return file.path().endsWith(".h") && !entry.fingerprint().files().contains(Components.name(file.path()));
    }
}
