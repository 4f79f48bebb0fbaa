package org.memcensus.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.memcensus.model.CountedFile;
import org.memcensus.model.NameSet;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;

/**
 * Finds programs that test the code beside them, though no sign parts the words of their names: {@code testjson.c} with a
 * main function beside {@code json.c}, {@code pngtest.c} beside {@code png.c}, {@code t_pac.c} beside {@code pac.c}, or one
 * of several of the kind. A program of that name alone may be a product: {@code testdisk.c}.
 */
public final class TestDrivers {
    private static final Pattern NAME =
            Pattern.compile("(.*/)?(?:test([A-Za-z0-9]+)|t_(\\w+)|([a-z0-9]+?)tests?)\\.(?:c|cc|cpp|cxx)");

    private static final Pattern STEM = Pattern.compile("(?:.*/)?[^/.]+(?=\\.(?:c|cc|cpp|cxx|h|hh|hpp)$)");

    private static final int MAIN = NameSet.hash("main");

    /** Programs of such names in a directory that need nothing beside them of which they are the test. */
    private static final int SEVERAL = 3;

    private TestDrivers() {}

    /** A program that is named like a test, and what it would be the test of. */
    private record Driver(String path, String directory, String tested) {}

    /**
     * The files that are such tests, each with why, by path.
     *
     * @param files the files that are the project's own as far as is known
     */
    public static Map<String, RoleDecision> in(Collection<CountedFile> files) {
        List<Driver> drivers = new ArrayList<>();
        Map<String, Integer> inDirectory = new HashMap<>();
        for (CountedFile file : files) {
            if (file.facts().functions().defined().contains(MAIN)) {
                Matcher name = NAME.matcher(file.path());
                if (name.matches()) {
                    String directory = name.group(1) == null ? "" : name.group(1);
                    String stem = Stream.of(name.group(2), name.group(3), name.group(4))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse("");
                    drivers.add(new Driver(file.path(), directory, directory + stem));
                    inDirectory.merge(directory, 1, Integer::sum);
                }
            }
        }
        Map<String, RoleDecision> tests = new HashMap<>();
        if (!drivers.isEmpty()) {
            Set<String> stems = stems(files);
            for (Driver driver : drivers) {
                if (stems.contains(driver.tested())) {
                    tests.put(
                            driver.path(),
                            new RoleDecision(Role.TEST, "program named as the test of the code beside it"));
                } else if (inDirectory.getOrDefault(driver.directory(), 0) >= SEVERAL) {
                    tests.put(driver.path(), new RoleDecision(Role.TEST, "one of several programs named as tests"));
                }
            }
        }
        return tests;
    }

    private static Set<String> stems(Collection<CountedFile> files) {
        Set<String> stems = new HashSet<>();
        for (CountedFile file : files) {
            Matcher stem = STEM.matcher(file.path());
            if (stem.lookingAt()) {
                stems.add(stem.group());
            }
        }
        return stems;
    }
}
