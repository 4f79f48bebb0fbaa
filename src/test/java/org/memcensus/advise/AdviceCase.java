package org.memcensus.advise;

import java.util.List;
import org.memcensus.model.Advice;
import org.memcensus.model.CodeModule;
import org.memcensus.model.CountedFile;
import org.memcensus.model.Fact;
import org.memcensus.model.FileFacts;
import org.memcensus.model.ModuleKind;
import org.memcensus.model.Replacement;
import org.memcensus.model.Role;
import org.memcensus.model.Safety;
import org.memcensus.model.SampleFiles;

/** Made-up components, replacements and modules for tests of advice. */
abstract class AdviceCase {
    static final Replacement SQUEEZE = entry("squeeze", "squeeze-rs", "abi");
    static final Replacement SQUEEZE_CRATE = entry("squeeze", "squeezed", "language-only");
    static final List<Replacement> CATALOGUE = List.of(SQUEEZE_CRATE, SQUEEZE);

    static CountedFile[] copy(String directory) {
        return new CountedFile[] {
            core(directory + "/pack.c", 500, calls(9)),
            core(directory + "/unpack.c", 300),
            core(directory + "/squeeze.h", 50)
        };
    }

    static Replacement shelved(String name) {
        var marks = new Replacement.Fingerprint(List.of(name + ".c"), List.of(name), List.of(name + ".h"), List.of());
        return new Replacement(name, "shelf", marks, name, "Rust", "MIT", "u", "abi", "yes", "", "m", "s");
    }

    static CountedFile[] shelved(String directory, String name) {
        return new CountedFile[] {core(directory + "/" + name + ".c", 500), core(directory + "/" + name + ".h", 50)};
    }

    static Replacement twin(Replacement.Twin twin) {
        var marks = new Replacement.Fingerprint(List.of(), List.of(), List.of(), List.of());
        return new Replacement(
                "own X",
                "k",
                marks,
                "p",
                "Rust",
                "MIT",
                "u",
                "c-api",
                "no",
                "",
                "m",
                "s",
                Replacement.Use.ANY,
                false,
                List.of(),
                twin,
                List.of());
    }

    static CountedFile rust(Role role, long lines) {
        return file("rs/" + role + ".rs", "Rust", role, Safety.SAFE, lines, FileFacts.NONE);
    }

    static CountedFile both(String path, String own, Fact... facts) {
        List<FileFacts.Include> includes =
                List.of(new FileFacts.Include("squeeze.h", true), new FileFacts.Include(own, false));
        FileFacts found = new FileFacts(List.of(facts), includes, List.of());
        return file(path, Role.CORE, Safety.UNSAFE, 100, found);
    }

    static Replacement using(Replacement.Use use) {
        return using(use, "abi");
    }

    static Replacement using(Replacement.Use use, String swap) {
        return new Replacement(
                "squeeze",
                "k",
                SQUEEZE.fingerprint(),
                "p",
                "Rust",
                "MIT",
                "u",
                swap,
                "yes",
                "",
                "m",
                "s",
                use,
                false,
                List.of(),
                null,
                List.of());
    }

    static List<Advice.Fit> fits(Replacement entry, CountedFile file) {
        CodeModule module = module("dir:lib", file);
        return fits(new Adviser(List.of(entry), List.of(module)).advise(module));
    }

    static List<Advice.Fit> fits(List<Advice> advice) {
        return advice.stream().map(Advice::fit).toList();
    }

    static List<Advice> advise(CodeModule module) {
        return new Adviser(CATALOGUE, List.of(module)).counterparts(module);
    }

    static List<String> projects(List<Advice> advice) {
        return advice.stream().map(item -> item.replacement().project()).toList();
    }

    static Replacement entry(String component, String project, String swap) {
        return entry(component, project, swap, "k");
    }

    static Replacement entry(String component, String project, String swap, String kind) {
        var marks = new Replacement.Fingerprint(
                List.of("pack.c", "unpack.c", "sqz_*.c"), List.of("squeeze"), List.of("squeeze.h"), List.of("sqz_"));
        return new Replacement(component, kind, marks, project, "Rust", "MIT", "u", swap, "yes", "", "m", "s");
    }

    static Fact calls(int count) {
        return new Fact("component.squeeze", 7, count);
    }

    static CodeModule module(String id, CountedFile... files) {
        return new CodeModule(id, id, ModuleKind.DIRECTORY, "", Role.CORE, List.of(files));
    }

    static CountedFile core(String path, long lines, Fact... facts) {
        return file(path, Role.CORE, Safety.UNSAFE, lines, facts);
    }

    static CountedFile including(String path, String header, Fact... facts) {
        FileFacts found = new FileFacts(List.of(facts), List.of(new FileFacts.Include(header, true)), List.of());
        return file(path, Role.CORE, Safety.UNSAFE, 100, found);
    }

    static CountedFile file(String path, Role role, Safety safety, long lines, Fact... facts) {
        return file(path, role, safety, lines, new FileFacts(List.of(facts), List.of(), List.of()));
    }

    static CountedFile file(String path, Role role, Safety safety, long lines, FileFacts facts) {
        return file(path, "C", role, safety, lines, facts);
    }

    static CountedFile file(String path, String name, Role role, Safety safety, long lines, FileFacts facts) {
        return SampleFiles.file(path, role, SampleFiles.language(name, safety), lines, facts);
    }
}
