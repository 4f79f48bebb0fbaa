/** Counted files go in, modules come out, by what the build and the tree declare. */
@NullMarked
package org.memcensus.modules;

import org.jspecify.annotations.NullMarked;
