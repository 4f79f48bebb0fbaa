package org.memcensus.modules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.ModuleMarks;
import org.memcensus.model.Safety;

/**
 * Which files may choose between implementations of a kind of component: those that are named after one, or include the
 * headers of two. Immutable.
 */
final class ImplementationUsers {
    private static final Map<Integer, String> NONE = Map.of();

    private static final char NO_LETTER = 0;

    /** For each name of an implementation the numbers of the kinds that it is of. */
    private final Map<String, List<Integer>> byName = new HashMap<>();

    /** The first two letters of all these names: few other words begin so, and all files of a tree are asked. */
    private final BitSet beginnings = new BitSet();

    /** For each header as included, the implementations that it is named after, by the number of their kind. */
    private final Map<String, Map<Integer, String>> byHeader = new HashMap<>();

    /** The numbers of the kinds that a file asks for, by its path; most files ask for none, and are left out. */
    private final Map<String, List<Integer>> byPath = new HashMap<>();

    private ImplementationUsers(List<ModuleMarks.Choice> choices) {
        for (int kind = 0; kind < choices.size(); kind++) {
            for (String name : choices.get(kind).implementations()) {
                byName.computeIfAbsent(name, any -> new ArrayList<>()).add(kind);
                beginnings.set(pair(name.charAt(0), name.charAt(1)));
                beginnings.set(pair(name.charAt(0), NO_LETTER));
            }
        }
    }

    /**
     * Looks at the files of a tree.
     *
     * @param choices kinds of components with several implementations
     * @param files the files
     */
    static ImplementationUsers of(List<ModuleMarks.Choice> choices, List<CountedFile> files) {
        ImplementationUsers users = new ImplementationUsers(choices);
        for (CountedFile file : files) {
            if (file.safety() == Safety.UNSAFE) {
                users.add(file);
            }
        }
        return users;
    }

    /** The places in the list of kinds of those that a file may choose in. */
    List<Integer> kinds(CountedFile file) {
        return byPath.getOrDefault(file.path(), List.of());
    }

    private void add(CountedFile file) {
        Map<Integer, String> asked = NONE;
        List<Integer> kinds = new ArrayList<>(named(TreePath.stem(file.path())).keySet());
        for (FileFacts.Include include : file.facts().includes()) {
            Map<Integer, String> named = byHeader.computeIfAbsent(include.header(), this::named);
            for (Map.Entry<Integer, String> implementation : named.entrySet()) {
                asked = asked.isEmpty() ? new HashMap<>() : asked;
                String other = asked.putIfAbsent(implementation.getKey(), implementation.getValue());
                if (other != null
                        && !other.equals(implementation.getValue())
                        && !kinds.contains(implementation.getKey())) {
                    kinds.add(implementation.getKey());
                }
            }
        }
        if (!kinds.isEmpty()) {
            byPath.put(file.path(), kinds);
        }
    }

    /** Whether a word of a name begins as that of an implementation; c-ares is one in two words, the first of one letter. */
    private boolean mayName(String name) {
        boolean inside = false;
        for (int i = 0; i < name.length(); i++) {
            boolean word = isWord(name.charAt(i));
            if (word && !inside) {
                boolean longer = i + 1 < name.length() && isWord(name.charAt(i + 1));
                if (beginnings.get(pair(name.charAt(i), longer ? name.charAt(i + 1) : NO_LETTER))) {
                    return true;
                }
            }
            inside = word;
        }
        return false;
    }

    private static boolean isWord(char c) {
        return BuildOptions.isWord(Character.toLowerCase(c));
    }

    private static int pair(char first, char second) {
        return Character.toLowerCase(first) << Byte.SIZE | Character.toLowerCase(second);
    }

    /** The implementations that a name speaks of, one of each kind. */
    private Map<Integer, String> named(String name) {
        if (!mayName(name)) {
            return NONE;
        }
        Map<Integer, String> named = NONE;
        for (String word : BuildOptions.words(name)) {
            for (int kind : byName.getOrDefault(word, List.of())) {
                named = named.isEmpty() ? new TreeMap<>() : named;
                named.put(kind, word);
            }
        }
        return named;
    }
}
