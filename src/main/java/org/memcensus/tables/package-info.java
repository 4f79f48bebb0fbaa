/** Reads and checks the tables of knowledge: languages, rules, weights, replacements. */
@NullMarked
package org.memcensus.tables;

import org.jspecify.annotations.NullMarked;
