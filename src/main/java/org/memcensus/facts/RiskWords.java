package org.memcensus.facts;

import java.util.Set;

/** The words and names that make a name a length, an allocator, a parser and so on, and the bits that say so. */
final class RiskWords {
    /** Words that make a name a length, a size or a limit. */
    private static final Set<String> LENGTH_WORDS = Set.of(
            "len",
            "length",
            "size",
            "sz",
            "end",
            "limit",
            "lim",
            "max",
            "avail",
            "remain",
            "remaining",
            "left",
            "bytes",
            "nbytes",
            "count",
            "cnt",
            "sizeof",
            "datalen",
            "buflen",
            "bufsize",
            "nread",
            "num",
            "capacity");

    private static final Set<String> ALLOCATION_WORDS = Set.of(
            "malloc",
            "calloc",
            "alloc",
            "kmalloc",
            "kzalloc",
            "kcalloc",
            "vmalloc",
            "vzalloc",
            "zalloc",
            "xmalloc",
            "xcalloc",
            "alloca",
            "mallocz",
            "kvmalloc",
            "kvzalloc",
            "valloc",
            "newarray");
    private static final Set<String> COPY_WORDS =
            Set.of("memcpy", "memmove", "bcopy", "mempcpy", "wmemcpy", "memcopy", "copymemory", "movememory");
    private static final Set<String> RESIZE_WORDS = Set.of(
            "realloc",
            "krealloc",
            "xrealloc",
            "reallocarray",
            "grow",
            "resize",
            "expand",
            "extend",
            "reallocf",
            "ensure",
            "enlarge",
            "reserve");
    private static final Set<String> PARSER_WORDS = Set.of(
            "parse",
            "parser",
            "decode",
            "decoder",
            "read",
            "unpack",
            "unmarshal",
            "deserialize",
            "demux",
            "lex",
            "scan",
            "inflate",
            "decompress",
            "uncompress",
            "extract",
            "dissect");
    private static final Set<String> WIRE_WORDS = Set.of(
            "ntohl",
            "ntohs",
            "ntohll",
            "htonl",
            "htons",
            "be16",
            "be32",
            "be64",
            "le16",
            "le32",
            "le64",
            "be16toh",
            "be32toh",
            "be64toh",
            "le16toh",
            "le32toh",
            "le64toh",
            "unaligned",
            "getbe16",
            "getbe32",
            "rb16",
            "rb32",
            "rl16",
            "rl32",
            "bswap",
            "bswap32",
            "bswap16");
    private static final Set<String> BYTE_TYPES = Set.of(
            "u8",
            "uint8_t",
            "uint8",
            "u_char",
            "uchar",
            "u_int8_t",
            "byte",
            "BYTE",
            "guint8",
            "guchar",
            "Byte",
            "Bytef",
            "__u8",
            "UINT8",
            "png_byte",
            "JOCTET",
            "xmlChar",
            "u_byte");

    /** Names that are pointers more often than not: stepping one of them is pointer arithmetic. */
    private static final Set<String> POINTERS = Set.of(
            "p", "pp", "ptr", "cp", "bp", "sp", "dp", "q", "s", "src", "dst", "dest", "buf", "data", "pos", "cur", "in",
            "out", "next", "str", "bufp", "cur_ptr", "rp", "wp", "pkt");

    static final int LENGTH = 1;
    static final int ALLOCATION = 2;
    static final int COPY = 4;
    static final int RESIZE = 8;
    static final int PARSER = 16;
    static final int WIRE = 32;
    static final int FREE = 64;
    static final int BYTE = 128;
    static final int POINTER = 256;
    private static final NameTable<Integer> WORDS = words();
    private static final NameTable<Integer> NAMES = names();

    private RiskWords() {}

    /** The bits of a name that is split into {@code words}. */
    static int kind(byte[] name, Words words) {
        Integer known = NAMES.get(name);
        int kind = known == null ? 0 : known;
        for (int w = 0; w < words.count(); w++) {
            Integer word = WORDS.get(words.hash(w), words.bytes(w), 0, words.length(w));
            if (word != null) {
                kind |= word;
            }
        }
        return kind;
    }

    private static NameTable<Integer> words() {
        NameTable<Integer> table = new NameTable<>();
        add(table, LENGTH_WORDS, LENGTH);
        add(table, ALLOCATION_WORDS, ALLOCATION);
        add(table, COPY_WORDS, COPY);
        add(table, RESIZE_WORDS, RESIZE);
        add(table, PARSER_WORDS, PARSER);
        add(table, WIRE_WORDS, WIRE);
        add(table, Set.of("free", "kfree", "xfree", "vfree", "kvfree", "safefree"), FREE);
        return table;
    }

    private static NameTable<Integer> names() {
        NameTable<Integer> table = new NameTable<>();
        add(table, BYTE_TYPES, BYTE);
        add(table, POINTERS, POINTER);
        return table;
    }

    private static void add(NameTable<Integer> table, Set<String> words, int kind) {
        for (String word : words) {
            Integer old = table.get(word);
            table.put(word, old == null ? kind : old | kind);
        }
    }
}
