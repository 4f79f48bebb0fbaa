/** A census goes in, text comes out: the same census, the same bytes. */
@NullMarked
package org.memcensus.report;

import org.jspecify.annotations.NullMarked;
