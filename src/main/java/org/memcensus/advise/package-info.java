/** A module goes in, memory-safe replacements that fit it come out. */
@NullMarked
package org.memcensus.advise;

import org.jspecify.annotations.NullMarked;
