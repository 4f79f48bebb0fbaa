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
 * The user's {@code --include} and {@code --exclude}: globs of the JDK over whole paths. A glob without a slash is matched
 * against file names anywhere; one that ends in a slash means everything below that folder.
 */
final class PathFilter {
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
        Path asPath;
        try {
            asPath = Path.of(path);
        } catch (InvalidPathException e) {
            return include.isEmpty();
        }
        return (include.isEmpty() || matches(include, asPath)) && !matches(exclude, asPath);
    }

    private static boolean matches(List<PathMatcher> matchers, Path path) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(path));
    }

    private static List<PathMatcher> matchers(String option, List<String> globs) throws UsageException {
        List<PathMatcher> matchers = new ArrayList<>();
        for (String glob : globs) {
            String whole = glob.endsWith("/") ? glob + "**" : glob;
            String pattern = whole.contains("/") ? whole : "{" + whole + ",**/" + whole + "}";
            try {
                matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
            } catch (PatternSyntaxException e) {
                throw new UsageException(
                        option + " '" + glob + "': " + e.getDescription() + "; write a glob such as 'lib/**/*.c'");
            }
        }
        return matchers;
    }
}
