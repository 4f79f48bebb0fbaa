package org.memcensus.model;

/** Constructs of C-like code that memory-safety bugs are found near; counted per file, weighed as rates. */
public enum RiskFeature {
    /** A comparison in which a length, size, end or limit takes part. */
    LENGTH_COMPARISON,
    /** Arithmetic on a length or size. */
    LENGTH_ARITHMETIC,
    /** A call that allocates. */
    ALLOCATION,
    /** A call that copies memory: memcpy, memmove and their like. */
    MEMORY_COPY,
    /** A call that grows a buffer. */
    RESIZE,
    /** A call that frees. */
    FREE,
    /** {@code ->}. */
    POINTER_MEMBER,
    /** An index that is not a plain number. */
    VARIABLE_INDEX,
    /** A pointer that is stepped: {@code *p++}, {@code p += n}. */
    POINTER_STEP,
    /** A byte type: unsigned char, u8, uint8_t. */
    BYTE_TYPE,
    /** A function whose name says that it parses, decodes, reads or unpacks. */
    PARSER_FUNCTION,
    /** A wire-integer function: ntohl, be32_to_cpu, get_unaligned and their like. */
    WIRE_INTEGER
}
