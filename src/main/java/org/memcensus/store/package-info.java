/** Keeps the results of many scans in one SQLite file: rows go in, whole repositories at a time, and a study comes out. */
@NullMarked
package org.memcensus.store;

import org.jspecify.annotations.NullMarked;
