/** Options go in, an exit code comes out. Only this package knows streams, the clock and picocli. */
@NullMarked
package org.memcensus.cli;

import org.jspecify.annotations.NullMarked;
