package org.memcensus.count;

import java.util.List;
import org.memcensus.model.Content;

/**
 * A file parted by languages. Each part has a line for each line of the file, blank where the line is another's, so that
 * line numbers hold in each.
 *
 * @param host what is left to the language of the file
 * @param parts code of other languages
 */
public record Embedding(Content host, List<Part> parts) {
    /** Copies its list. */
    public Embedding {
        parts = List.copyOf(parts);
    }

    /**
     * Code of one other language.
     *
     * @param language its name, or a name by which people call it, in any case
     * @param bytes number of its bytes
     * @param content its lines where they stand in the file, all else blank
     */
    public record Part(String language, long bytes, Content content) {}
}
