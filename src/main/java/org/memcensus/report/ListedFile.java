package org.memcensus.report;

import java.util.Comparator;
import java.util.List;
import org.memcensus.model.Census;
import org.memcensus.model.CountedFile;

/**
 * A counted file as reports list it.
 *
 * @param file the file
 * @param module id of its module
 */
record ListedFile(CountedFile file, String module) {
    /** Every counted file of a census, by path. */
    static List<ListedFile> of(Census census) {
        return census.modules().stream()
                .flatMap(module -> module.module().files().stream()
                        .map(file -> new ListedFile(file, module.module().id())))
                .sorted(Comparator.comparing(listed -> listed.file().path()))
                .toList();
    }
}
