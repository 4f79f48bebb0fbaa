package org.memcensus.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.NameSet;

/**
 * Splits the code files of one flat directory into families, by their names first and by what they include second.
 *
 * <p>Every rule looks only at files that share a prefix, or at who includes one header, never at the directory as a whole:
 * so a file with an unrelated name and unrelated includes changes no other family.
 */
final class Families {
    /**
     * More stems than this under one prefix, and the prefix is the project's or the directory's ({@code curl_}, {@code png},
     * {@code ngx_http_}) rather than a family's. The largest families that maintainers speak of as one (HTTP in curl, the
     * connection filters there, the data types of Redis) have up to ten.
     */
    private static final int MAX_STEMS = 12;

    /** Letters that names must share for an include between them to bind them: {@code inf}, not {@code co}. */
    private static final int PREFIX = 3;

    /** Two letters do where all files that include a header share them with it, and are at least so many: {@code gzguts.h}. */
    private static final int SHORT_PREFIX = 2;

    private static final int SHORT_PREFIX_FILES = 3;

    /** A header that more families of other names than this include is an interface, and binds whole words only. */
    private static final int MAX_OUTSIDERS = 1;

    /**
     * A header that more families of other letters include is what all is built upon: in git nearly all of {@code ref*}
     * include {@code refs.h}, and so does nearly all else.
     */
    private static final int MAX_KNOWN = 40;

    /** A header that more families than this include, its own counted, is an interface rather than a private header. */
    private static final int MAX_PRIVATE = 3;

    /** Headers of other families that a source may include and still belong to one: that one, and a configuration. */
    private static final int MAX_FOREIGN = 2;

    /** A family whose name less than one line of so many stands for is called by what most of its code is. */
    private static final int MIN_NAMED = 8;

    /** By convention of C the file of a program's start, which uses what it includes and implements none of it. */
    private static final String PROGRAM = "main";

    /** In the names of sources that are compiled as parts of another: {@code cmd_log.inc.c}. */
    private static final String PART = ".inc.";

    private final Map<String, List<CountedFile>> stems = new TreeMap<>();

    /** For each stem, what its files include of the directory's own. */
    private final Map<String, Set<String>> included = new TreeMap<>();

    /** The stem of each file name that is included. */
    private final Map<String, String> stemOf = new HashMap<>();

    /** The family that each stem is in; grows coarser with each rule. */
    private final Map<String, String> familyOf = new HashMap<>();

    /** The family that each stem is in by its name alone. */
    private final Map<String, String> tokenOf = new HashMap<>();

    /** For each family's prefix, the overfull prefix before it that says nothing. */
    private final Map<String, Integer> stripped = new HashMap<>();

    /** Why each stem left the family of its name. */
    private final Map<String, String> whys = new HashMap<>();

    /** Stems that have joined a family without a say in its name. */
    private final Set<String> crumbs = new HashSet<>();

    private Families(Collection<CountedFile> files) {
        for (CountedFile file : files) {
            stems.computeIfAbsent(TreePath.stem(file.path()), any -> new ArrayList<>())
                    .add(file);
        }
        findIncludes();
    }

    private void findIncludes() {
        Map<String, String> names = new HashMap<>();
        stems.forEach((stem, members) -> members.forEach(file -> names.put(TreePath.name(file.path()), stem)));
        stems.forEach((stem, members) -> {
            for (CountedFile file : members) {
                boolean joining = joinsSources(file, names.keySet());
                for (FileFacts.Include include : file.facts().includes()) {
                    String owner = names.get(include.header());
                    if (owner != null && (!joining || isPart(include.header()))) {
                        included.computeIfAbsent(stem, any -> new HashSet<>()).add(include.header());
                        stemOf.put(include.header(), owner);
                    }
                }
            }
        });
    }

    /**
     * Whether a file includes more sources than a family has: it is there to compile a whole library at once, and they are no
     * parts of it. Those that are called parts are.
     */
    private static boolean joinsSources(CountedFile file, Set<String> names) {
        return file.facts().includes().stream()
                        .map(FileFacts.Include::header)
                        .filter(header -> names.contains(header) && !isPart(header))
                        .distinct()
                        .count()
                > MAX_STEMS;
    }

    /** Whether a file is named as one that is there to be included. */
    private static boolean isPart(String name) {
        return Headers.is(name) || name.contains(PART);
    }

    /**
     * The families of some files.
     *
     * @param files code files of one directory
     * @param shared paths of files that others in another directory include
     */
    static Families of(Collection<CountedFile> files, Set<String> shared) {
        Families families = new Families(files);
        families.byToken(new ArrayList<>(families.stems.keySet()), 0);
        families.tokenOf.putAll(families.familyOf);
        families.byInclude();
        families.joinCrumbs(shared);
        return families;
    }

    /** Why a file is in its family, where its name alone does not say it; else empty. */
    String why(String path) {
        return whys.getOrDefault(TreePath.stem(path), "");
    }

    /** Files by the name of their family; one of a single stem is called by it: crc32, not crc. */
    Map<String, List<CountedFile>> result() {
        Map<String, List<String>> members = new TreeMap<>();
        stems.keySet()
                .forEach(stem -> members.computeIfAbsent(family(stem), any -> new ArrayList<>())
                        .add(stem));
        Map<String, List<CountedFile>> result = new TreeMap<>();
        members.forEach((family, group) -> {
            List<String> naming =
                    group.stream().filter(stem -> !crumbs.contains(stem)).toList();
            String main = main(family, naming);
            List<String> named = main.equals(family)
                    ? naming
                    : naming.stream()
                            .filter(stem -> main.equals(tokenOf.get(stem)))
                            .toList();
            String stem = named.get(0);
            String name = named.size() == 1 && !members.containsKey(stem)
                    ? stem
                    : numbered(worded(main, named, members.keySet()), named, members.keySet());
            result.put(
                    name, group.stream().flatMap(each -> filesOf(each).stream()).toList());
        });
        return result;
    }

    /**
     * What a family is called by: its own name, unless next to nothing of its code has it; then that of the names which has
     * most. A few lines more or less change no name.
     */
    private String main(String family, List<String> naming) {
        Map<String, Long> code = new TreeMap<>();
        long all = 0;
        long own = 0;
        for (String stem : naming) {
            long lines =
                    filesOf(stem).stream().mapToLong(CountedFile::unsafeCode).sum();
            code.merge(tokenOf.getOrDefault(stem, stem), lines, Long::sum);
            all += lines;
            own += stem.startsWith(family) ? lines : 0;
        }
        return own * MIN_NAMED >= all
                ? family
                : Collections.max(code.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** A family's name with the words behind it that all its names have: read-cache of read-cache and read-cache-ll. */
    private static String worded(String family, List<String> group, Set<String> taken) {
        String first = group.get(0);
        int length = family.length();
        while (length < first.length()) {
            int from = length;
            int end = StemTokens.end(first, from);
            String longer = first.substring(0, end);
            boolean all = end > from
                    && first.startsWith(family)
                    && !taken.contains(longer)
                    && group.stream().allMatch(stem -> stem.startsWith(longer) && StemTokens.end(stem, from) == end);
            if (!all) {
                break;
            }
            length = end;
        }
        return length == family.length() ? family : first.substring(0, length);
    }

    /** A family's name with the number behind it, where all its names have the same one: dnp3 of dnp3 and dnp3-objects. */
    private static String numbered(String family, List<String> group, Set<String> taken) {
        String first = group.get(0);
        int end = family.length();
        while (first.startsWith(family) && end < first.length() && Character.isDigit(first.charAt(end))) {
            end++;
        }
        String name = first.substring(0, Math.min(end, first.length()));
        boolean whole = end > family.length()
                && group.stream()
                        .allMatch(stem -> stem.startsWith(name)
                                && (stem.length() == name.length() || !Character.isDigit(stem.charAt(name.length()))));
        return whole && !taken.contains(name) ? name : family;
    }

    private List<CountedFile> filesOf(String stem) {
        return stems.getOrDefault(stem, List.of());
    }

    private String family(String stem) {
        return familyOf.getOrDefault(stem, stem);
    }

    /**
     * Groups sorted names that agree up to {@code from} by their next token, small letters or capitals; too large a group by the token after it: one of
     * too many names, or of more code than a directory of its own may hold.
     */
    private void byToken(List<String> names, int from) {
        Map<String, List<String>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names) {
            groups.computeIfAbsent(name.substring(0, StemTokens.end(name, from)), any -> new ArrayList<>())
                    .add(name);
        }
        groups.forEach((prefix, group) -> {
            if ((group.size() > MAX_STEMS || isMuch(group)) && prefix.length() > from) {
                byToken(group, prefix.length());
            } else {
                group.forEach(name -> familyOf.put(name, prefix));
                stripped.put(prefix, from == 0 ? 0 : StemTokens.start(prefix, from));
            }
        });
    }

    private boolean isMuch(List<String> names) {
        return names.size() > 1
                && names.stream()
                                .flatMap(name -> filesOf(name).stream())
                                .mapToLong(CountedFile::unsafeCode)
                                .sum()
                        > FlatDirectory.MUCH_CODE;
    }

    private void byInclude() {
        merge(withLetters(links()), "first letters in common with files that it includes or that include it");
        merge(withSoleIncluder(links()), "no other family includes it");
        merge(withPrivateHeader(links()), "its functions are declared in a header of this family");
    }

    /** Puts families of next to nothing to the only one that they have to do with. */
    private void joinCrumbs(Set<String> shared) {
        Map<String, String> before = new HashMap<>(familyOf);
        merge(
                new Crumbs(stems, familyOf, links(), shared).owners(),
                "too little to be a unit, and tied to this family alone");
        familyOf.forEach((stem, family) -> {
            if (!family.equals(before.get(stem))) {
                crumbs.add(stem);
            }
        });
    }

    /** Gives families their new names, for a reason. */
    private void merge(Map<String, String> names, String why) {
        if (!names.isEmpty()) {
            familyOf.replaceAll((stem, family) -> {
                String name = names.getOrDefault(family, family);
                if (!name.equals(family)) {
                    whys.put(stem, why);
                }
                return name;
            });
        }
    }

    /** Which families include which headers of the directory, that of their own family left out. */
    private FamilyLinks links() {
        Map<String, String> owners = new HashMap<>();
        stemOf.forEach((header, stem) -> owners.put(header, family(stem)));
        FamilyLinks links = new FamilyLinks(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), owners);
        included.forEach((stem, headers) -> headers.forEach(header -> links.add(family(stem), header)));
        return links;
    }

    /** Joins families whose names share their first letters, and of which one includes a header of the other. */
    private Map<String, String> withLetters(FamilyLinks links) {
        NavigableMap<String, Integer> sizes = new TreeMap<>();
        familyOf.values().forEach(family -> sizes.merge(family, 1, Integer::sum));
        Map<String, List<String>> buckets = new TreeMap<>();
        bucket(new ArrayList<>(sizes.keySet()), PREFIX, sizes, buckets);
        Map<String, String> bucketOf = new HashMap<>();
        buckets.forEach((prefix, families) -> families.forEach(family -> bucketOf.put(family, prefix)));
        Joins joins = new Joins();
        links.includers().forEach((header, includers) -> {
            String owner = links.owner(header);
            String bucket = bucketOf.get(owner);
            if (bucket != null) {
                List<String> inside = includers.stream()
                        .filter(family -> bucket.equals(bucketOf.get(family)))
                        .toList();
                int outside = includers.size() - inside.size();
                boolean known = outside > MAX_OUTSIDERS;
                (outside > MAX_KNOWN ? Stream.<String>empty() : inside.stream())
                        .filter(family -> !known || family.startsWith(owner) || owner.startsWith(family))
                        .forEach(family -> joins.join(owner, family));
            }
            shortPrefix(owner, includers, sizes).forEach(family -> joins.join(owner, family));
        });
        return joins.named(Families::commonName);
    }

    /** Puts names into buckets by their first letters; an overfull bucket is emptied into those with more letters. */
    private void bucket(
            List<String> families, int letters, Map<String, Integer> sizes, Map<String, List<String>> buckets) {
        Map<String, List<String>> groups = new TreeMap<>();
        for (String family : families) {
            int length = Math.max(stripped.getOrDefault(family, 0), letters - PREFIX) + PREFIX;
            if (family.length() >= length) {
                groups.computeIfAbsent(family.substring(0, length), any -> new ArrayList<>())
                        .add(family);
            }
        }
        groups.forEach((prefix, group) -> {
            int stemsInGroup = group.stream()
                    .mapToInt(family -> sizes.getOrDefault(family, 0))
                    .sum();
            if (stemsInGroup <= MAX_STEMS) {
                buckets.put(prefix, group);
            } else if (group.size() > 1) {
                bucket(group, prefix.length() + PREFIX, sizes, buckets);
            }
        });
    }

    /** The families that a header binds by two letters: nearly all that include it. */
    private List<String> shortPrefix(String owner, Set<String> includers, NavigableMap<String, Integer> sizes) {
        if (owner.length() <= SHORT_PREFIX || stripped.getOrDefault(owner, 0) > 0) {
            return List.of();
        }
        String letters = owner.substring(0, SHORT_PREFIX);
        List<String> bound =
                includers.stream().filter(family -> family.startsWith(letters)).toList();
        boolean few = sizes.subMap(letters, letters + Character.MAX_VALUE).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                <= MAX_STEMS;
        return few && bound.size() >= SHORT_PREFIX_FILES && includers.size() - bound.size() <= MAX_OUTSIDERS
                ? bound
                : List.of();
    }

    /** Whether a file is compiled by itself; a source that another one includes is a part of that one. */
    private boolean standsAlone(CountedFile file) {
        return !Headers.is(file.path()) && !stemOf.containsKey(TreePath.name(file.path()));
    }

    /** Gives headers, and sources that are there to be included, to the one family that includes them. */
    private Map<String, String> withSoleIncluder(FamilyLinks links) {
        Set<String> sources = new HashSet<>();
        stems.forEach((stem, members) -> {
            if (members.stream().anyMatch(this::standsAlone)) {
                sources.add(family(stem));
            }
        });
        Map<String, String> next = new TreeMap<>();
        links.others().forEach((family, others) -> {
            if (!sources.contains(family) && others.size() == 1) {
                next.put(family, others.first());
            }
        });
        Map<String, String> names = new HashMap<>();
        next.keySet().forEach(family -> names.put(family, end(family, next)));
        return names;
    }

    /** Where a chain of headers ends; the smallest name where it is a ring. */
    static String end(String family, Map<String, String> next) {
        TreeSet<String> seen = new TreeSet<>();
        String at = family;
        while (next.containsKey(at) && seen.add(at)) {
            at = next.getOrDefault(at, at);
        }
        return seen.contains(at) ? seen.first() : at;
    }

    /**
     * Gives a source whose functions no header of its own declares to the family of the only private header that it
     * includes: that header declares them.
     */
    private Map<String, String> withPrivateHeader(FamilyLinks links) {
        Map<String, String> names = new HashMap<>();
        links.included().forEach((family, headers) -> {
            List<String> foreign = headers.stream()
                    .filter(header -> !links.owner(header).equals(family))
                    .toList();
            List<String> near = foreign.stream()
                    .filter(header -> links.around(header) <= MAX_PRIVATE)
                    .toList();
            List<String> owners = near.stream().map(links::owner).distinct().toList();
            if (owners.size() == 1
                    && !declaresOthersOnly(near, owners.get(0), family)
                    && foreign.size() <= MAX_FOREIGN
                    && !links.others().containsKey(family)
                    && !family.equals(PROGRAM)) {
                names.put(family, owners.get(0));
            }
        });
        return names;
    }

    /**
     * Whether headers declare functions of the family that owns them, and none of another that includes them. Where they
     * declare in a way that is not read, nothing of either is found.
     */
    private boolean declaresOthersOnly(List<String> headers, String owner, String family) {
        List<NameSet> declared = headers.stream()
                .map(stemOf::get)
                .flatMap(stem -> filesOf(stem).stream())
                .filter(file -> headers.contains(TreePath.name(file.path())))
                .map(file -> file.facts().functions().called())
                .toList();
        return definesAny(owner, declared) && !definesAny(family, declared);
    }

    private boolean definesAny(String family, List<NameSet> declared) {
        return stems.keySet().stream()
                .filter(stem -> family(stem).equals(family))
                .flatMap(stem -> filesOf(stem).stream())
                .map(file -> file.facts().functions().defined())
                .anyMatch(defined -> {
                    for (int i = 0; i < defined.size(); i++) {
                        int name = defined.get(i);
                        if (declared.stream().anyMatch(names -> names.contains(name))) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /** The letters that all names share, without a separator at the end. */
    private static String commonName(NavigableSet<String> names) {
        String first = names.first();
        String last = names.last();
        int length = 0;
        while (length < Math.min(first.length(), last.length()) && first.charAt(length) == last.charAt(length)) {
            length++;
        }
        while (length > 1 && StemTokens.separates(first.charAt(length - 1))) {
            length--;
        }
        return first.substring(0, length);
    }
}
