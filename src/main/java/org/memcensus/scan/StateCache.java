package org.memcensus.scan;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.BuildTarget;
import org.memcensus.model.CacheFiles;
import org.memcensus.model.Configuration;
import org.memcensus.model.EscapeHatch;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Role;
import org.memcensus.model.TreeState;
import org.memcensus.model.TreeState.UnsafeFile;
import org.memcensus.source.Snapshot;

/**
 * The states of commits, kept from one gate to the next: a base is compared with many times, and never changes. The name
 * of an entry is a hash of all that the state depends on, so that none is ever out of date.
 */
final class StateCache {
    /** Each is about a hundred bytes a file of its tree. */
    private static final int MOST_ENTRIES = 32;

    private final @Nullable CacheFiles folder;
    private final ScanOptions options;

    /** The cache of the user, if the options give one. */
    StateCache(ScanOptions options) {
        Path place = options.history().cache();
        this.folder = place == null ? null : new CacheFiles(place, "state-", MOST_ENTRIES);
        this.options = options;
    }

    /**
     * The name of a commit's state; null where it cannot be kept.
     *
     * @param snapshot the commit
     * @param knowledge the tables in force
     * @param configuration the configuration in force
     */
    @Nullable
    String key(Snapshot snapshot, Knowledge knowledge, Configuration configuration) {
        String commit = snapshot.repository().commit();
        boolean wanted = folder != null && snapshot.files().size() >= Scan.LEAST_CACHED;
        String stamp = wanted ? ProgramStamp.ofThis() : null;
        if (commit == null || stamp == null) {
            return null;
        }
        List<String> parts = new ArrayList<>(List.of(
                stamp,
                commit,
                snapshot.repository().toString(),
                options.place(),
                options.modules().name(),
                options.include().toString(),
                options.exclude().toString(),
                Long.toString(options.maxFileSize()),
                Boolean.toString(options.config().project()),
                configuration.modules().toString(),
                configuration.roles().toString(),
                configuration.languages().toString()));
        parts.addAll(knowledge.circumstances());
        return CacheFiles.name(parts);
    }

    /** What was kept under a key; null if nothing was. */
    @Nullable
    TreeState find(String key) {
        return folder == null ? null : folder.find(key, StateCache::read);
    }

    /** Keeps a state without sketches under a key. */
    void keep(String key, TreeState state) {
        if (folder != null) {
            folder.keep(key, out -> write(state, out));
        }
    }

    private static void write(TreeState state, DataOutputStream out) throws IOException {
        text(state.commit() == null ? "" : state.commit(), out);
        out.writeInt(state.annotations().size());
        for (Map.Entry<String, String> each : state.annotations().entrySet()) {
            text(each.getKey(), out);
            text(each.getValue(), out);
        }
        texts(state.unread(), out);
        texts(state.targets().stream().map(BuildTarget::id).toList(), out);
        out.writeInt(state.modules().size());
        for (TreeState.Module module : state.modules()) {
            text(module.id(), out);
            out.writeByte(module.kind().ordinal());
            out.writeByte(module.role().ordinal());
            out.writeLong(module.code());
            out.writeInt(module.files().size());
            for (UnsafeFile file : module.files()) {
                text(file.path(), out);
                out.writeByte(file.role().ordinal());
                out.writeLong(file.lines());
                text(file.blob() == null ? "" : file.blob(), out);
            }
            out.writeInt(module.hatches().size());
            for (EscapeHatch hatch : module.hatches()) {
                text(hatch.kind(), out);
                out.writeLong(hatch.count());
                text(hatch.path(), out);
                out.writeInt(hatch.line());
            }
        }
    }

    private static TreeState read(DataInputStream in) throws IOException {
        String commit = text(in);
        Map<String, String> annotations = new HashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            annotations.put(text(in), text(in));
        }
        Set<String> unread = new HashSet<>(texts(in));
        // What a base's targets were made of, no gate asks.
        List<BuildTarget> targets =
                texts(in).stream().map(id -> new BuildTarget(id, "", List.of())).toList();
        List<TreeState.Module> modules = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            modules.add(module(in));
        }
        return new TreeState(commit.isEmpty() ? null : commit, modules, targets, annotations, unread);
    }

    private static TreeState.Module module(DataInputStream in) throws IOException {
        String id = text(in);
        ModuleKind kind = ModuleKind.values()[in.readByte()];
        Role role = Role.values()[in.readByte()];
        long code = in.readLong();
        List<UnsafeFile> files = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            String path = text(in);
            Role own = Role.values()[in.readByte()];
            long lines = in.readLong();
            String blob = text(in);
            files.add(new UnsafeFile(path, own, lines, blob.isEmpty() ? null : blob, null));
        }
        List<EscapeHatch> hatches = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            hatches.add(new EscapeHatch(text(in), in.readLong(), text(in), in.readInt()));
        }
        return new TreeState.Module(id, kind, role, code, files, hatches);
    }

    private static void texts(Collection<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String each : texts) {
            text(each, out);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
