package org.memcensus.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.BaselineFile;
import org.memcensus.model.BuildTarget;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.LineSketch;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Role;
import org.memcensus.model.TreeState;
import org.memcensus.model.TreeState.UnsafeFile;
import org.memcensus.model.UsageException;

/** Reads the file that {@code memcensus baseline} wrote. */
public final class BaselineReader {
    /** The version that is read. */
    public static final String SCHEMA = "memcensus/baseline/1";

    private static final String WAY_OUT = ": write it anew with memcensus baseline -o FILE";
    private static final int HEX_DIGITS = 8;

    private BaselineReader() {}

    /**
     * Reads a baseline.
     *
     * @param file its path
     * @throws UsageException if it is not there, of another version or broken
     */
    public static BaselineFile read(String file) throws UsageException {
        try (InputStream in = UserFile.open(Path.of(file))) {
            return read(file, in);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new UsageException("baseline " + file + ": no such file" + WAY_OUT);
        } catch (JsonProcessingException e) {
            throw new UsageException("baseline " + file + ": damaged, no JSON" + WAY_OUT);
        } catch (IOException e) {
            throw new UsageException("baseline " + file + ": cannot be read" + WAY_OUT);
        }
    }

    private static BaselineFile read(String file, InputStream in) throws UsageException, IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        String name = "baseline " + file;
        Node node;
        try (JsonParser parser = factory.createParser(in)) {
            if (parser.nextToken() == null) {
                throw new UsageException(name + ": empty" + WAY_OUT);
            }
            node = YamlTable.node(name, parser, 0);
        }
        try {
            Entry entry = Entry.of(name, node);
            String schema = entry.text("schema", "");
            if (!schema.equals(SCHEMA)) {
                throw new UsageException(
                        name + ": its version '" + schema + "' is not " + SCHEMA + ", the one that is read here");
            }
            BaselineFile baseline = baseline(entry);
            entry.end();
            return baseline;
        } catch (UsageException e) {
            throw new UsageException(e.getMessage() + WAY_OUT);
        }
    }

    private static BaselineFile baseline(Entry entry) throws UsageException {
        String policy = entry.text("policy");
        for (String key : List.of("annotations", "unread", "targets", "modules")) {
            if (!entry.has(key)) {
                throw entry.wrong("missing field '" + key + "'"); // what is not there must not stand for nothing
            }
        }
        List<TreeState.Module> modules = new ArrayList<>();
        for (Entry module : entry.entries("modules")) {
            modules.add(module(module));
        }
        Map<String, String> annotations = entry.entry("annotations").map();
        Set<String> unread = new HashSet<>(entry.texts("unread"));
        String commit = entry.has("commit") ? entry.text("commit") : null;
        List<BuildTarget> targets = entry.texts("targets").stream()
                .map(id -> new BuildTarget(id, "", List.of()))
                .toList();
        return new BaselineFile(policy, new TreeState(commit, modules, targets, annotations, unread));
    }

    private static TreeState.Module module(Entry module) throws UsageException {
        List<UnsafeFile> files = new ArrayList<>();
        for (Entry file : module.entries("files")) {
            files.add(new UnsafeFile(
                    file.text("path"),
                    file.word("role", Role.class),
                    number(file, "lines"),
                    file.has("blob") ? file.text("blob") : null,
                    sketch(file)));
            file.end();
        }
        List<EscapeHatch> hatches = new ArrayList<>();
        for (Entry hatch : module.entries("escapeHatches")) {
            hatches.add(new EscapeHatch(
                    hatch.text("kind"), number(hatch, "count"), hatch.text("path"), (int) number(hatch, "line")));
            hatch.end();
        }
        TreeState.Module read = new TreeState.Module(
                module.text("id"),
                module.word("kind", ModuleKind.class),
                module.word("role", Role.class),
                number(module, "code"),
                files,
                hatches);
        module.end();
        return read;
    }

    private static long number(Entry entry, String key) throws UsageException {
        int number = entry.number(key);
        if (number < 0) {
            throw entry.wrong("'" + key + "' is below 0");
        }
        return number;
    }

    /** A shift, a colon, and hashes of eight digits each. */
    private static @Nullable LineSketch sketch(Entry file) throws UsageException {
        if (!file.has("sketch")) {
            return null;
        }
        String text = file.text("sketch");
        int colon = text.indexOf(':');
        try {
            int[] hashes = new int[(text.length() - colon - 1) / HEX_DIGITS];
            for (int i = 0; i < hashes.length; i++) {
                int at = colon + 1 + i * HEX_DIGITS;
                hashes[i] = Integer.parseUnsignedInt(text.substring(at, at + HEX_DIGITS), 16);
            }
            return new LineSketch(Integer.parseInt(text.substring(0, Math.max(0, colon))), hashes);
        } catch (IllegalArgumentException e) {
            throw file.wrong("'sketch' is damaged");
        }
    }
}
