package org.memcensus.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;

/** A repository that a clone is written to: what is added to it passes under the eyes of a watch. */
final class CloneRepository extends FileRepository {
    private final CloneWatch watch;

    CloneRepository(Path root, CloneWatch watch) throws IOException {
        super(root.toFile());
        this.watch = watch;
    }

    CloneWatch watch() {
        return watch;
    }

    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter inserter = super.newObjectInserter();
        return new ObjectInserter.Filter() {
            @Override
            protected ObjectInserter delegate() {
                return inserter;
            }

            @Override
            public PackParser newPackParser(InputStream in) throws IOException {
                return inserter.newPackParser(watch.ofObjects(in));
            }
        };
    }
}
