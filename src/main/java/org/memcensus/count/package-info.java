/** Bytes and a {@link org.memcensus.model.LineSyntax} go in, line counts and the places of code come out. */
@NullMarked
package org.memcensus.count;

import org.jspecify.annotations.NullMarked;
