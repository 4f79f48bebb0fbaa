package org.memcensus.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.memcensus.model.AdviceWords;
import org.memcensus.model.UsageException;

/** Reads {@code advice.yaml}: what the first step is put together from, beside the catalogue. */
public final class AdviceTable {
    private AdviceTable() {}

    /** The table. */
    public static AdviceWords read() {
        return Tables.fields("advice", AdviceTable::words);
    }

    private static AdviceWords words(Entry top) throws UsageException {
        List<AdviceWords.Platform> platforms = new ArrayList<>();
        for (Entry platform : top.entries("platforms")) {
            platforms.add(new AdviceWords.Platform(platform.text("name"), set(platform, "words")));
            platform.end();
        }
        top.text("platforms-source");
        return new AdviceWords(
                platforms,
                set(top, "outside"),
                set(top, "perhaps"),
                set(top, "objects"),
                set(top, "aside"),
                set(top, "aside-files"),
                set(top, "inward"),
                set(top, "systems"),
                lists(top.entry("lists")),
                bare(top.entry("bare")));
    }

    private static AdviceWords.Lists lists(Entry entry) throws UsageException {
        AdviceWords.Lists lists = new AdviceWords.Lists(set(entry, "build-files"), set(entry, "globs"));
        entry.end();
        return lists;
    }

    private static AdviceWords.Bare bare(Entry entry) throws UsageException {
        entry.text("source");
        AdviceWords.Bare bare = new AdviceWords.Bare(
                entry.texts("headers"),
                set(entry, "together"),
                set(entry, "build-files"),
                set(entry, "flags"),
                set(entry, "root-flags"),
                entry.texts("scripts"),
                set(entry, "script-words"),
                set(entry, "hosted"));
        entry.end();
        return bare;
    }

    private static Set<String> set(Entry entry, String key) throws UsageException {
        return new LinkedHashSet<>(entry.texts(key));
    }
}
