package org.memcensus.scan;

import java.util.List;
import org.memcensus.manifest.Manifests;
import org.memcensus.manifest.Owners;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileReader;

/**
 * What manifests, build files and files of owners say of a repository. They are read on their own, so that it can be done
 * while modules are grouped.
 *
 * @param paths every file of the tree, sorted
 * @param manifests what the repository stands on and offers
 * @param owners who owns which paths
 */
record Papers(List<String> paths, Manifests manifests, Owners owners) {
    /**
     * Reads them.
     *
     * @param paths every file of the tree, sorted
     * @param files the counted files
     * @param tree reads a file of the tree
     */
    static Papers read(Knowledge knowledge, List<String> paths, List<CountedFile> files, FileReader tree) {
        return new Papers(paths, Manifests.read(knowledge.manifests(), paths, files, tree), Owners.read(tree));
    }
}
