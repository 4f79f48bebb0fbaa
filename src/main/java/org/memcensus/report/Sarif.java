package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** The parts of a SARIF 2.1.0 log that are the same whatever it tells. */
final class Sarif {
    /** GitHub takes 25,000 results of a run and shows 5,000. */
    static final int MOST_RESULTS = 5_000;

    /** GitHub takes 1,000 locations of a result; a reader needs fewer. */
    static final int MOST_LOCATIONS = 20;

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    /** Opens the log, its one run, and the list of rules of its tool. */
    static void begin(JsonGenerator json, String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "memcensus");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
    }

    /** A rule. GitHub asks for a full description and for help of each. */
    static void rule(JsonGenerator json, String id, String text, String full, String help, String level)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        text(json, "shortDescription", text);
        text(json, "fullDescription", full);
        text(json, "help", help);
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level);
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("security");
        json.writeString("memory-safety");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Closes the rules, says what could not be read, and opens the list of results. */
    static void results(JsonGenerator json, List<String> warnings) throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (String warning : head(warnings, MOST_RESULTS)) {
            json.writeStartObject();
            json.writeStringField("level", "warning");
            text(json, "message", warning);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayFieldStart("results");
    }

    /** Closes all that is open. */
    static void end(JsonGenerator json) throws IOException {
        json.writeEndArray();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /**
     * A place.
     *
     * @param path from the root of the repository
     * @param line from 1; 0 for the file as a whole
     * @param module id of the module that is meant; empty for none
     * @param id number of a related place, from 1; 0 for none
     * @param message what is to be seen there; empty for nothing
     */
    static void location(JsonGenerator json, String path, int line, String module, int id, String message)
            throws IOException {
        json.writeStartObject();
        if (id > 0) {
            json.writeNumberField("id", id);
        }
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(path));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", Math.max(1, line));
        json.writeEndObject();
        json.writeEndObject();
        if (!module.isEmpty()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", JsonStyle.whole(module));
            json.writeStringField("kind", "module");
            json.writeEndObject();
            json.writeEndArray();
        }
        if (!message.isEmpty()) {
            text(json, "message", message);
        }
        json.writeEndObject();
    }

    /** A path as a relative reference: what a URI cannot hold is escaped, and a colon makes no scheme of it. */
    static String uri(String path) {
        try {
            String raw = new URI(null, null, "/" + JsonStyle.whole(path), null)
                    .toASCIIString()
                    .substring(1);
            return raw.startsWith("/") ? "." + raw : raw.replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static void fingerprint(JsonGenerator json, String value) throws IOException {
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("memcensusModule/v1", value);
        json.writeEndObject();
    }

    static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", JsonStyle.whole(text));
        json.writeEndObject();
    }

    static <T> List<T> head(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }
}
