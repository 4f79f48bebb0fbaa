package org.memcensus.scan;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.memcensus.model.UsageException;

/**
 * The user's {@code --include} and {@code --exclude}: globs of the JDK over whole paths, but {@code **}{@code /} also stands
 * for no folder at all. A glob without a slash is matched against file names anywhere; one that ends in a slash means
 * everything below that folder.
 */
final class PathFilter {
    private static final String ANY_FOLDERS = "**/";

    /** Each double star doubles the patterns of a glob; no sensible glob has more of them. */
    private static final int MAX_FOLDS = 5;

    private final List<PathMatcher> include;
    private final List<PathMatcher> exclude;

    PathFilter(List<String> include, List<String> exclude) throws UsageException {
        this.include = matchers("--include", include);
        this.exclude = matchers("--exclude", exclude);
    }

    boolean keeps(String path) {
        if (include.isEmpty() && exclude.isEmpty()) {
            return true;
        }
        Path asPath = asPath(path);
        return (include.isEmpty() || matches(include, asPath)) && !matches(exclude, asPath);
    }

    /** A name that the system or its locale cannot write still ends in what a glob asks for. */
    private static Path asPath(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            return Path.of(path.replaceAll("[^\\w/.+-]", "_"));
        }
    }

    private static boolean matches(List<PathMatcher> matchers, Path path) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(path));
    }

    private static List<PathMatcher> matchers(String option, List<String> globs) throws UsageException {
        List<PathMatcher> matchers = new ArrayList<>();
        for (String glob : globs) {
            if (glob.isEmpty()) {
                throw new UsageException(option + " is empty: write a glob such as 'lib/**/*.c', or leave it out");
            }
            String anywhere = glob.indexOf('/') < 0 ? ANY_FOLDERS + glob : glob;
            while (anywhere.contains(ANY_FOLDERS + ANY_FOLDERS)) {
                anywhere = anywhere.replace(ANY_FOLDERS + ANY_FOLDERS, ANY_FOLDERS);
            }
            List<String> patterns = new ArrayList<>();
            alternatives(anywhere, 0, MAX_FOLDS, patterns);
            for (String pattern : patterns) {
                matchers.add(matcher(option, glob, pattern.endsWith("/") ? pattern + "**" : pattern));
            }
        }
        return matchers;
    }

    private static PathMatcher matcher(String option, String glob, String pattern) throws UsageException {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new UsageException(
                    option + " '" + glob + "': " + e.getDescription() + "; write a glob such as 'lib/**/*.c'");
        }
    }

    /** Adds the glob as it is, and without some or all of its double stars: to the JDK they stand for one folder or more. */
    private static void alternatives(String glob, int from, int left, List<String> patterns) {
        int at = glob.indexOf(ANY_FOLDERS, from);
        while (at > 0 && "/{,".indexOf(glob.charAt(at - 1)) < 0) {
            at = glob.indexOf(ANY_FOLDERS, at + 1);
        }
        int behind = at + ANY_FOLDERS.length();
        if (at < 0 || behind == glob.length() || left == 0) {
            patterns.add(glob);
            return;
        }
        alternatives(glob, behind, left - 1, patterns);
        alternatives(glob.substring(0, at) + glob.substring(behind), at, left - 1, patterns);
    }
}
