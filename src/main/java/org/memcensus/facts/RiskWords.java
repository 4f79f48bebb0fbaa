package org.memcensus.facts;

import java.util.HashMap;
import java.util.Map;
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
    private static final Set<String> FREE_WORDS = Set.of("free", "kfree", "xfree", "vfree", "kvfree", "safefree");

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
    static final int UNSIGNED = 512;
    static final int CHAR = 1024;

    private RiskWords() {}

    /** The bits of each word. */
    static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        add(words, LENGTH_WORDS, LENGTH);
        add(words, ALLOCATION_WORDS, ALLOCATION);
        add(words, COPY_WORDS, COPY);
        add(words, RESIZE_WORDS, RESIZE);
        add(words, PARSER_WORDS, PARSER);
        add(words, WIRE_WORDS, WIRE);
        add(words, FREE_WORDS, FREE);
        return words;
    }

    /** The bits of each whole name. */
    static Map<String, Integer> names() {
        Map<String, Integer> names = new HashMap<>();
        add(names, BYTE_TYPES, BYTE);
        add(names, POINTERS, POINTER);
        names.put("unsigned", UNSIGNED);
        names.put("char", CHAR);
        return names;
    }

    private static void add(Map<String, Integer> kinds, Set<String> words, int kind) {
        for (String word : words) {
            kinds.merge(word, kind, (a, b) -> a | b);
        }
    }
}
