package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memcensus.model.Ties;

/** Finds the options that build files offer to who builds: by line, as they are written, without running anything. */
final class BuildOptions {
    // Each repeat has a bound: a pattern that may begin anywhere must not look at megabytes of white space from each
    // place.

    /** {@code option(X "..." OFF)} and wrappers of it; {@code set(X v CACHE STRING "...")}. */
    private static final Pattern CMAKE = Pattern.compile(
            "(?i)(?:\\w{0,60}option\\s{0,99}\\(\\s{0,99}([A-Z]\\w{1,80})|set\\s{0,99}\\(\\s{0,99}(\\w{1,80})\\s[^\\n]{0,300}\\bCACHE\\b)");

    private static final Pattern MESON = Pattern.compile("option\\s{0,99}\\(\\s{0,99}'([\\w-]{1,80})'([^)]{0,2000})");
    private static final Pattern AUTOCONF =
            Pattern.compile("AC_ARG_(WITH|ENABLE)\\s{0,99}\\(\\s{0,99}\\[?\\s{0,99}([\\w+-]{1,80})");

    /** A shell script in the manner of nginx's: {@code --with-pcre=*)}. */
    private static final Pattern SHELL =
            Pattern.compile("(?m)^[ \\t]{0,99}(--(?:with|enable)-[\\w-]{1,80})(?:=[^)\\n]{0,40})?\\s{0,99}\\)");

    private static final Pattern MAKE = Pattern.compile(
            "(?m)^[ \\t]{0,99}(?:else\\s{1,99})?(?:ifdef\\s{1,99}(\\w{1,80})|ifn?eq\\s{0,99}\\(\\s{0,99}\\$[({](\\w{1,80})[)}]\\s{0,99},\\s{0,99}([\\w-]{0,40})\\s{0,99}\\))");

    private static final Pattern KCONFIG =
            Pattern.compile("(?m)^[ \\t]{0,99}(?:menu)?config[ \\t]{1,99}(\\w{0,80}RUST\\w{0,80})\\s{0,99}$");

    private BuildOptions() {}

    /**
     * An option.
     *
     * @param place where it is declared, and its name as who builds types it
     * @param words the words of its name and of its choices, lower case, and each two of the name beside each other as one
     * @param choices the choices that it offers, lower case; empty where it is on or off
     */
    record Option(Ties.BuildSwitch place, List<String> words, List<String> choices) {
        Option {
            words = List.copyOf(words);
            choices = List.copyOf(choices);
        }

        /** The words of its name, each by itself. */
        List<String> nameWords() {
            return List.of(place.name().toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)).stream()
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /** Whether a file may declare options, by its path. */
    static boolean reads(String path) {
        String name = TreePath.name(path);
        return name.equals("CMakeLists.txt")
                || name.endsWith(".cmake")
                || name.equals("meson_options.txt")
                || name.equals("meson.options")
                || name.equals("configure.ac")
                || name.equals("configure.in")
                || name.endsWith(".m4")
                || path.equals("auto/options")
                || name.equals("Kconfig")
                || (name.equals("Makefile") && path.indexOf('/') == path.lastIndexOf('/'));
    }

    /** The options that a file declares, in order. */
    static List<Option> of(String path, String text) {
        String name = TreePath.name(path);
        List<Option> options = new ArrayList<>();
        Pattern pattern = name.endsWith("options.txt") || name.equals("meson.options")
                ? MESON
                : name.endsWith(".ac") || name.endsWith(".in") || name.endsWith(".m4")
                        ? AUTOCONF
                        : name.equals("options")
                                ? SHELL
                                : name.equals("Makefile") ? MAKE : name.equals("Kconfig") ? KCONFIG : CMAKE;
        Matcher matcher = pattern.matcher(text);
        int line = 1;
        int counted = 0;
        while (matcher.find()) {
            for (; counted < matcher.start(firstGroup(matcher)); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            options.add(option(pattern, matcher, path, line));
        }
        return options;
    }

    private static int firstGroup(Matcher matcher) {
        int group = 1;
        while (group < matcher.groupCount() && matcher.group(group) == null) {
            group++;
        }
        return group;
    }

    private static Option option(Pattern pattern, Matcher matcher, String path, int line) {
        String name = matcher.group(firstGroup(matcher));
        List<String> choices = new ArrayList<>();
        if (pattern == AUTOCONF) {
            name = "--" + matcher.group(1).toLowerCase(Locale.ROOT) + "-" + matcher.group(2);
        } else if (pattern == MESON) {
            name = "-D" + name;
            String rest = matcher.group(2);
            int list = rest.indexOf("choices");
            if (list >= 0) {
                choices.addAll(words(rest.substring(list + "choices".length())));
            }
        } else if (pattern == MAKE && matcher.group(2) != null) {
            name = matcher.group(2) + "=" + matcher.group(3);
        } else if (pattern == KCONFIG) {
            name = "CONFIG_" + name;
        }
        return new Option(new Ties.BuildSwitch(path, line, name), words(name), choices);
    }

    /** Words of a name, lower case, and each two beside each other as one: aws-lc is awslc. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        String before = "";
        for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
                if (!before.isEmpty()) {
                    words.add(before + word);
                }
                before = word;
            }
        }
        return words;
    }
}
