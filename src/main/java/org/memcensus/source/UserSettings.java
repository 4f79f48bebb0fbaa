package org.memcensus.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.lib.Config;

/**
 * What the environment says about how to connect, as git takes it ({@code GIT_CONFIG_COUNT}, {@code GIT_CONFIG_KEY_0}, ...):
 * headers such as the one that carries a token in CI. Nothing else is taken from there, and nothing that names a program.
 */
final class UserSettings {
    private static final int MOST = 100;

    private final List<Setting> headers;

    private UserSettings(List<Setting> headers) {
        this.headers = headers;
    }

    private record Setting(String url, String value) {}

    static UserSettings ofProcess() {
        return of(System.getenv());
    }

    static UserSettings of(Map<String, String> environment) {
        List<Setting> headers = new ArrayList<>();
        String count = environment.getOrDefault("GIT_CONFIG_COUNT", "0");
        int number = count.matches("\\d{1,3}") ? Math.min(MOST, Integer.parseInt(count)) : 0;
        for (int i = 0; i < number; i++) {
            String key = environment.getOrDefault("GIT_CONFIG_KEY_" + i, "");
            String value = environment.getOrDefault("GIT_CONFIG_VALUE_" + i, "");
            String lower = key.toLowerCase(Locale.ROOT);
            if (lower.startsWith("http.") && lower.endsWith(".extraheader")) {
                int end = key.length() - ".extraheader".length();
                headers.add(new Setting(end > "http.".length() ? key.substring("http.".length(), end) : "", value));
            }
        }
        return new UserSettings(headers);
    }

    /** Sets them for one connection; the configuration must not be saved after that. */
    void apply(Config config) {
        for (Setting header : headers) {
            config.setString("http", header.url().isEmpty() ? null : header.url(), "extraHeader", header.value());
        }
    }
}
