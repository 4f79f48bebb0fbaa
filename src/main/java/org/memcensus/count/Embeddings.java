package org.memcensus.count;

import org.jspecify.annotations.Nullable;
import org.memcensus.model.Content;

/**
 * Finds code of another language inside a file, in the few languages whose files hold code of another safety class.
 * Grammars are not among them: their class is that of their actions. Examples in documentation are not code.
 */
public final class Embeddings {
    private Embeddings() {}

    /**
     * Parts a file by languages.
     *
     * @param language name of the file's own language
     * @return its parts; null where all of it is its own
     */
    public static @Nullable Embedding find(String language, Content content) {
        return switch (language) {
            case "Go" -> CgoPreamble.find(content);
            case "HTML", "Vue", "Svelte" -> PageScripts.find(content);
            case "Jupyter Notebook" -> NotebookCells.find(content);
            case "Cython" -> VerbatimBlocks.inCython(content);
            case "Python" -> VerbatimBlocks.inPython(content);
            case "Perl" -> VerbatimBlocks.inPerl(content);
            default -> null;
        };
    }
}
