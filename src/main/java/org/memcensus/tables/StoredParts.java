package org.memcensus.tables;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.CensusHistory;
import org.memcensus.model.Comparison;
import org.memcensus.model.Coverage;
import org.memcensus.model.FileHistory;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.ModuleHistory;
import org.memcensus.model.PastChanges;
import org.memcensus.model.PastCommits;
import org.memcensus.model.Problem;
import org.memcensus.model.RepositoryInfo;
import org.memcensus.model.SourceKind;
import org.memcensus.model.UsageException;

/** The parts of a stored report that tell of the repository as a whole: what it is, its past, and what was left out. */
final class StoredParts {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int MOST_SCORE = 100;

    private StoredParts() {}

    /** What was scanned. */
    static RepositoryInfo repository(JsonObject repository) throws UsageException {
        String commit = repository.textIfAny("commit");
        if (commit != null && !COMMIT.matcher(commit).matches()) {
            throw repository.wrong("commit", "must be a commit id of 40 or 64 digits");
        }
        return new RepositoryInfo(
                repository.text("name"),
                repository.textIfAny("url"),
                repository.textIfAny("revision"),
                commit,
                repository.word("source", SourceKind.values(), SourceKind::label),
                repository.has("folder") ? repository.path("folder") : "");
    }

    /** The past of the repository. */
    static CensusHistory history(JsonObject history) throws UsageException {
        PastChanges.Span span = new PastChanges.Span(
                new HistoryBounds(number(history, "maxYears", 1), number(history, "maxCommits", 1)),
                number(history, "commits", 0),
                number(history, "fixes", 0),
                date(history, "since"),
                date(history, "until"),
                history.word("end", PastCommits.End.values(), end -> end.name().toLowerCase(Locale.ROOT)),
                number(history, "unread", 0));
        return new CensusHistory(span, history.number("asked", 1), history.number("weight", 1));
    }

    /** The past of a module. */
    static ModuleHistory ofModule(JsonObject history) throws UsageException {
        int commits = number(history, "commits", 0);
        FileHistory changes = new FileHistory(
                commits,
                number(history, "recentCommits", 0),
                number(history, "fixes", 0),
                0, // weighed already
                commits == 0 ? 0 : date(history, "first"),
                commits == 0 ? 0 : date(history, "last"));
        JsonObject without = history.object("without");
        return new ModuleHistory(
                changes, number(without, "rank", 1), score(without, "priority"), score(without, "risk"));
    }

    /** Another commit beside this one. */
    static Comparison comparison(JsonObject comparison) throws UsageException {
        List<Comparison.Shift> shifts = new ArrayList<>();
        for (JsonObject shift : comparison.objects("modules")) {
            JsonObject before = shift.objectIfAny("before");
            JsonObject now = shift.objectIfAny("now");
            shifts.add(new Comparison.Shift(
                    shift.text("id"), shift.text("name"), rank(before), rank(now), priority(before), priority(now)));
        }
        return new Comparison(comparison.text("revision"), comparison.text("commit"), shifts);
    }

    private static int rank(@Nullable JsonObject place) throws UsageException {
        return place == null ? 0 : number(place, "rank", 1);
    }

    private static double priority(@Nullable JsonObject place) throws UsageException {
        return place == null ? 0 : score(place, "priority");
    }

    /** What was left out. */
    static Coverage coverage(JsonObject coverage) throws UsageException {
        List<Problem> notes = new ArrayList<>();
        for (JsonObject note : coverage.objects("notes")) {
            notes.add(new Problem(note.text("path"), note.text("reason")));
        }
        Coverage read = new Coverage(
                coverage.count("counted"),
                coverage.count("binary"),
                coverage.count("lfsPointers"),
                coverage.count("submodules"),
                coverage.count("symlinks"),
                coverage.count("tooLarge"),
                coverage.count("unreadable"),
                coverage.count("unknown"),
                coverage.count("excluded"),
                notes);
        if (coverage.count("seen") != read.seen()) {
            throw coverage.wrong("seen", "is not the sum of the other counters");
        }
        if (read.counted() == 0) {
            throw coverage.wrong("counted", "is 0, and a report on nothing would say that all is well");
        }
        return read;
    }

    /** A number from 0 to 100. */
    static double score(JsonObject object, String key) throws UsageException {
        return object.number(key, MOST_SCORE);
    }

    /** A number of commits and the like. */
    static int number(JsonObject object, String key, int least) throws UsageException {
        return (int) object.whole(key, least, Integer.MAX_VALUE);
    }

    /** The beginning of a day, in seconds since 1970: reports tell days only. */
    private static long date(JsonObject object, String key) throws UsageException {
        String text = object.text(key);
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            }
        } catch (DateTimeParseException e) {
            throw object.wrong(key, "must be a day that there is");
        }
        throw object.wrong(key, "must be a day, such as 2024-01-31");
    }
}
