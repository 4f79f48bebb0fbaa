/** Two states of a repository and limits go in, a {@link org.memcensus.model.Verdict} comes out. */
@NullMarked
package org.memcensus.gate;

import org.jspecify.annotations.NullMarked;
