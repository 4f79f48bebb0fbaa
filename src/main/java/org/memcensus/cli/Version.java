package org.memcensus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build has written down. */
final class Version {
    private Version() {}

    /** The version of this build, such as {@code 0.1.0}. */
    static String ofBuild() {
        try (InputStream in = Version.class.getResourceAsStream("/memcensus.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
