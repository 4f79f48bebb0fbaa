package org.memcensus.manifest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memcensus.model.ManifestRule;

/** Reads one file line by line, as one or more rules ask. */
final class ManifestReader {
    /** A longer line is not one that a person wrote into a manifest. */
    private static final int MAX_LINE = 4096;

    private static final Pattern FLAG = Pattern.compile("(?:^|\\s)-l([A-Za-z0-9_.+-]++)(?![$({])");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;'\"\\[\\]()]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_@$][A-Za-z0-9_.+/@${}-]*");
    private static final Pattern PART = Pattern.compile("^.*[^A-Za-z0-9]$");
    private static final Pattern OPERATOR = Pattern.compile("[<>=!]+");

    private final Map<String, Pattern> compiled = new HashMap<>();

    /** What a rule finds in a file, in order. */
    List<Find> read(ManifestRule rule, String path, byte[] content) {
        if (rule.pattern().isEmpty()) {
            return List.of(new Find(rule, path.substring(path.lastIndexOf('/') + 1), path, 0));
        }
        Matcher wanted = matcher(rule.pattern());
        boolean inside = rule.open().isEmpty();
        boolean continues = false;
        List<Find> finds = new ArrayList<>();
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            if (line.length() > MAX_LINE) {
                continues = false;
                continue;
            }
            if (inside
                    && !rule.close().isEmpty()
                    && matcher(rule.close()).reset(line).find()) {
                inside = false;
            }
            if (continues) {
                names(rule, line, path, i + 1, finds);
            } else if (inside) {
                wanted.reset(line);
                while (wanted.find()) {
                    names(rule, wanted.group(1), path, i + 1, finds);
                }
            }
            continues = rule.continued()
                    && line.endsWith("\\")
                    && (continues || matcher(rule.pattern()).reset(line).find());
            if (!inside && matcher(rule.open()).reset(line).find()) {
                inside = true;
            }
        }
        return finds;
    }

    private Matcher matcher(String pattern) {
        return compiled.computeIfAbsent(pattern, Pattern::compile).matcher("");
    }

    private static void names(ManifestRule rule, String text, String path, int line, List<Find> finds) {
        if (rule.flags()) {
            Matcher flags = FLAG.matcher(text);
            while (flags.find()) {
                add(rule, flags.group(1), path, line, finds);
            }
        } else if (rule.list() || rule.continued()) {
            boolean version = false;
            for (String word : SEPARATOR.split(text, -1)) {
                if (OPERATOR.matcher(word).matches()) {
                    version = true;
                } else if (!version && NAME.matcher(word).matches()) {
                    add(rule, rule.kind().isEmpty() ? word : whole(word), path, line, finds);
                } else {
                    version = false;
                }
            }
        } else {
            add(rule, text.strip(), path, line, finds);
        }
    }

    /** The name of a library before what a build puts there, {@code zlib@MORE@}; empty where it is no whole one. */
    private static String whole(String word) {
        int at = word.indexOf('@');
        return at <= 0 ? word : PART.matcher(word.substring(0, at)).replaceFirst("");
    }

    private static void add(ManifestRule rule, String name, String path, int line, List<Find> finds) {
        if (!name.isEmpty() && !rule.skip().contains(name) && !name.startsWith("@") && !name.startsWith("$")) {
            finds.add(new Find(rule, name, path, line));
        }
    }
}
