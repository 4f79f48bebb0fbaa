/** Code goes in, what stands in it comes out: calls, headers, names, risky constructs. */
@NullMarked
package org.memcensus.facts;

import org.jspecify.annotations.NullMarked;
