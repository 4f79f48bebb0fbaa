package org.memcensus.batch;

import java.nio.file.Path;

/**
 * A repository on this disk, ready to be scanned.
 *
 * @param task what it is
 * @param folder where it lies
 * @param bytes its size; 0 for one that was not cloned, but lay here
 * @param room what it holds of the disk budget
 * @param startedAt when its clone began
 */
record LocalRepository(Task task, Path folder, long bytes, long room, String startedAt) {}
