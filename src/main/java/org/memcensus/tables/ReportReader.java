package org.memcensus.tables;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Census;
import org.memcensus.model.CensusSum;
import org.memcensus.model.Coverage;
import org.memcensus.model.Evidence;
import org.memcensus.model.Foundations;
import org.memcensus.model.LanguageSum;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.NativeDependency;
import org.memcensus.model.StoredReport;
import org.memcensus.model.UsageException;

/** Reads the JSON report that {@code memcensus scan -f json} wrote. It may come from anyone, and may have been edited. */
public final class ReportReader {
    /** The version that is read. */
    static final String SCHEMA = "memcensus/report/1";

    private static final String WAY_OUT = ": make it anew with memcensus scan -f json";
    private static final int SHOWN = 60;

    private final String file;
    private final JsonTree tree;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, JsonObject> parts = new HashMap<>();
    private final List<LanguageSum> languages = new ArrayList<>();
    private final List<ModuleCensus> modules = new ArrayList<>();
    private final List<NativeDependency> natives = new ArrayList<>();
    private final List<Evidence> opportunity = new ArrayList<>();
    private @Nullable StoredFiles files;

    private ReportReader(String file, JsonTree tree) {
        this.file = file;
        this.tree = tree;
    }

    /**
     * Reads a report.
     *
     * @param file its name, for messages
     * @param in its bytes; stays open
     * @throws UsageException if it is none, of another version, damaged, does not add up, or is larger than memory
     */
    public static StoredReport read(String file, InputStream in) throws UsageException {
        return read(file, in, Runtime.getRuntime().maxMemory() / 2);
    }

    static StoredReport read(String file, InputStream in, long memory) throws UsageException {
        try (JsonTree tree = new JsonTree(file, in, memory)) {
            return new ReportReader(file, tree).readWhole();
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private StoredReport readWhole() throws IOException, UsageException {
        try {
            return read();
        } catch (JsonEOFException e) {
            throw wrong("ends in the middle");
        } catch (StreamConstraintsException e) {
            boolean length = e.getOriginalMessage().startsWith("Document length");
            throw wrong(
                    length
                            ? "larger than " + JsonTree.MAX_MEGABYTES + " MB, which no report is"
                            : "nested too deeply, or longer than any text of a report");
        } catch (JsonParseException | CharConversionException e) {
            throw wrong("no JSON");
        }
    }

    private UsageException wrong(String what) {
        return new UsageException(file + ":" + tree.line() + ": " + what + WAY_OUT);
    }

    private StoredReport read() throws IOException, UsageException {
        JsonToken first = tree.parser().nextToken();
        if (first == null) {
            throw new UsageException(file + " is empty" + WAY_OUT);
        }
        if (first != JsonToken.START_OBJECT) {
            throw new UsageException(file + ":" + tree.line() + ": JSON, but no report of a scan" + WAY_OUT);
        }
        try {
            while (tree.parser().nextToken() != JsonToken.END_OBJECT) {
                String name = tree.parser().currentName();
                tree.parser().nextToken();
                part(name);
            }
            if (tree.parser().nextToken() != null) {
                throw new UsageException(file + ":" + tree.line() + ": goes on after its end");
            }
            for (String name : List.of("schema", "languages", "modules")) {
                if (!seen.contains(name)) {
                    throw missing(name);
                }
            }
            return report();
        } catch (UsageException e) {
            String message = String.valueOf(e.getMessage());
            throw message.contains("MEMCENSUS_JAVA_OPTS") ? e : new UsageException(message + WAY_OUT);
        }
    }

    private void part(String name) throws IOException, UsageException {
        switch (name) {
            case "schema" -> schema();
            case "tool", "repository", "policy", "history", "summary", "comparison", "coverage" -> {
                JsonObject part = tree.object(name);
                parts.put(name, part);
            }
            case "languages" -> each(name, part -> languages.add(StoredSums.language(part)));
            case "modules" -> each(name, part -> modules.add(StoredModule.of(part)));
            case "nativeDependencies" -> each(name, part -> natives.add(StoredModule.dependency(part)));
            case "opportunity" -> each(name, part -> opportunity.add(StoredModule.sign(part)));
            case "files" -> {
                StoredFiles found = new StoredFiles();
                files = found;
                each(name, found::add);
            }
            default -> {
                tree.parser().skipChildren();
                return;
            }
        }
        if (!seen.add(name)) {
            throw new UsageException(file + ":" + tree.line() + ": " + name + " stands twice");
        }
    }

    private void schema() throws IOException, UsageException {
        String schema = tree.parser().currentToken() == JsonToken.VALUE_STRING
                ? tree.parser().getText()
                : "";
        if (!schema.equals(SCHEMA)) {
            String shown = schema.length() > SHOWN ? schema.substring(0, SHOWN) : schema;
            throw new UsageException(file + ":" + tree.line() + ": its schema is '" + shown + "', and only " + SCHEMA
                    + ", the JSON of a scan, is read");
        }
    }

    /** What is done with one object of a list. */
    @FunctionalInterface
    private interface Body {
        void read(JsonObject part) throws UsageException;
    }

    private void each(String name, Body body) throws IOException, UsageException {
        if (tree.parser().currentToken() != JsonToken.START_ARRAY) {
            throw new UsageException(file + ":" + tree.line() + ": " + name + " must be a list");
        }
        int number = 0;
        while (tree.parser().nextToken() != JsonToken.END_ARRAY) {
            long before = tree.left();
            body.read(tree.object(name + "[" + number++ + "]"));
            if (files != null && name.equals("files")) {
                tree.keepOnly(before, files.lastBytes());
            }
        }
    }

    private JsonObject need(String name) throws UsageException {
        JsonObject part = parts.get(name);
        if (part == null) {
            throw missing(name);
        }
        return part;
    }

    private UsageException missing(String name) {
        return new UsageException(file + ": " + name + " is missing, so this is no report of a scan");
    }

    private StoredReport report() throws UsageException {
        JsonObject tool = need("tool");
        if (!tool.text("name").equals("memcensus")) {
            throw tool.wrong("name", "must be memcensus");
        }
        CensusSum sum = new CensusSum(StoredSums.scopes(need("summary")), languages);
        Coverage coverage = StoredParts.coverage(need("coverage"));
        Agreement agreement = new Agreement(file);
        agreement.check(sum, modules);
        Census census = new Census(
                StoredParts.repository(need("repository")),
                need("policy").text("name"),
                need("policy").text("version"),
                files == null ? modules : files.into(file, modules),
                coverage,
                new Foundations(natives, opportunity),
                seen.contains("history") ? StoredParts.history(need("history")) : null,
                seen.contains("comparison") ? StoredParts.comparison(need("comparison")) : null,
                files == null ? sum : null);
        if (files != null) {
            agreement.check(sum, modules, census);
        }
        return new StoredReport(tool.text("version"), census);
    }
}
