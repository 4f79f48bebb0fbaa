package org.memcensus.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.Classification;
import org.memcensus.model.CountedFile;
import org.memcensus.model.EmbeddedCode;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.Language;
import org.memcensus.model.LineCounts;
import org.memcensus.model.NameSet;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.Safety;

/** Outcomes of visits as bytes, without their paths. */
final class VisitCodec {
    private static final Safety[] SAFETIES = Safety.values();
    private static final Role[] ROLES = Role.values();
    private static final Outcome.Why[] WHYS = Outcome.Why.values();

    /** Marks an outcome that was counted; what was left out has the number of its reason, from 0. */
    private static final int COUNTED = WHYS.length;

    private final Map<String, Language> languages = new HashMap<>();

    /** One object for each header, as in a visit: thousands of files include the same ones. */
    private final Map<String, FileFacts.Include> includes = new ConcurrentHashMap<>();

    /** For outcomes in these languages. */
    VisitCodec(List<Language> languages) {
        languages.forEach(language -> this.languages.put(language.name(), language));
    }

    /** Whether a visit says something of the content, and not of the moment or of the options. */
    static boolean keeps(Outcome outcome) {
        return outcome instanceof Outcome.Counted
                || outcome instanceof Outcome.LeftOut leftOut
                        && switch (leftOut.why()) {
                            case BINARY, LFS_POINTER, UNKNOWN -> true;
                            case SUBMODULE, SYMLINK, TOO_LARGE, UNREADABLE, EXCLUDED -> false;
                        };
    }

    static void write(Outcome outcome, @Nullable String blob, VisitBytes.Out out) {
        out.once(blob == null ? "" : blob);
        if (outcome instanceof Outcome.LeftOut leftOut) {
            out.number(leftOut.why().ordinal());
            out.text(leftOut.detail());
        } else if (outcome instanceof Outcome.Counted counted) {
            out.number(COUNTED);
            write(counted, out);
        }
    }

    private static void write(Outcome.Counted counted, VisitBytes.Out out) {
        CountedFile file = counted.file();
        out.text(file.language().name());
        out.number(file.safety().ordinal());
        out.text(counted.classification().reason());
        out.number(file.role().ordinal());
        out.text(counted.role().reason());
        out.number(file.bytes());
        write(file.counts(), out);
        FileFacts facts = file.facts();
        out.number(facts.facts().size());
        for (Fact fact : facts.facts()) {
            out.text(fact.rule());
            out.number(fact.line());
            out.number(fact.count());
        }
        out.number(facts.includes().size());
        for (FileFacts.Include include : facts.includes()) {
            out.text((include.system() ? "<" : "\"") + include.header());
        }
        out.number(facts.risk().size());
        facts.risk().forEach(out::number);
        write(facts.functions().defined(), out);
        write(facts.functions().called(), out);
        out.number(file.embedded().size());
        for (EmbeddedCode part : file.embedded()) {
            out.text(part.language().name());
            out.number(part.safety().ordinal());
            out.number(part.bytes());
            write(part.counts(), out);
        }
    }

    private static void write(NameSet names, VisitBytes.Out out) {
        out.number(names.size());
        for (int i = 0; i < names.size(); i++) {
            out.half(names.get(i));
        }
    }

    private static NameSet names(VisitBytes.In in) {
        int[] hashes = new int[in.count(Integer.BYTES)];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = in.half();
        }
        return NameSet.of(hashes, hashes.length);
    }

    private static void write(LineCounts counts, VisitBytes.Out out) {
        out.number(counts.code());
        out.number(counts.comments());
        out.number(counts.blanks());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param path the path that the outcome is of
     * @throws RuntimeException if it is damaged
     */
    Visit read(String path, VisitBytes.In in) {
        String blob = in.once();
        int kind = in.small();
        Outcome outcome = kind == COUNTED ? counted(path, in) : new Outcome.LeftOut(WHYS[kind], in.text());
        return new Visit(blob.isEmpty() ? null : blob, outcome);
    }

    /**
     * What a visit came to.
     *
     * @param blob the blob id, where it was known
     * @param outcome the outcome
     */
    record Visit(@Nullable String blob, Outcome outcome) {}

    private Outcome.Counted counted(String path, VisitBytes.In in) {
        Language language = language(in);
        Safety safety = SAFETIES[in.small()];
        String reason = in.text();
        RoleDecision role = new RoleDecision(ROLES[in.small()], in.text());
        long bytes = in.number();
        LineCounts counts = counts(in);
        List<Fact> facts = new ArrayList<>();
        for (int left = in.small(); left > 0; left--) {
            facts.add(new Fact(in.text(), in.small(), in.small()));
        }
        List<FileFacts.Include> headers = new ArrayList<>();
        for (int left = in.small(); left > 0; left--) {
            headers.add(includes.computeIfAbsent(in.text(), VisitCodec::include));
        }
        List<Integer> risk = new ArrayList<>();
        for (int left = in.small(); left > 0; left--) {
            risk.add(in.small());
        }
        FileFacts.Functions functions = new FileFacts.Functions(names(in), names(in));
        List<EmbeddedCode> embedded = new ArrayList<>();
        for (int left = in.small(); left > 0; left--) {
            embedded.add(new EmbeddedCode(language(in), SAFETIES[in.small()], in.number(), counts(in)));
        }
        FileFacts found = new FileFacts(facts, headers, risk, functions);
        return new Outcome.Counted(
                new CountedFile(path, language, safety, role.role(), bytes, counts, found, embedded),
                new Classification(language, safety, reason),
                role);
    }

    private static FileFacts.Include include(String written) {
        return new FileFacts.Include(written.substring(1), written.charAt(0) == '<');
    }

    private Language language(VisitBytes.In in) {
        String name = in.text();
        Language language = languages.get(name);
        if (language == null) {
            throw new IllegalArgumentException(name); // kept by another version of the table: damaged, in effect
        }
        return language;
    }

    private static LineCounts counts(VisitBytes.In in) {
        return new LineCounts(in.number(), in.number(), in.number());
    }
}
