package org.memcensus.advise;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.FileFacts;
import org.memcensus.model.NameSet;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;

class TwinCallersTest extends AdviceCase {
    private static final NameSet DECODE = NameSet.of(new int[] {NameSet.hash("decode")}, 1);

    private static boolean serve(String swap, CountedFile twin, CountedFile... others) {
        CodeModule own = module("dir:twin", twin);
        CodeModule rest = module("dir:rest", others);
        Advice advice = new Advice(entry("x", "y", swap), Advice.Fit.TWIN, "decodes itself", twin.path(), 3);
        return new TwinCallers(List.of(own, rest)).serve(advice);
    }

    private static CountedFile c(String path, NameSet defined, NameSet called) {
        FileFacts.Functions functions = new FileFacts.Functions(defined, called);
        return file(path, Role.CORE, Safety.UNSAFE, 200, new FileFacts(List.of(), List.of(), List.of(), functions));
    }

    @Test
    void a_layer_in_c_is_for_callers_in_c() {
        CountedFile twin = c("src/decode.c", DECODE, NameSet.NONE);
        CountedFile caller = c("src/main.c", NameSet.NONE, DECODE);
        CountedFile other = c("src/main.c", NameSet.NONE, NameSet.NONE);
        assertTrue(serve("language-only", twin, caller));
        assertFalse(serve("language-only", twin, other), "nobody calls it but code in another language");
        assertTrue(serve("abi", twin, other), "it can be linked");
        assertTrue(
                serve("language-only", c("src/decode.c", NameSet.NONE, NameSet.NONE), other), "its offer is unknown");
    }

    @Test
    void neither_a_header_nor_what_makes_assembly_is_a_twin() {
        assertFalse(serve("abi", c("include/x509.hpp", NameSet.NONE, NameSet.NONE)));
        CountedFile script = file("asm/chacha.pl", "Assembly", Role.CORE, Safety.UNSAFE, 900, FileFacts.NONE);
        assertFalse(serve("language-only", script, c("src/main.c", NameSet.NONE, DECODE)));
    }
}
