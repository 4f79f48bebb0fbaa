/** A file goes in, its language, safety class and role come out, with the reason. */
@NullMarked
package org.memcensus.classify;

import org.jspecify.annotations.NullMarked;
