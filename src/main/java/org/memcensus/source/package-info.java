/** An address goes in, a {@link org.memcensus.source.Snapshot} of its files comes out. Only this package knows git. */
@NullMarked
package org.memcensus.source;

import org.jspecify.annotations.NullMarked;
