package org.memcensus.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.memcensus.model.Contact;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.Evidence;
import org.memcensus.model.FirstStep;
import org.memcensus.model.Foundations;
import org.memcensus.model.NativeDependency;
import org.memcensus.model.Opportunity;
import org.memcensus.model.Story;

/** The part of the JSON report that speaks of opportunity: escape hatches, the first step, whom to ask. */
final class JsonOpportunity {
    private JsonOpportunity() {}

    static void hatches(JsonGenerator json, String field, List<EscapeHatch> hatches) throws IOException {
        json.writeArrayFieldStart(field);
        for (EscapeHatch hatch : hatches) {
            json.writeStartObject();
            JsonFields.text(json, "kind", hatch.kind());
            json.writeNumberField("count", hatch.count());
            JsonFields.text(json, "path", hatch.path());
            json.writeNumberField("line", hatch.line());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What is known of a module beyond its hatches and replacements; fields that say nothing are left out. */
    static void module(JsonGenerator json, Opportunity opportunity) throws IOException {
        if (!opportunity.promises().isEmpty()) {
            hatches(json, "promises", opportunity.promises());
        }
        FirstStep step = opportunity.step();
        if (step != null) {
            step(json, step);
        }
        if (!opportunity.contacts().isEmpty()) {
            contacts(json, opportunity.contacts());
        }
    }

    private static void step(JsonGenerator json, FirstStep step) throws IOException {
        json.writeObjectFieldStart("advice");
        JsonFields.text(json, "step", step.text());
        json.writeArrayFieldStart("places");
        for (FirstStep.Place place : step.places()) {
            json.writeStartObject();
            JsonFields.text(json, "what", place.what());
            JsonFields.text(json, "path", place.path());
            json.writeNumberField("line", place.line());
            if (place.lines() > 0) {
                json.writeNumberField("lines", place.lines());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("keepInMind");
        for (String mind : step.mind()) {
            json.writeString(JsonStyle.whole(mind));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("precedents");
        for (Story story : step.precedents()) {
            json.writeStartObject();
            JsonFields.text(json, "text", story.text());
            JsonFields.text(json, "url", story.url());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void contacts(JsonGenerator json, List<Contact> contacts) throws IOException {
        json.writeArrayFieldStart("contacts");
        for (Contact contact : contacts) {
            json.writeStartObject();
            JsonFields.text(json, "name", contact.name());
            JsonFields.text(json, "source", contact.source());
            JsonFields.text(json, "path", contact.path());
            json.writeNumberField("line", contact.line());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void foundations(JsonGenerator json, Foundations foundations) throws IOException {
        json.writeArrayFieldStart("nativeDependencies");
        for (NativeDependency dependency : foundations.natives()) {
            json.writeStartObject();
            JsonFields.text(json, "kind", dependency.kind());
            JsonFields.text(json, "name", dependency.name());
            JsonFields.text(json, "path", dependency.path());
            json.writeNumberField("line", dependency.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("opportunity");
        for (Evidence item : foundations.evidence()) {
            json.writeStartObject();
            JsonFields.text(json, "rule", item.rule());
            json.writeStringField("criterion", item.criterion().name());
            JsonFields.text(json, "path", item.path());
            json.writeNumberField("line", item.line());
            json.writeNumberField("count", item.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
