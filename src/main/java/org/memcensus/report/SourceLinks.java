package org.memcensus.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.RepositoryInfo;

/** Addresses of lines of source on the web, where the repository lies with a host that is known to show them. */
final class SourceLinks {
    /** A host, and what stands between the project and the path, with the commit for %s. */
    private record Host(String name, String between) {}

    private static final List<Host> HOSTS = List.of(
            new Host("github.com", "/blob/%s/"),
            new Host("gitlab.com", "/-/blob/%s/"),
            new Host("gitlab.freedesktop.org", "/-/blob/%s/"),
            new Host("gitlab.gnome.org", "/-/blob/%s/"),
            new Host("invent.kde.org", "/-/blob/%s/"),
            new Host("salsa.debian.org", "/-/blob/%s/"),
            new Host("code.videolan.org", "/-/blob/%s/"),
            new Host("codeberg.org", "/src/commit/%s/"));

    private final String start;

    private SourceLinks(String start) {
        this.start = start;
    }

    /** Links into a repository at the commit that was scanned. */
    static SourceLinks of(RepositoryInfo repository) {
        String commit = repository.commit();
        String project = commit == null ? null : project(repository.url());
        for (Host host : HOSTS) {
            if (project != null && project.startsWith("https://" + host.name() + "/")) {
                String folder = repository.folder();
                return new SourceLinks(project
                        + String.format(host.between(), commit)
                        + (folder.isEmpty() ? "" : Html.pathInAddress(folder) + "/"));
            }
        }
        return new SourceLinks("");
    }

    /** The address of a project as a browser takes it; null where git alone knows it. */
    private static @Nullable String project(@Nullable String url) {
        if (url == null) {
            return null;
        }
        String web = url;
        for (String scheme : List.of("ssh://git@", "git@", "git://", "ssh://")) {
            if (web.startsWith(scheme)) {
                web = "https://" + web.substring(scheme.length()).replaceFirst("^([^/:]+):(?![0-9])", "$1/");
                break;
            }
        }
        web = web.replaceFirst("/+$", "").replaceFirst("[.]git$", "");
        return Html.isAddress(web) && web.indexOf('?') < 0 && web.indexOf('#') < 0 ? web : null;
    }

    /**
     * The address of a line.
     *
     * @param path from the scanned root
     * @param line from 1; 0 for the file
     * @return empty where no host shows it
     */
    String to(String path, int line) {
        return start.isEmpty() ? "" : start + Html.pathInAddress(path) + (line > 0 ? "#L" + line : "");
    }
}
