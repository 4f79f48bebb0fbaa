package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the entries of <a href="https://docs.gitlab.com/ci/testing/code_quality/">GitLab's Code Quality report</a>. */
final class CodeQuality {
    private CodeQuality() {}

    /**
     * An entry.
     *
     * @param severity {@code info}, {@code minor}, {@code major}, {@code critical} or {@code blocker}
     * @param fingerprint by which GitLab knows it again
     * @param path from the root of the repository
     * @param line from 1; 0 for the file as a whole
     */
    static void entry(
            JsonGenerator json, String name, String text, String severity, String fingerprint, String path, int line)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("description", JsonStyle.whole(Plain.of(text)));
        json.writeStringField("check_name", name);
        json.writeStringField("fingerprint", fingerprint);
        json.writeStringField("severity", severity);
        json.writeObjectFieldStart("location");
        json.writeStringField("path", JsonStyle.whole(path));
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", Math.max(1, line));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }
}
