package org.memcensus.source;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a repository lie.
 *
 * @param gitDir holds HEAD and the index
 * @param commonDir holds objects, branches and configuration; another one than {@code gitDir} in a linked worktree
 * @param workTree root of the working tree; null for a bare repository
 */
record GitLayout(Path gitDir, Path commonDir, @Nullable Path workTree) {
    /** The repository that a folder belongs to or is; null if there is none. */
    static @Nullable GitLayout find(Path folder) {
        GitLayout bare = at(folder, null);
        if (bare != null) {
            return bare;
        }
        for (Path at = folder; at != null; at = at.getParent()) {
            GitLayout layout = ofWorkTree(at);
            if (layout != null) {
                return layout;
            }
        }
        return null;
    }

    /** The repository of a working tree, by its root; null if this is none. */
    static @Nullable GitLayout ofWorkTree(Path root) {
        Path dotGit = root.resolve(".git");
        if (Files.isDirectory(dotGit)) {
            return at(dotGit, root);
        }
        String text = Files.exists(dotGit, LinkOption.NOFOLLOW_LINKS) ? GitText.read(dotGit) : null;
        if (text == null || !text.startsWith("gitdir:")) {
            return null;
        }
        Path named = GitText.path(root, text.substring("gitdir:".length()).strip());
        return named == null ? null : at(named, root);
    }

    /** Looks whether a folder is a git directory, as git itself does. */
    private static @Nullable GitLayout at(Path dir, @Nullable Path workTree) {
        if (!Files.isRegularFile(dir.resolve("HEAD"))) {
            return null;
        }
        Path common = dir;
        String text = GitText.read(dir.resolve("commondir"));
        if (text != null) {
            common = GitText.path(dir, text);
        }
        return common != null && Files.isDirectory(common.resolve("objects"))
                ? new GitLayout(dir, common, workTree)
                : null;
    }

    /** The commit that HEAD points to, as far as plain files say so; null for none. */
    @Nullable
    String headCommit() {
        String text = GitText.read(gitDir.resolve("HEAD"));
        for (int links = 0; text != null && links < 5; links++) {
            if (isId(text)) {
                return text;
            }
            if (!text.startsWith("ref:")) {
                return null;
            }
            String name = text.substring("ref:".length()).strip();
            if (!name.startsWith("refs/") || name.contains("..")) {
                return null;
            }
            Path own = GitText.path(gitDir, name);
            Path shared = GitText.path(commonDir, name);
            text = own == null ? null : GitText.read(own);
            if (text == null && shared != null) {
                text = GitText.read(shared);
            }
            if (text == null) {
                text = packed(name);
            }
        }
        return null;
    }

    private @Nullable String packed(String name) {
        String packed = GitText.read(commonDir.resolve("packed-refs"));
        if (packed == null) {
            return null;
        }
        int at = packed.indexOf(" " + name + "\n");
        if (at < 0 && packed.endsWith(" " + name)) {
            at = packed.length() - name.length() - 1;
        }
        return at < 0 ? null : packed.substring(packed.lastIndexOf('\n', at) + 1, at);
    }

    private static boolean isId(String text) {
        return (text.length() == 40 || text.length() == 64) && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
