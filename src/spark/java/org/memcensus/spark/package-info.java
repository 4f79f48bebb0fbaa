/** The batch as an Apache Spark job: a list goes in, the store's tables come out as Parquet. Built by the profile spark. */
@NullMarked
package org.memcensus.spark;

import org.jspecify.annotations.NullMarked;
