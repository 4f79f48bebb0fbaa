package org.memcensus.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.Attributes;
import org.memcensus.classify.Overrides;
import org.memcensus.classify.Roles;
import org.memcensus.classify.TreeContext;
import org.memcensus.model.Classification;
import org.memcensus.model.Content;
import org.memcensus.model.GateLimits;
import org.memcensus.model.Language;
import org.memcensus.model.LanguageType;
import org.memcensus.model.Problem;
import org.memcensus.model.Safety;
import org.memcensus.model.SourceFile;
import org.memcensus.source.ContentReader;
import org.memcensus.source.Snapshot;
import org.memcensus.tables.LanguageTable;
import org.memcensus.tables.RoleTable;

/**
 * Content of a scanned tree that was not read and could hide unsafe code that is judged: files that cannot be read,
 * submodules, and files that are too large, binary or LFS pointers though their name is that of an unsafe language.
 */
final class Holes {
    private static final Content NOTHING = new Content(new byte[0], 0);

    private final Map<String, Language> unsafe = new HashMap<>();
    private final Roles roles;
    private final GateLimits limits;
    private final Snapshot snapshot;
    private final Language any;

    Holes(Attributes attributes, Overrides overrides, GateLimits limits, Snapshot snapshot) {
        TreeContext tree =
                TreeContext.of(snapshot.files().stream().map(SourceFile::path).toList(), snapshot.submodules());
        this.roles = new Roles(RoleTable.read(), attributes, overrides, tree);
        this.limits = limits;
        this.snapshot = snapshot;
        Set<String> doubtful = new HashSet<>();
        List<Language> languages = LanguageTable.read().languages();
        for (Language language : languages) {
            for (String extension : language.extensions()) {
                if (language.safety() == Safety.UNSAFE) {
                    unsafe.putIfAbsent(extension, language);
                } else if (language.type() == LanguageType.PROGRAMMING) {
                    doubtful.add(extension);
                }
            }
        }
        unsafe.keySet().removeAll(doubtful);
        any = languages.get(0);
    }

    /** Every hole, with its reason, sorted by path. */
    List<Problem> of(Scanned scanned) {
        List<Problem> holes = new ArrayList<>();
        snapshot.notes().stream().filter(note -> note.path().isEmpty()).forEach(holes::add);
        for (SourceFile file : snapshot.files()) {
            if (scanned.outcomes().get(file.path()) instanceof Outcome.LeftOut left) {
                String reason = reason(file.path(), left);
                if (reason != null) {
                    holes.add(new Problem(file.path(), reason));
                }
            }
        }
        return holes;
    }

    private @Nullable String reason(String path, Outcome.LeftOut left) {
        return switch (left.why()) {
            case UNREADABLE -> left.detail().equals(ContentReader.GONE) ? null : "cannot be read: " + left.detail();
            case SUBMODULE -> judged(path, any) ? "a submodule, whose code is not read" : null;
            case TOO_LARGE -> named(path) ? "too large to be read: " + left.detail() : null;
            case BINARY -> named(path) ? "named as code, and holds bytes that no text holds" : null;
            case LFS_POINTER -> named(path) ? "a Git LFS pointer, whose code is not read" : null;
            case SYMLINK, UNKNOWN, EXCLUDED -> null;
        };
    }

    private boolean named(String path) {
        int dot = path.lastIndexOf('.');
        Language language = dot < 0 ? null : unsafe.get(path.substring(dot));
        return language != null && judged(path, language);
    }

    private boolean judged(String path, Language language) {
        return limits.judges(roles.decide(path, new Classification(language, Safety.UNSAFE, ""), NOTHING)
                .role());
    }
}
