package org.memcensus.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.Classifier;
import org.memcensus.classify.Result;
import org.memcensus.classify.Roles;
import org.memcensus.count.Embedding;
import org.memcensus.count.Embeddings;
import org.memcensus.count.LineCounter;
import org.memcensus.count.TextEncoding;
import org.memcensus.facts.FactFinder;
import org.memcensus.facts.HatchFinder;
import org.memcensus.model.Classification;
import org.memcensus.model.CodeSpans;
import org.memcensus.model.Content;
import org.memcensus.model.CountedFile;
import org.memcensus.model.EmbeddedCode;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Language;
import org.memcensus.model.LineCounts;
import org.memcensus.model.LineSyntax;
import org.memcensus.model.LineSyntax.Feature;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.Safety;
import org.memcensus.model.SourceFile;
import org.memcensus.source.ContentReader;
import org.memcensus.source.FileTooLargeException;
import org.memcensus.source.LfsPointer;

/** Visits files, each once: reads its bytes, and says its language and role, its lines and its facts. For one thread. */
final class FileVisitor {
    private final ContentReader reader;
    private final Classifier classifier;
    private final Roles roles;
    private final FactFinder facts;
    private final HatchFinder hatches;
    private final long maxFileSize;
    private final VisitMemory memory;
    private final VisitCache cache;
    private final @Nullable VisitKeys keys;
    private final @Nullable BlobIds ids;
    private final CodeSpans spans = new CodeSpans();
    private final IdentityHashMap<LineSyntax, LineCounter> counters =
            new IdentityHashMap<>(); // a syntax is one object of its table

    FileVisitor(
            ContentReader reader,
            Classifier classifier,
            Roles roles,
            FactFinder facts,
            HatchFinder hatches,
            long maxFileSize,
            VisitMemory memory,
            VisitCache cache) {
        this.memory = memory;
        this.cache = cache;
        this.keys = cache.isOn() ? new VisitKeys() : null;
        this.ids = memory.wantsIds() ? new BlobIds() : null;
        this.reader = reader;
        this.classifier = classifier;
        this.roles = roles;
        this.facts = facts;
        this.hatches = hatches;
        this.maxFileSize = maxFileSize;
    }

    Outcome visit(SourceFile entry) {
        return switch (entry.kind()) {
            case SYMLINK -> new Outcome.LeftOut(Outcome.Why.SYMLINK, "");
            case SUBMODULE -> new Outcome.LeftOut(Outcome.Why.SUBMODULE, "");
            case FILE -> read(entry);
        };
    }

    private Outcome read(SourceFile entry) {
        VisitKeys.Key key = key(entry);
        String blob = ids != null ? reader.blob(entry) : entry.blob();
        VisitCodec.Visit known = key == null ? null : cache.find(key, entry.path(), ids != null && blob == null);
        if (known != null) {
            return kept(entry, blob == null ? known.blob() : blob, known.outcome());
        }
        Content content;
        try {
            content = reader.read(entry, maxFileSize);
        } catch (FileTooLargeException e) {
            return kept(
                    entry, entry.blob(), new Outcome.LeftOut(Outcome.Why.TOO_LARGE, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return kept(
                    entry, entry.blob(), new Outcome.LeftOut(Outcome.Why.UNREADABLE, String.valueOf(e.getMessage())));
        }
        if (blob == null && ids != null) {
            blob = ids.of(content);
        }
        Outcome outcome = judge(entry, content);
        if (key != null) {
            cache.keep(key, blob, outcome);
        }
        return kept(entry, blob, outcome);
    }

    /** Stands for all that the visit of a file depends on; null where that cannot be told without reading it. */
    private VisitKeys.@Nullable Key key(SourceFile entry) {
        String identity = keys == null ? null : reader.identity(entry);
        return keys == null || identity == null
                ? null
                : keys.of(entry.path(), identity, classifier.circumstances(entry.path()));
    }

    private Outcome kept(SourceFile entry, @Nullable String blob, Outcome outcome) {
        memory.keep(entry, blob, outcome);
        return outcome;
    }

    private Outcome judge(SourceFile entry, Content content) {
        int bytes = content.length();
        if (LfsPointer.is(content)) {
            return new Outcome.LeftOut(Outcome.Why.LFS_POINTER, "");
        }
        Content text = TextEncoding.normalise(content);
        Result result = classifier.classify(entry.path(), text);
        if (result instanceof Result.Binary binary) {
            return new Outcome.LeftOut(Outcome.Why.BINARY, binary.mediaType());
        }
        if (result instanceof Result.Text known) {
            return count(entry.path(), bytes, text, known.classification());
        }
        return new Outcome.LeftOut(Outcome.Why.UNKNOWN, ((Result.Unknown) result).reason());
    }

    private Outcome count(String path, int bytes, Content text, Classification classification) {
        RoleDecision role = roles.decide(path, classification, text);
        LineSyntax syntax = classification.language().syntax();
        boolean shipped = mayShip(role);
        // A fuzz target does not ship; what it includes tells what its maintainers hold to be exposed.
        boolean asked = classification.safety() == Safety.UNSAFE && (shipped || path.contains("fuzz"));
        boolean doors = shipped && hatches.reads(classification.language().name());
        Embedding embedding = Embeddings.find(classification.language().name(), text);
        if (embedding != null) {
            return count(path, bytes, embedding, classification, role);
        }
        LineCounts counts = counter(syntax).count(text, asked || doors ? spans : null);
        FileFacts found = asked ? facts.find(text, spans, isLikeC(syntax)) : FileFacts.NONE;
        if (doors) {
            found = found.plus(hatches.find(classification.language().name(), text, spans));
        }
        return new Outcome.Counted(
                new CountedFile(
                        path, classification.language(), classification.safety(), role.role(), bytes, counts, found),
                classification,
                role);
    }

    /** What others contributed may turn out to be a copy that ships, once all is read. */
    private static boolean mayShip(RoleDecision role) {
        return role.role().shipped() || Roles.isOpen(role);
    }

    /** A file with code of other languages in it. What its unsafe parts do is what the file does. */
    private Outcome count(
            String path, int bytes, Embedding embedding, Classification classification, RoleDecision role) {
        Language own = classification.language();
        boolean shipped = mayShip(role);
        boolean asked = classification.safety() == Safety.UNSAFE && shipped;
        boolean doors = shipped && hatches.reads(own.name());
        LineCounts counts = counter(own.syntax()).count(embedding.host(), asked || doors ? spans : null);
        List<Fact> opened = doors ? hatches.find(own.name(), embedding.host(), spans) : List.of();
        FileFacts found = asked ? facts.find(embedding.host(), spans, isLikeC(own.syntax())) : FileFacts.NONE;
        boolean looked = asked;
        List<EmbeddedCode> parts = new ArrayList<>();
        long lines = counts.lines();
        for (Embedding.Part part : embedding.parts()) {
            Language language = classifier.known(part.language());
            language = language == null ? own : language;
            boolean unsafe = language.safety() == Safety.UNSAFE && shipped && !looked;
            LineCounts all = counter(language.syntax()).count(part.content(), unsafe ? spans : null);
            if (unsafe) {
                found = facts.find(part.content(), spans, isLikeC(language.syntax()));
                looked = true;
            }
            // All other lines of the file are blank in a part, and lines that are not are blank in the host.
            LineCounts lineCounts = new LineCounts(all.code(), all.comments(), 0);
            parts.add(new EmbeddedCode(language, language.safety(), part.bytes(), lineCounts));
            counts = counts.plus(lineCounts);
        }
        long blanks = Math.max(0, lines - counts.code() - counts.comments());
        return new Outcome.Counted(
                new CountedFile(
                        path,
                        own,
                        classification.safety(),
                        role.role(),
                        bytes,
                        new LineCounts(counts.code(), counts.comments(), blanks),
                        found.plus(opened),
                        parts),
                classification,
                role);
    }

    private LineCounter counter(LineSyntax syntax) {
        LineCounter counter = counters.get(syntax);
        if (counter == null) {
            counter = new LineCounter(syntax);
            counters.put(syntax, counter);
        }
        return counter;
    }

    /** Only where the preprocessor's rules hold do arrows, stars and brackets mean what the risk count takes them for. */
    private static boolean isLikeC(LineSyntax syntax) {
        return syntax.features().contains(Feature.CONTINUED_COMMENTS);
    }
}
