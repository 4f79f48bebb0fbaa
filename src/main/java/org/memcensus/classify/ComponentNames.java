package org.memcensus.classify;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.memcensus.model.Glob;
import org.memcensus.model.ModuleMarks.Upstream;

/** What the files and directories of a component are called. */
final class ComponentNames {
    /** A version at the end of a name, or what was made of the component. */
    private static final Pattern VERSION =
            Pattern.compile("[-_.](?:v?\\d[\\d._]{0,20}|src|source|stripped|bundled|embedded|master|main)$");

    /** One in so many of a component's files must be there, where its main source is not. */
    private static final int LEAST_PART = 4;

    private final Upstream mark;
    private final List<Glob> files;

    ComponentNames(Upstream mark) {
        this.mark = mark;
        this.files = mark.files().stream().map(Glob::new).toList();
    }

    /** Whether a file name is one of the component's. */
    boolean hasFile(String name) {
        return files.stream().anyMatch(glob -> glob.matches(name));
    }

    /** Whether these files make a copy: a good part of all, or the source of the header that told of it. */
    boolean isEnough(String telling, List<String> names) {
        String stem = telling.substring(0, telling.lastIndexOf('.') + 1);
        return names.size() * LEAST_PART >= files.size()
                || names.stream().anyMatch(name -> name.startsWith(stem + "c"));
    }

    /** Whether a directory is the component's own by its name, with {@code lib} before or a version behind. */
    boolean isOwn(String directory) {
        String plain = plain(VERSION.matcher(directory).replaceFirst(""));
        return mark.directories().contains(plain) || mark.directories().contains(bare(plain));
    }

    /** Whether a repository bears the name of a component. */
    boolean isProject(String repository) {
        return isOwn(repository) || bare(plain(mark.name())).equals(bare(plain(repository)));
    }

    /** Whether a text speaks of the component. */
    boolean areIn(String text) {
        String plain = plain(text);
        return plain.contains(bare(plain(mark.name())))
                || mark.directories().stream().anyMatch(plain::contains);
    }

    private static String bare(String plain) {
        return plain.startsWith("lib") ? plain.substring("lib".length()) : plain;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
