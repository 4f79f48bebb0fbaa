package org.memcensus.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.memcensus.model.TimelineChoice;
import org.memcensus.model.UsageException;
import org.memcensus.source.Mainline;

/**
 * Chooses points of a history: of some moments, the last commit that was there. The first commit and the last are among
 * them; a moment since which there was no commit adds none.
 */
final class Moments {
    private Moments() {}

    /**
     * The chosen commits, oldest first, each once.
     *
     * @param commits the history, oldest first, with dates that never go back; but for the last, which may
     * @throws UsageException if there are too many
     */
    static List<Mainline.Commit> of(List<Mainline.Commit> commits, TimelineChoice choice) throws UsageException {
        Mainline.Commit last = commits.get(commits.size() - 1);
        List<Mainline.Commit> chosen = new ArrayList<>();
        chosen.add(commits.get(0));
        for (Mainline.Commit commit :
                choice.every() == null ? spread(commits, choice.points()) : ends(commits, choice.every())) {
            if (!commit.equals(chosen.get(chosen.size() - 1)) && !commit.equals(last)) {
                chosen.add(commit);
            }
        }
        if (!last.equals(chosen.get(chosen.size() - 1))) {
            chosen.add(last);
        }
        if (chosen.size() > TimelineChoice.MOST_POINTS) {
            throw new UsageException("--every: " + chosen.size() + " points, and " + TimelineChoice.MOST_POINTS
                    + " are the most: give a longer period, or --since");
        }
        return chosen;
    }

    private static List<Mainline.Commit> spread(List<Mainline.Commit> commits, int points) {
        long begin = commits.get(0).time();
        // The last commit alone may have a date before those that it builds on.
        long end = commits.stream().mapToLong(Mainline.Commit::time).max().orElse(begin);
        List<Mainline.Commit> chosen = new ArrayList<>();
        int at = 0;
        for (int i = 1; i < points - 1; i++) {
            long moment = begin + (end - begin) * i / (points - 1);
            while (at + 1 < commits.size() && commits.get(at + 1).time() <= moment) {
                at++;
            }
            chosen.add(commits.get(at));
        }
        return chosen;
    }

    private static Iterable<Mainline.Commit> ends(List<Mainline.Commit> commits, TimelineChoice.Period every) {
        Map<Integer, Mainline.Commit> last = new LinkedHashMap<>();
        for (Mainline.Commit commit : commits) {
            last.put(period(commit.time(), every), commit);
        }
        return last.values();
    }

    private static int period(long seconds, TimelineChoice.Period every) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        int months = day.getYear() * 12 + day.getMonthValue() - 1;
        return switch (every) {
            case YEAR -> day.getYear();
            case QUARTER -> Math.floorDiv(months, 3);
            case MONTH -> months;
        };
    }
}
