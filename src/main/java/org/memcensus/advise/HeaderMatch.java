package org.memcensus.advise;

import java.util.List;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Role;

/** Whether code includes one of some headers; a star at the end of a header's name stands for any rest. */
final class HeaderMatch {
    private HeaderMatch() {}

    static boolean any(CodeModule module, List<String> headers) {
        return !headers.isEmpty()
                && module.files().stream()
                        .filter(file -> file.role() != Role.GENERATED)
                        .anyMatch(file -> any(file, headers));
    }

    static boolean any(CountedFile file, List<String> headers) {
        return !headers.isEmpty()
                && file.facts().includes().stream()
                        .anyMatch(include -> headers.stream().anyMatch(header -> matches(header, include.header())));
    }

    private static boolean matches(String header, String included) {
        return header.endsWith("*")
                ? included.startsWith(header.substring(0, header.length() - 1))
                : included.equals(header);
    }
}
