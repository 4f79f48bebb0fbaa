package org.memcensus.tables;

import java.util.List;
import java.util.Map;

/**
 * A value in a table: a text, a list or a set of named fields. Every scalar is a text; who reads it knows its type.
 *
 * <p>Each node remembers its line, so that a mistake can be named where it stands.
 */
sealed interface Node {
    /** Line of the YAML file on which the value begins, from 1; 0 in a compiled table. */
    int line();

    /**
     * A scalar.
     *
     * @param value its text
     * @param line see {@link Node#line()}
     */
    record Text(String value, int line) implements Node {}

    /**
     * A list.
     *
     * @param items its items in order
     * @param line see {@link Node#line()}
     */
    record Items(List<Node> items, int line) implements Node {}

    /**
     * Named fields.
     *
     * @param fields values by name, in the order of the file
     * @param line see {@link Node#line()}
     */
    record Fields(Map<String, Node> fields, int line) implements Node {}
}
