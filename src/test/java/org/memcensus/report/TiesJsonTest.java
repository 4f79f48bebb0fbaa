package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Ties;

class TiesJsonTest {
    private static String json(Ties ties) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonStyle.on(out)) {
            json.writeStartObject();
            TiesJson.paths(json, ties);
            TiesJson.write(json, ties);
            json.writeEndObject();
        }
        return out.toString().replaceAll("\\s+", "");
    }

    @Test
    void every_tie_has_its_field() throws IOException {
        Ties ties = new Ties(
                new Ties.Declared("cmake", "png", "CMakeLists.txt", 12, true),
                List.of("a", "b"),
                new Ties.Offer(List.of("png.h"), List.of("png.pc.in"), List.of("png.map")),
                List.of("dir:x"),
                3,
                2,
                5,
                new Ties.Upstream("libpng", "1.6.1", "png.h"),
                new Ties.BuildSwitch("configure.ac", 7, "--with-png"));
        assertEquals(
                "{\"paths\":[\"a\",\"b\"],\"declared\":{\"system\":\"cmake\",\"name\":\"png\",\"path\":\"CMakeLists.txt\","
                        + "\"line\":12,\"part\":true},\"interface\":{\"headers\":2,\"functions\":5,\"users\":3,\"installed\":[\"png.h\"],"
                        + "\"pkgConfig\":[\"png.pc.in\"],\"symbols\":[\"png.map\"]},\"dependsOn\":[\"dir:x\"],"
                        + "\"upstream\":{\"name\":\"libpng\",\"version\":\"1.6.1\",\"path\":\"png.h\"},"
                        + "\"buildSwitch\":{\"path\":\"configure.ac\",\"line\":7,\"name\":\"--with-png\"}}",
                json(ties));
    }

    @Test
    void what_there_is_not_is_left_out() throws IOException {
        assertEquals("{}", json(Ties.NONE));
    }
}
