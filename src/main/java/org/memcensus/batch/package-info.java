/** Scans a list of repositories: clones, scans and stores, each at its own pace, and goes on where it was stopped. */
@NullMarked
package org.memcensus.batch;

import org.jspecify.annotations.NullMarked;
