package org.memcensus.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Configuration;
import org.memcensus.model.HistoryBounds;
import org.memcensus.model.HistoryOptions;
import org.memcensus.model.Role;
import org.memcensus.model.Timeline;
import org.memcensus.model.TimelineChoice;
import org.memcensus.source.Snapshot;
import org.memcensus.source.SourceRequest;
import org.memcensus.source.Sources;

/** Of many trees of a repository, what the next one shares with the last is not read again. */
class VisitsOverTimeTest extends ScanCase {
    private void lose(String file) throws Exception {
        try (Git git = Git.open(root.toFile())) {
            String blob = git.getRepository().resolve("HEAD:" + file).name();
            Files.delete(root.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
        }
    }

    private ScanOptions options(String revision, boolean cached) {
        Path cache = temporary.resolve("cache");
        return ScanOptions.of(root.toString())
                .but()
                .revision(revision)
                .history(new HistoryOptions(false, HistoryBounds.DEFAULT, null, cached ? cache : null))
                .build();
    }

    @Test
    void a_file_of_the_tree_before_is_known_until_what_decides_about_it_changes() throws Exception {
        write(".gitattributes", "lib/net/** linguist-documentation\n");
        commit();
        Knowledge knowledge = Knowledge.under("default", null);
        Visits visits = Visits.overTime(options("HEAD", false), ScanProgress.NONE);
        Outcome.Counted text;
        try (Snapshot now = Sources.open(new SourceRequest(root.toString(), "HEAD", Set.of()), line -> {})) {
            Map<String, Outcome> outcomes = visits.of(now, knowledge, Configuration.NONE, VisitMemory.NONE);
            text = assertInstanceOf(Outcome.Counted.class, outcomes.get("lib/text.c"));
        }
        lose("lib/text.c");
        try (Snapshot before = Sources.open(new SourceRequest(root.toString(), "HEAD~1", Set.of()), line -> {})) {
            Map<String, Outcome> outcomes = visits.of(before, knowledge, Configuration.NONE, VisitMemory.NONE);
            assertEquals(text, outcomes.get("lib/text.c"));
            // Without the attribute it has another role, and so is visited anew.
            assertEquals(
                    Role.CORE,
                    assertInstanceOf(Outcome.Counted.class, outcomes.get("lib/net/socket.c"))
                            .role()
                            .role());
        }
    }

    @Test
    void a_second_history_reads_only_what_differs_between_its_points() throws Exception {
        write("lib/more.c", "int more;\n");
        commit();
        TimelineChoice choice = new TimelineChoice(2, null, "HEAD~1");
        Timeline first = new HistoryScan(options("HEAD", true), ScanProgress.NONE).run(choice);
        assertEquals(2, first.points().size());
        lose("lib/text.c");
        assertEquals(first, new HistoryScan(options("HEAD", true), ScanProgress.NONE).run(choice));
        Timeline uncached = new HistoryScan(options("HEAD", false), ScanProgress.NONE).run(choice);
        assertEquals(1, uncached.first().coverage().unreadable());
        assertEquals(1, uncached.last().coverage().unreadable());
    }
}
