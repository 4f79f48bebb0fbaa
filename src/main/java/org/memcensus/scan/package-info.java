/** The main way of the program: knows the stages, their order and the threads. */
@NullMarked
package org.memcensus.scan;

import org.jspecify.annotations.NullMarked;
