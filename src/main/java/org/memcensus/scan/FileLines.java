package org.memcensus.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.memcensus.count.Embedding;
import org.memcensus.count.Embeddings;
import org.memcensus.count.TextEncoding;
import org.memcensus.model.Content;
import org.memcensus.model.CountedFile;
import org.memcensus.model.EmbeddedCode;
import org.memcensus.model.Language;
import org.memcensus.model.Safety;
import org.memcensus.model.SourceFile;
import org.memcensus.source.ContentReader;

/**
 * The lines of code of a file, a hash of each, parted by safety class. Of ten million lines some in a thousand have the hash
 * of another.
 *
 * @param parts a part for each language in the file
 */
record FileLines(List<Part> parts) {
    /** No line. */
    static final FileLines NONE = new FileLines(List.of());

    /** Lines in languages of one class. */
    static final class Part {
        private final Safety safety;
        private final int[] hashes;

        Part(Safety safety, int[] hashes) {
            this.safety = safety;
            this.hashes = hashes;
        }

        Safety safety() {
            return safety;
        }

        /** Of its own, and not to be changed. */
        int[] hashes() {
            return hashes;
        }
    }

    /**
     * Reads a file anew.
     *
     * @param file the file of a snapshot
     * @param counted what its visit found
     * @throws IOException if it cannot be read any more
     */
    static FileLines read(
            SourceFile file, CountedFile counted, ContentReader reader, LineSketcher sketcher, long maxFileSize)
            throws IOException {
        if (counted.safety() == Safety.NONE && counted.embedded().isEmpty()) {
            return NONE;
        }
        Content text = TextEncoding.normalise(reader.read(file, maxFileSize));
        Embedding embedding = Embeddings.find(counted.language().name(), text);
        if (embedding == null) {
            return new FileLines(List.of(part(counted.language(), counted.safety(), text, sketcher)));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(part(counted.language(), counted.safety(), embedding.host(), sketcher));
        for (int i = 0; i < counted.embedded().size(); i++) {
            EmbeddedCode code = counted.embedded().get(i);
            parts.add(part(
                    code.language(), code.safety(), embedding.parts().get(i).content(), sketcher));
        }
        return new FileLines(parts);
    }

    private static Part part(Language language, Safety safety, Content text, LineSketcher sketcher) {
        return new Part(safety, safety == Safety.NONE ? new int[0] : sketcher.lines(text, language.syntax()));
    }
}
