package org.memcensus.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Classification;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Language;

/**
 * What files say of each other, once all are read: a header of C or C++ belongs to those who include it; a file in whose text
 * nothing speaks for a language is in that of the files with its ending beside it. Only what was open is decided.
 */
public final class SecondLook {
    /** Files that must agree before they speak for one beside them. */
    private static final int LEAST_SIBLINGS = 3;

    /** Of ten such files so many must be in the same language. */
    private static final int AGREEING_OF_TEN = 9;

    private final Map<String, Result.Text> settled = new HashMap<>();

    private SecondLook() {}

    /**
     * A file that was read.
     *
     * @param file what was found
     * @param classification why it has its language
     */
    public record Read(CountedFile file, Classification classification) {
        boolean open() {
            String reason = classification.reason();
            return reason.equals(Chooser.USUAL) || reason.equals(Chooser.NEIGHBOURS);
        }
    }

    /**
     * The languages that are now known, by path; a file whose language stays as it is is not among them.
     *
     * @param files all files that were counted
     */
    public static Map<String, Result.Text> at(Collection<Read> files) {
        SecondLook look = new SecondLook();
        look.headers(files);
        look.siblings(files);
        return look.settled;
    }

    private void headers(Collection<Read> files) {
        List<Read> family = new ArrayList<>();
        Language c = null;
        Language cpp = null;
        boolean open = false;
        for (Read read : files) {
            Side side = Side.of(read.file().language());
            if (side != null) {
                family.add(read);
                open |= read.open();
                c = read.file().language().name().equals("C") ? read.file().language() : c;
                cpp = read.file().language().name().equals("C++") ? read.file().language() : cpp;
            }
        }
        if (!open || c == null || cpp == null) {
            return; // nothing is open, or there is one language only
        }
        Includers includers = new Includers(family);
        // Few headers are on the wrong side; only where there are some is it asked who else includes them.
        boolean[] byCpp = includers.reached(Side.CPP, true);
        boolean asked = false;
        for (int i = 0; i < byCpp.length; i++) {
            asked |= family.get(i).open()
                    && (byCpp[i] || Side.of(family.get(i).file().language()) == Side.CPP);
        }
        boolean[] byC = asked ? includers.reached(Side.C, false) : new boolean[0];
        for (int i = 0; i < byC.length; i++) {
            Read read = family.get(i);
            Side now = Side.of(read.file().language());
            if (read.open() && now == Side.CPP && byC[i]) {
                settle(read, c, "a C file includes it");
            } else if (read.open() && now == Side.C && byCpp[i] && !byC[i]) {
                settle(read, cpp, "only C++ files include it");
            }
        }
    }

    private void siblings(Collection<Read> files) {
        Map<String, Map<Language, Integer>> kinds = new HashMap<>();
        List<Read> open = new ArrayList<>();
        for (Read read : files) {
            if (Side.of(read.file().language()) == null || !read.file().path().endsWith(".h")) {
                String reason = read.classification().reason();
                if (reason.equals(Chooser.USUAL)) {
                    open.add(read);
                } else if (reason.equals(Chooser.CONTENT)) {
                    kinds.computeIfAbsent(kind(read), none -> new HashMap<>())
                            .merge(read.file().language(), 1, Integer::sum);
                }
            }
        }
        for (Read read : open) {
            Map<Language, Integer> languages = kinds.getOrDefault(kind(read), Map.of());
            int all = languages.values().stream().mapToInt(Integer::intValue).sum();
            languages.forEach((language, count) -> {
                boolean most = count >= LEAST_SIBLINGS && count * 10 >= all * AGREEING_OF_TEN;
                if (most && !language.name().equals(read.file().language().name())) {
                    settle(read, language, "files of its kind beside it");
                }
            });
        }
    }

    /** The directory and the ending of a file. */
    private static String kind(Read read) {
        String path = read.file().path();
        return path.substring(0, path.lastIndexOf('/') + 1) + '\n' + path.substring(path.lastIndexOf('.') + 1);
    }

    private void settle(Read read, Language language, String reason) {
        settled.put(read.file().path(), new Result.Text(new Classification(language, language.safety(), reason)));
    }

    /** On which side of C and C++ a language is. */
    enum Side {
        C,
        CPP;

        static @Nullable Side of(Language language) {
            return switch (language.name()) {
                case "C", "Objective-C" -> C;
                case "C++", "Objective-C++", "Cuda" -> CPP;
                default -> null;
            };
        }
    }
}
