/** The nouns of the report: values that the stages hand to each other, and nothing that does work. */
@NullMarked
package org.memcensus.model;

import org.jspecify.annotations.NullMarked;
