package org.memcensus.modules;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Safety;

/** Which code the packages of a package manager are made of; other code below one is a unit of its own. */
final class PackageLanguages {
    private static final Set<String> JVM =
            Set.of("Java", "Kotlin", "Scala", "Groovy", "Clojure", "AspectJ", "Xtend", "Java Server Pages");

    private static final Map<String, Set<String>> OWN = Map.of(
            "cargo", Set.of("Rust"),
            "go", Set.of("Go", "Go Template", "Assembly", "Unix Assembly"),
            "maven", JVM,
            "gradle", JVM,
            "dotnet", Set.of("C#", "F#", "Visual Basic .NET", "HTML+Razor"),
            "npm", Set.of("JavaScript", "TypeScript", "TSX", "Vue", "Svelte", "CoffeeScript"),
            "python", Set.of("Python"),
            "swift", Set.of("Swift"),
            "ruby", Set.of("Ruby", "HTML+ERB"),
            "perl", Set.of("Perl", "Raku", "XS"));

    private PackageLanguages() {}

    /** Code that a package's own compiler or interpreter does not take: C below a crate stays a unit of its own. */
    static boolean isForeign(CountedFile file, Declaration whole) {
        return file.safety() != Safety.NONE
                && !OWN.getOrDefault(whole.system(), Set.of())
                        .contains(file.language().name());
    }

    /** A package inside another one owns its files, of whatever package manager the two are. */
    static Comparator<Declaration> innermostFirst() {
        return Comparator.comparingLong(whole -> -depth(whole.directory()));
    }

    private static long depth(String directory) {
        return directory.isEmpty()
                ? 0
                : 1 + directory.chars().filter(c -> c == '/').count();
    }
}
