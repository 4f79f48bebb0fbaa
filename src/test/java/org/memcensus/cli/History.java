package org.memcensus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;

/** A small repository with a history, and the gate before its changes. */
final class History implements AutoCloseable {
    private static final PersonIdent AUTHOR =
            new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    final Path root;
    final Git git;
    private final Map<String, String> environment = new HashMap<>(Map.of("SOURCE_DATE_EPOCH", "1764547200"));

    History(Path root) throws GitAPIException, IOException {
        this.root = Files.createDirectories(root);
        this.git =
                Git.init().setDirectory(root.toFile()).setInitialBranch("main").call();
    }

    /** C code in which no two lines are alike, nor like those of another name. */
    static String code(String name, int lines) {
        StringBuilder text = new StringBuilder("/* " + name + " */\n");
        for (int i = 0; i < lines; i++) {
            text.append("int ").append(name).append("_value_").append(i).append(" = ");
            text.append((name.hashCode() & 0xffff) + i).append(";\n");
        }
        return text.toString();
    }

    History write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Writes C code of its name. */
    History c(String path, int lines) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\W", "_");
        return write(path, code(name, lines));
    }

    History move(String from, String to) throws IOException {
        Files.createDirectories(root.resolve(to).getParent());
        Files.move(root.resolve(from), root.resolve(to));
        return this;
    }

    History delete(String path) throws IOException {
        Files.delete(root.resolve(path));
        return this;
    }

    History stage() throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        return this;
    }

    String commit() throws GitAPIException {
        return commit(AUTHOR);
    }

    /** Commits at noon of a day, in UTC. */
    String commitOn(String day) throws GitAPIException {
        return commit(new PersonIdent(AUTHOR, Instant.parse(day + "T12:00:00Z")));
    }

    private String commit(PersonIdent committer) throws GitAPIException {
        stage();
        return git.commit()
                .setAuthor(AUTHOR)
                .setCommitter(committer)
                .setMessage("change")
                .setSign(false)
                .call()
                .name();
    }

    /** Adds a submodule to the index; what stages the tree anew takes it out again. */
    History submodule(String path) throws IOException {
        DirCache cache = git.getRepository().lockDirCache();
        DirCacheBuilder builder = cache.builder();
        for (int i = 0; i < cache.getEntryCount(); i++) {
            if (!cache.getEntry(i).getPathString().equals(path)) {
                builder.add(cache.getEntry(i));
            }
        }
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(FileMode.GITLINK);
        entry.setObjectId(ObjectId.fromString("1234567890123456789012345678901234567890"));
        builder.add(entry);
        builder.commit();
        return this;
    }

    History with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs the program in the root of the repository. */
    Ran run(String... arguments) {
        Program program = new Program(new StageEngine(), root).with(environment);
        String[] placed = arguments.clone();
        boolean named = placed.length > 1 && placed[1].equals("diff");
        ExitCode code = program.run(named ? placed : with(placed, root.toString()));
        return new Ran(code, program.out(), program.err());
    }

    private static String[] with(String[] arguments, String target) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = target;
        return all;
    }

    /** The gate on what is not committed yet, against the last commit. */
    Ran gate(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "gate";
        arguments[1] = "--base";
        arguments[2] = "HEAD";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return run(arguments);
    }

    /**
     * What came of a run.
     *
     * @param code its exit code
     * @param out standard output
     * @param err messages
     */
    record Ran(ExitCode code, String out, String err) {
        /** All of it, for messages of tests. */
        String all() {
            return code + "\n" + out + err;
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
