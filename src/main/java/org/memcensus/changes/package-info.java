/** The log of a repository goes in, what happened to each file comes out. */
@NullMarked
package org.memcensus.changes;

import org.jspecify.annotations.NullMarked;
