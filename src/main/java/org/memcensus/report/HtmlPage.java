package org.memcensus.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What every page begins and ends with: it loads nothing, runs no script, and stands for itself. */
final class HtmlPage {
    /** Whatever a hostile name could smuggle in, a browser would neither load nor run it. The page is XML, too. */
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="referrer" content="no-referrer"/>
            """;

    private HtmlPage() {}

    /** A page up to its first words. */
    static Html begin(String title) {
        return new Html()
                .raw(HEAD)
                .raw("<title>")
                .text(title)
                .raw("</title>\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n");
    }

    /** The foot of a page, with what made it. */
    static void end(String version, String policy, Html page) {
        page.raw("<footer>memcensus ").text(version).raw(", policy ");
        page.text(policy).raw("</footer>\n</body>\n</html>\n");
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream("/report/report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
