package org.memcensus.report;

import java.nio.charset.StandardCharsets;

/** A page of HTML that grows: our own markup goes in as it is, foreign text so that it stays text. */
final class Html {
    /** What an address may hold beside letters and digits. */
    private static final String ADDRESS = "-._~:/?#@!$&()*+,;=%";

    private final StringBuilder page = new StringBuilder(1 << 16);

    /** Adds our own markup. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Adds foreign text, or words that may hold a sign of markup. */
    Html text(String foreign) {
        escape(Plain.of(foreign));
        return this;
    }

    /** Adds a foreign name or path, as code. */
    Html code(String foreign) {
        return raw("<code>").text(foreign).raw("</code>");
    }

    /** Adds a link where the address is one, else only its text. */
    Html link(String foreign, String url) {
        return isAddress(url)
                ? raw("<a href=\"").text(url).raw("\">").text(foreign).raw("</a>")
                : text(foreign);
    }

    /** Whether a link may lead there: to the web, without a sign that a browser could read otherwise. */
    static boolean isAddress(String url) {
        return url.startsWith("https://")
                && url.chars().allMatch(c -> c < 0x7f && Character.isLetterOrDigit(c) || ADDRESS.indexOf(c) >= 0);
    }

    /** A path as a part of an address. */
    static String pathInAddress(String path) {
        StringBuilder address = new StringBuilder(path.length() + 16);
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0 && Character.isLetterOrDigit(each) || "-._~/".indexOf(each) >= 0) {
                address.append((char) each);
            } else {
                address.append(String.format("%%%02X", each & 0xff));
            }
        }
        return address.toString();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
