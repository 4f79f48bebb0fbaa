package org.memcensus.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memcensus.model.Classification;
import org.memcensus.model.Contact;
import org.memcensus.model.Explanation;
import org.memcensus.model.LineCounts;
import org.memcensus.model.ModuleCensus;
import org.memcensus.model.Opportunity;
import org.memcensus.model.Role;
import org.memcensus.model.RoleDecision;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;

class ExplainReportTest {
    @Test
    void a_file_is_explained_down_to_each_point() throws IOException {
        List<ModuleCensus> modules = Samples.curl().modules();
        ModuleCensus vtls = modules.get(0);
        ModuleCensus tests = modules.get(modules.size() - 1);
        Explanation ranked = new Explanation(
                "lib/vtls/openssl.c",
                "",
                false,
                new Classification(SampleFiles.language("C", Safety.UNSAFE), Safety.UNSAFE, "extension .c"),
                new RoleDecision(Role.CORE, "nothing says otherwise"),
                new LineCounts(4210, 842, 526),
                vtls,
                "directory lib/vtls",
                vtls.evidence().subList(0, 2));
        Explanation unranked = new Explanation(
                "tests/server/sws.c",
                "",
                false,
                new Classification(SampleFiles.language("C", Safety.UNSAFE), Safety.UNSAFE, "extension .c"),
                new RoleDecision(Role.TEST, "directory tests/"),
                new LineCounts(2300, 460, 287),
                tests,
                "directory tests",
                List.of());
        Explanation header = new Explanation(
                "lib/a.h",
                "",
                false,
                new Classification(
                        SampleFiles.language("C", Safety.UNSAFE),
                        Safety.UNDETERMINED,
                        "extension .h; content undecided"),
                new RoleDecision(Role.CORE, "nothing says otherwise"),
                new LineCounts(1, 0, 0),
                null,
                "",
                List.of());
        Explanation binary = new Explanation(
                "docs/\u001b[31mlogo.png", "binary", false, null, null, LineCounts.NONE, null, "", List.of());
        StringWriter out = new StringWriter();
        new ExplainReport().write(List.of(ranked, unranked, header, binary), Samples.run(), out);
        Golden.check("explain.txt", out.toString());
        StringWriter json = new StringWriter();
        ExplainFormat.JSON.write(List.of(ranked, header, binary), Samples.run(), json);
        Golden.check("explain.json", json.toString());
    }

    @Test
    void a_module_names_whom_to_ask_where_that_is_known() throws IOException {
        Contact ann = new Contact("@ann", "CODEOWNERS", "CODEOWNERS", 12);
        ModuleCensus vtls =
                Samples.curl().modules().get(0).with(new Opportunity(List.of(), List.of(), null, List.of(ann)));
        Explanation explained = new Explanation(
                "lib/vtls", "", false, null, null, LineCounts.NONE, vtls, "directory lib/vtls", List.of());
        StringWriter out = new StringWriter();
        new ExplainReport().write(List.of(explained), Samples.run(), out);
        assertTrue(out.toString().contains("ask @ann (CODEOWNERS:12)"), out.toString());
    }
}
