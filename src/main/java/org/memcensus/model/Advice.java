package org.memcensus.model;

import java.util.Locale;

/**
 * A replacement that fits a module, and why it does.
 *
 * @param replacement entry of the catalogue
 * @param fit what the module has to do with the replaced component
 * @param reason what in the module matched, one line
 * @param path file that matched
 * @param line its line, from 1; 0 where the path itself matched
 */
public record Advice(Replacement replacement, Fit fit, String reason, String path, int line) {
    /** What a module has to do with a component of the catalogue. */
    public enum Fit {
        /** It is the component: the replacement stands in for the module itself. */
        IS,
        /** It calls the component: the replacement stands in for what it calls. */
        USES,
        /** It does the component's work by itself: the replacement does that work. */
        TWIN;

        /** The word that reports use. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
