package org.memcensus.classify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who holds the copyright, as licences and the heads of sources say: {@code Copyright (c) 2019 A. Writer}. */
final class CopyrightHolders {
    /** A licence speaks of copyright in many places; only where a year or a sign stands beside the word is somebody named. */
    private static final Pattern NOTICE =
            Pattern.compile("copyright\\s*(?=.*(?:\\(c\\)|\u00a9|\\b(?:19|20)\\d\\d\\b))", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_NAME = Pattern.compile(
            "\\(c\\)|\u00a9|<[^>]*>|\\S+@\\S+|\\b(?:all rights reserved|copyright|by)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE = Pattern.compile("^(?:[^\\p{L}]+|present\\b)+", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND = Pattern.compile("(?:[^\\p{L}\\d)]|\\b(?:19|20)\\d\\d\\b)+$");

    /** A sentence that follows; neither an initial nor what is cut short ends one. */
    private static final Pattern NEXT =
            Pattern.compile("(?<!\\b(?:\\p{L}|(?i:inc|ltd|corp|co|llc|jr|dr|st|prof|univ|dept)))\\.\\s+\\p{Lu}.*$");

    /** A longer line is no notice, and would take long to look through. */
    private static final int MAX_LINE = 400;

    /** What a version control system wrote into the file. */
    private static final String STAMP = ",v ";

    private static final Pattern WORD = Pattern.compile("[\\p{L}]{3,}");

    /** Words of many names, and of notices that are to be filled in. */
    private static final Set<String> COMMON = Set.of(
            "and",
            "the",
            "inc",
            "ltd",
            "llc",
            "gmbh",
            "corp",
            "corporation",
            "company",
            "foundation",
            "software",
            "free",
            "project",
            "projects",
            "authors",
            "author",
            "contributors",
            "contributor",
            "developers",
            "team",
            "group",
            "university",
            "others",
            "other",
            "various",
            "for",
            "its",
            "name",
            "owner",
            "yyyy",
            "year",
            "years",
            "from",
            "portions",
            "part",
            "parts",
            "code",
            "this",
            "file",
            "names",
            "see",
            "list",
            "open",
            "source",
            "labs",
            "research",
            "institute",
            "technology",
            "technologies",
            "systems",
            "international",
            "limited");

    private final List<String> names = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    /** Adds those that a text names. */
    void add(String text) {
        boolean open = false; // the years fill a line
        for (String line :
                text.lines().filter(each -> each.length() <= MAX_LINE).toList()) {
            Matcher notice = NOTICE.matcher(line);
            String name = "";
            if (open) {
                name = name(line);
                open = false;
            } else if (!line.contains(STAMP) && notice.find()) {
                name = name(line.substring(notice.end()));
                open = name.isEmpty();
            }
            Set<String> found = words(name);
            if (!found.isEmpty()) {
                names.add(name);
                words.addAll(found);
            }
        }
    }

    /** Adds what may stand for a holder, such as the name of the repository. */
    void addWords(String text) {
        words.addAll(words(text));
    }

    /** The words of a text that tell names apart. */
    private static Set<String> words(String text) {
        Set<String> found = new HashSet<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!COMMON.contains(word.group())) {
                found.add(word.group());
            }
        }
        return found;
    }

    private static String name(String said) {
        String name = BEFORE.matcher(NO_NAME.matcher(said).replaceAll(" ")).replaceFirst("");
        name = NEXT.matcher(name).replaceFirst("");
        return BEHIND.matcher(name).replaceFirst("").replaceAll("\\s+", " ");
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The name that stands first; there is one. */
    String first() {
        return names.get(0);
    }

    /** Whether a word of their names is one of the others' too: then they may be the same. */
    boolean meets(CopyrightHolders others) {
        return words.stream().anyMatch(others.words::contains);
    }
}
