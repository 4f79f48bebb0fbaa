package org.memcensus.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.memcensus.model.Ties;

/** Finds the options that build files offer to who builds: by line, as they are written, without running anything. */
final class BuildOptions {
    /** Options that one file declares: far more than any known one does. */
    private static final int MAX_OPTIONS = 10_000;

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
        List<Option> options = new ArrayList<>();
        OptionSyntax syntax = OptionSyntax.of(path);
        int[] counted = {0, 1};
        syntax.find(text, found -> {
            if (options.size() >= MAX_OPTIONS) {
                return;
            }
            int place = found.start(firstGroup(found));
            for (; counted[0] < place; counted[0]++) {
                counted[1] += text.charAt(counted[0]) == '\n' ? 1 : 0;
            }
            options.add(option(syntax, found, path, counted[1]));
        });
        return options;
    }

    private static int firstGroup(Matcher matcher) {
        int group = 1;
        while (group < matcher.groupCount() && matcher.group(group) == null) {
            group++;
        }
        return group;
    }

    private static Option option(OptionSyntax syntax, Matcher matcher, String path, int line) {
        String name = matcher.group(firstGroup(matcher));
        List<String> choices = new ArrayList<>();
        if (syntax == OptionSyntax.AUTOCONF) {
            name = "--" + matcher.group(1).toLowerCase(Locale.ROOT) + "-" + matcher.group(2);
        } else if (syntax == OptionSyntax.MESON) {
            name = "-D" + name;
            String rest = matcher.group(2);
            int list = rest.indexOf("choices");
            if (list >= 0) {
                choices.addAll(words(rest.substring(list + "choices".length())));
            }
        } else if (syntax == OptionSyntax.MAKE && matcher.group(2) != null) {
            name = matcher.group(2) + "=" + matcher.group(3);
        } else if (syntax == OptionSyntax.KCONFIG) {
            name = "CONFIG_" + name;
        }
        return new Option(new Ties.BuildSwitch(path, line, name), words(name), choices);
    }

    /** Words of a name, lower case, and each two beside each other as one: aws-lc is awslc. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        String before = "";
        String lower = name.toLowerCase(Locale.ROOT);
        int end;
        for (int start = 0; start < lower.length(); start = end + 1) {
            end = start;
            while (end < lower.length() && isWord(lower.charAt(end))) {
                end++;
            }
            if (end > start) {
                String word = lower.substring(start, end);
                words.add(word);
                if (!before.isEmpty()) {
                    words.add(before + word);
                }
                before = word;
            }
        }
        return words;
    }

    /** Whether a small letter or a digit, of which words are made. */
    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
