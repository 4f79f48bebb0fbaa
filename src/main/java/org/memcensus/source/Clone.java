package org.memcensus.source;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.ChainingCredentialsProvider;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.memcensus.model.SourceException;

/**
 * Brings a repository from elsewhere into a temporary folder: one commit of a remote one, or that commit with all before it;
 * all of a bundle. Submodules are not fetched, and nothing is checked out.
 */
final class Clone {
    private static final String FETCHED = "refs/memcensus/fetched";

    /** How much is brought. */
    enum Extent {
        /** One commit, with nothing before it. */
        COMMIT,
        /** One commit with all before it, and their tags. */
        HISTORY,
        /** Every branch and tag. */
        ALL
    }

    /**
     * Opens what was brought.
     *
     * @param <T> what it is opened as
     */
    @FunctionalInterface
    interface Opener<T> {
        /** Opens it; {@code onClose} removes the clone. */
        T open(GitLayout layout, Commits.Wanted wanted, Runnable onClose) throws SourceException;
    }

    private final String label;
    private final CloneWatch watch;
    private final Consumer<String> progress;

    Clone(String label, CloneWatch watch, Consumer<String> progress) {
        this.label = label;
        this.watch = watch;
        this.progress = progress;
    }

    /**
     * Clones a commit of a remote repository.
     *
     * @throws SourceException if it cannot be reached, refuses, or has no such revision
     */
    static <T> T remote(
            RemoteAddress address,
            @Nullable String revision,
            Extent extent,
            Consumer<String> progress,
            Opener<T> opener)
            throws SourceException {
        return new Clone(address.label(), patient(), progress).open(address.full(), address, revision, extent, opener);
    }

    /**
     * Unpacks a bundle.
     *
     * @throws SourceException if it is damaged, lacks commits, or has no such revision
     */
    static <T> T bundle(Path file, @Nullable String revision, Consumer<String> progress, Opener<T> opener)
            throws SourceException {
        String name = RemoteAddress.name(file.toString().replaceFirst("\\.(bundle|bdl)$", ""));
        RemoteAddress address = new RemoteAddress(file.toUri().toString(), null, name);
        return new Clone(file.toString(), patient(), progress)
                .open(file.toAbsolutePath().toString(), address, revision, Extent.ALL, opener);
    }

    private static CloneWatch patient() {
        return new CloneWatch(CloneLimits.PATIENT, () -> false);
    }

    private <T> T open(String from, RemoteAddress address, @Nullable String revision, Extent extent, Opener<T> opener)
            throws SourceException {
        TemporaryFolder folder;
        try {
            folder = new TemporaryFolder();
        } catch (IOException e) {
            throw new SourceException(
                    label + ": no temporary folder for a clone (" + Reasons.of(e)
                            + "): name another with MEMCENSUS_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
                    e);
        }
        boolean done = false;
        try {
            Path root = folder.path().resolve("clone.git");
            String fetched = fetch(root, from, revision, extent);
            done = true;
            return opener.open(
                    new GitLayout(root, root, null),
                    new Commits.Wanted(label, address.name(), address.shown(), fetched, revision, ""),
                    folder::close);
        } finally {
            if (!done) {
                folder.close();
            }
        }
    }

    private String fetch(Path root, String from, @Nullable String revision, Extent extent) throws SourceException {
        try {
            return fetchInto(root, from, revision, extent);
        } catch (IOException | URISyntaxException | RuntimeException e) {
            throw extent == Extent.ALL ? CloneFailure.ofBundle(label, e) : CloneFailure.of(label, e);
        }
    }

    /**
     * Fetches into a new bare repository, and gives the name or id of what to read there. JGit reports some failures of a
     * server's answer with unchecked exceptions.
     */
    String fetchInto(Path root, String from, @Nullable String revision, Extent extent)
            throws SourceException, IOException, URISyntaxException {
        ShutInSystem.install();
        progress.accept("cloning " + label);
        try (CloneRepository repository = new CloneRepository(root, watch)) {
            repository.create(true);
            UserSettings.ofProcess().apply(repository.getConfig());
            try (Transport transport = Transport.open(repository, new URIish(from))) {
                transport.setTimeout(watch.limits().silenceSeconds());
                transport.setTagOpt(extent == Extent.HISTORY ? TagOpt.AUTO_FOLLOW : TagOpt.NO_TAGS);
                transport.setCredentialsProvider(new ChainingCredentialsProvider(
                        new NetRCCredentialsProvider(), new StoredCredentials(StoredCredentials.files())));
                if (transport instanceof TransportHttp http) {
                    http.setHttpConnectionFactory(new WatchedHttp(watch));
                }
                if (extent == Extent.COMMIT) {
                    transport.setDepth(1);
                }
                return extent == Extent.ALL ? fetchAll(transport, revision) : fetchOne(transport, revision);
            }
        }
    }

    private String fetchOne(Transport transport, @Nullable String revision) throws SourceException, IOException {
        boolean exact = revision != null && ObjectId.isId(revision);
        String source = revision == null ? Constants.HEAD : exact ? revision : find(transport, revision);
        try {
            get(transport, List.of(new RefSpec("+" + source + ":" + FETCHED)));
        } catch (TransportException e) {
            if (exact) {
                throw new SourceException(
                        label + ": the host does not give commit " + revision
                                + ": give a branch or a tag, or clone it first",
                        e);
            }
            // What has a cause failed on the way there: asking again would wait for the same silence once more.
            if (revision == null && e.getCause() == null) {
                refuseNothing(transport, e);
            }
            throw e;
        }
        // JGit gives a commit that was asked for by its id no name.
        return exact ? source : FETCHED;
    }

    private String find(Transport transport, String revision) throws SourceException, IOException {
        try (FetchConnection connection = transport.openFetch()) {
            for (String start : List.of("", "refs/", Constants.R_TAGS, Constants.R_HEADS)) {
                if (connection.getRef(start + revision) != null) {
                    return start + revision;
                }
            }
        }
        throw new SourceException("revision '" + revision + "' is no branch, tag or full commit id of " + label
                + ": see git ls-remote, or clone it first");
    }

    /** Says so where there is no HEAD to fetch. */
    private void refuseNothing(Transport transport, TransportException failure) throws SourceException {
        Map<String, Ref> refs = new TreeMap<>();
        try (FetchConnection connection = transport.openFetch()) {
            connection.getRefsMap().forEach(refs::put);
        } catch (IOException e) {
            return; // the first failure says more
        }
        if (refs.isEmpty()) {
            throw new SourceException(label + ": empty repository, HEAD has no commit yet: give another one", failure);
        }
        if (!refs.containsKey(Constants.HEAD)) {
            throw new SourceException(
                    label + ": HEAD leads to no branch there, so it names no commit: ask its owner, or clone it first",
                    failure);
        }
    }

    private String fetchAll(Transport transport, @Nullable String revision) throws SourceException, IOException {
        Map<String, Ref> refs = new TreeMap<>();
        try (FetchConnection connection = transport.openFetch()) {
            connection.getRefsMap().forEach(refs::put);
        }
        List<RefSpec> specs = new ArrayList<>();
        specs.add(new RefSpec("+refs/*:refs/*"));
        if (refs.containsKey(Constants.HEAD)) {
            specs.add(new RefSpec("+HEAD:" + FETCHED));
        }
        if (refs.isEmpty()) {
            throw new SourceException(
                    label + ": the bundle holds no branch: make it with git bundle create FILE --all");
        }
        get(transport, specs);
        if (revision != null && !revision.equals(Constants.HEAD)) {
            return revision;
        }
        return refs.containsKey(Constants.HEAD) ? FETCHED : mainBranch(refs.keySet());
    }

    private String mainBranch(Set<String> names) throws SourceException {
        if (names.size() == 1) {
            return names.iterator().next();
        }
        for (String usual : List.of("refs/heads/main", "refs/heads/master")) {
            if (names.contains(usual)) {
                return usual;
            }
        }
        throw new SourceException(label + ": the bundle has no HEAD: choose with --rev one of "
                + String.join(", ", new TreeSet<>(names).stream().limit(5).toList()));
    }

    private void get(Transport transport, Collection<RefSpec> specs) throws IOException {
        transport.fetch(new CloneProgress(label, progress), specs);
    }
}
