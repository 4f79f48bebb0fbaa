package org.memcensus.modules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code cmake_parse_arguments} makes of the arguments of a function: a variable for each keyword. */
final class CMakeArguments {
    /** The word before arguments that the command takes from the function itself, and their first place there. */
    private static final String OF_FUNCTION = "PARSE_ARGV";

    /** Prefix, options, keywords of one value, keywords of several. */
    private static final int HEAD = 4;

    private CMakeArguments() {}

    /**
     * Sets the variables: a prefix and a keyword, and what no keyword takes as {@code UNPARSED_ARGUMENTS}.
     *
     * @param words arguments of the command
     * @param scope variables of the function
     */
    static void parse(List<String> words, CMakeScope scope) {
        boolean ofFunction = words.get(0).equals(OF_FUNCTION);
        List<String> head = ofFunction ? words.subList(Math.min(2, words.size()), words.size()) : words;
        if (head.size() < HEAD || !head.subList(0, HEAD).stream().allMatch(scope::spendWords)) {
            return;
        }
        List<String> given =
                ofFunction ? behind(list(scope.get("ARGV")), words.get(1)) : head.subList(HEAD, head.size());
        String prefix = head.get(0) + "_";
        Set<String> options = Set.copyOf(list(head.get(1)));
        Set<String> single = Set.copyOf(list(head.get(2)));
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 1; i < HEAD; i++) {
            list(head.get(i)).forEach(keyword -> values.put(keyword, new ArrayList<>()));
        }
        List<String> into = rest;
        boolean one = false;
        for (String word : given) {
            List<String> keyword = values.get(word);
            if (keyword == null) {
                into.add(word);
                into = one ? rest : into;
                one = false;
            } else if (options.contains(word)) {
                keyword.add("TRUE");
                into = rest;
                one = false;
            } else {
                into = keyword;
                one = single.contains(word);
            }
        }
        values.forEach((keyword, list) -> scope.set(prefix + keyword, String.join(";", list)));
        scope.set(prefix + "UNPARSED_ARGUMENTS", String.join(";", rest));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";", -1));
    }

    private static List<String> behind(List<String> list, String count) {
        boolean number = count.length() < 5 && count.chars().allMatch(c -> c >= '0' && c <= '9');
        int first = number && !count.isEmpty() ? Integer.parseInt(count) : 0;
        return list.subList(Math.min(first, list.size()), list.size());
    }
}
