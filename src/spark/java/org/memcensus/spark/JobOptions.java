package org.memcensus.spark;

import java.io.Serializable;
import org.memcensus.model.UsageException;

/**
 * How a job goes about its work.
 *
 * @param list the list, on any file system that Hadoop knows
 * @param output folder for the tables, likewise
 * @param policy name of a built-in policy
 * @param retries how often a repository is tried again when the network or its host failed
 * @param pauseMillis before the first retry; doubled before each further one
 * @param silenceSeconds how long a host may say nothing
 * @param timeoutSeconds how long one clone may take
 * @param maxRepoSize bytes of a clone
 */
record JobOptions(
        String list,
        String output,
        String policy,
        int retries,
        long pauseMillis,
        long silenceSeconds,
        long timeoutSeconds,
        long maxRepoSize)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String USAGE =
            "usage: spark-submit memcensus-spark.jar LIST OUTPUT [--policy NAME] [--retries N]"
                    + " [--host-timeout SECONDS] [--clone-timeout SECONDS] [--max-repo-size BYTES]";

    /** Reads the arguments. */
    static JobOptions of(String... arguments) throws UsageException {
        if (arguments.length < 2 || arguments.length % 2 != 0) {
            throw new UsageException(USAGE);
        }
        JobOptions options = new JobOptions(arguments[0], arguments[1], "default", 3, 2000, 60, 3600, 4L << 30);
        for (int i = 2; i < arguments.length; i += 2) {
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private JobOptions with(String option, String value) throws UsageException {
        if (option.equals("--policy")) {
            return new JobOptions(
                    list, output, value, retries, pauseMillis, silenceSeconds, timeoutSeconds, maxRepoSize);
        }
        long number;
        try {
            number = Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new UsageException(option + ": '" + value + "' is no number; " + USAGE);
        }
        if (number < 0 || (number == 0 && !option.equals("--retries"))) {
            throw new UsageException(option + " is too small; " + USAGE);
        }
        return switch (option) {
            case "--retries" ->
                new JobOptions(
                        list,
                        output,
                        policy,
                        (int) Math.min(number, 100),
                        pauseMillis,
                        silenceSeconds,
                        timeoutSeconds,
                        maxRepoSize);
            case "--host-timeout" ->
                new JobOptions(list, output, policy, retries, pauseMillis, number, timeoutSeconds, maxRepoSize);
            case "--clone-timeout" ->
                new JobOptions(list, output, policy, retries, pauseMillis, silenceSeconds, number, maxRepoSize);
            case "--max-repo-size" ->
                new JobOptions(list, output, policy, retries, pauseMillis, silenceSeconds, timeoutSeconds, number);
            default -> throw new UsageException("unknown option " + option + "; " + USAGE);
        };
    }
}
