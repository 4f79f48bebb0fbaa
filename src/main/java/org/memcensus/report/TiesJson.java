package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.memcensus.model.Ties;

/** The part of a module in JSON that tells of its build and its neighbours. */
final class TiesJson {
    private TiesJson() {}

    /** The directories of a module whose files lie outside its path. */
    static void paths(JsonGenerator json, Ties ties) throws IOException {
        if (!ties.directories().isEmpty()) {
            JsonArrays.texts(json, "paths", ties.directories());
        }
    }

    /** All other ties, those left out that there are not. */
    static void write(JsonGenerator json, Ties ties) throws IOException {
        Ties.Declared declared = ties.declared();
        if (declared != null) {
            json.writeObjectFieldStart("declared");
            json.writeStringField("system", declared.system());
            JsonFields.text(json, "name", declared.name());
            JsonFields.text(json, "path", declared.path());
            json.writeNumberField("line", declared.line());
            json.writeBooleanField("part", declared.part());
            json.writeEndObject();
        }
        Ties.Offer offer = ties.offer();
        if (ties.users() + ties.usedFunctions() > 0 || !offer.isEmpty()) {
            json.writeObjectFieldStart("interface");
            json.writeNumberField("headers", ties.usedHeaders());
            json.writeNumberField("functions", ties.usedFunctions());
            json.writeNumberField("users", ties.users());
            list(json, "installed", offer.headers());
            list(json, "pkgConfig", offer.pkgConfig());
            list(json, "symbols", offer.symbols());
            json.writeEndObject();
        }
        list(json, "dependsOn", ties.dependsOn());
        Ties.Upstream upstream = ties.upstream();
        if (upstream != null) {
            json.writeObjectFieldStart("upstream");
            JsonFields.text(json, "name", upstream.name());
            JsonFields.text(json, "version", upstream.version());
            JsonFields.text(json, "path", upstream.path());
            json.writeEndObject();
        }
        Ties.BuildSwitch build = ties.buildSwitch();
        if (build != null) {
            json.writeObjectFieldStart("buildSwitch");
            JsonFields.text(json, "path", build.path());
            json.writeNumberField("line", build.line());
            JsonFields.text(json, "name", build.name());
            json.writeEndObject();
        }
    }

    private static void list(JsonGenerator json, String field, List<String> items) throws IOException {
        if (!items.isEmpty()) {
            JsonArrays.texts(json, field, items);
        }
    }
}
