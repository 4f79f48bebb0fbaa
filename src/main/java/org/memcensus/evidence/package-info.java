/** A module and its facts go in, evidence and answers come out. */
@NullMarked
package org.memcensus.evidence;

import org.jspecify.annotations.NullMarked;
