package org.memcensus.classify;

import org.memcensus.model.Classification;

/** What a file was found to be. */
public sealed interface Result {
    /**
     * Text in a known language.
     *
     * @param classification its language and class with the reason
     */
    record Text(Classification classification) implements Result {}

    /**
     * No text.
     *
     * @param mediaType its media type; empty where not known
     */
    record Binary(String mediaType) implements Result {}

    /**
     * Text in no known language.
     *
     * @param reason what is known of it, one phrase
     */
    record Unknown(String reason) implements Result {}
}
