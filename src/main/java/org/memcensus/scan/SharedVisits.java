package org.memcensus.scan;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memcensus.classify.Attributes;
import org.memcensus.model.SourceFile;

/**
 * Shares the visits of two states of one repository: what the first state's scan found at a path is what the second's would
 * find there, if the content is the same and the attributes of both and what their builds install say the same of it.
 */
final class SharedVisits implements VisitMemory {
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private @Nullable Attributes first;
    private Attributes now = Attributes.NONE;
    private Function<String, @Nullable String> firstDelivered = path -> null;
    private Function<String, @Nullable String> nowDelivered = path -> null;
    private boolean recording = true;

    private record Seen(@Nullable String blob, Outcome outcome) {}

    /** Ends the first state: from now on visits are looked up. */
    void second() {
        recording = false;
    }

    /** The attributes of the state that was visited last. */
    Attributes attributes() {
        return now;
    }

    /** The blob id that the first state has at a path; null where it is not known. */
    @Nullable
    String blob(String path) {
        Seen found = seen.get(path);
        return found == null ? null : found.blob();
    }

    @Override
    public void begin(Attributes attributes, Function<String, @Nullable String> delivered) {
        now = attributes;
        nowDelivered = delivered;
        if (recording) {
            first = attributes;
            firstDelivered = delivered;
        }
    }

    @Override
    public @Nullable Outcome find(SourceFile file) {
        if (recording || file.blob() == null) {
            return null;
        }
        Seen found = seen.get(file.path());
        return found != null && file.blob().equals(found.blob()) && alike(file.path()) ? found.outcome() : null;
    }

    private boolean alike(String path) {
        if (!Objects.equals(firstDelivered.apply(path), nowDelivered.apply(path))) {
            return false;
        }
        Attributes before = first;
        if (before == null || (before.isEmpty() && now.isEmpty())) {
            return true;
        }
        return before.circumstances(path).equals(now.circumstances(path));
    }

    @Override
    public boolean wantsIds() {
        return recording;
    }

    @Override
    public void keep(SourceFile file, @Nullable String blob, Outcome outcome) {
        if (recording) {
            seen.put(file.path(), new Seen(blob, outcome));
        }
    }
}
