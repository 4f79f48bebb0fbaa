package org.memcensus.source;

import java.io.File;
import org.eclipse.jgit.internal.storage.file.PackIndex;

/**
 * A pack of git objects.
 *
 * @param file the pack itself
 * @param index where in it each object starts
 */
record PackFile(File file, PackIndex index) {}
