/** Evidence and weights go in, priorities and ranks come out. */
@NullMarked
package org.memcensus.score;

import org.jspecify.annotations.NullMarked;
