package org.memcensus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may import whom. Plain tests, because a runner that finds no rule reports success. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.memcensus");

    private static final List<String> STAGES = List.of(
            "source",
            "changes",
            "classify",
            "count",
            "facts",
            "modules",
            "evidence",
            "score",
            "advise",
            "manifest",
            "gate",
            "report",
            "tables",
            "store");

    @Test
    void the_program_is_there_to_be_judged() {
        assertTrue(CLASSES.contain("org.memcensus.cli.Main"));
    }

    @Test
    void the_model_knows_no_other_package() {
        noClasses()
                .that()
                .resideInAPackage("org.memcensus.model..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.memcensus..").and(resideOutsideOfPackages("org.memcensus.model..")))
                .check(CLASSES);
    }

    @Test
    void a_stage_knows_the_model_and_no_other_stage() {
        for (String stage : STAGES) {
            String own = "org.memcensus." + stage + "..";
            noClasses()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.memcensus..")
                            .and(resideOutsideOfPackages("org.memcensus.model..", own)))
                    .check(CLASSES);
        }
    }

    @Test
    void the_scan_does_not_know_the_command_line() {
        noClasses()
                .that()
                .resideInAPackage("org.memcensus.scan..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.memcensus.cli.."))
                .check(CLASSES);
    }

    @Test
    void a_batch_knows_the_scan_the_store_and_the_source_alone() {
        noClasses()
                .that()
                .resideInAPackage("org.memcensus.batch..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.memcensus..")
                        .and(resideOutsideOfPackages(
                                "org.memcensus.batch..",
                                "org.memcensus.scan..",
                                "org.memcensus.store..",
                                "org.memcensus.source..",
                                "org.memcensus.model..")))
                .check(CLASSES);
    }

    @Test
    void databases_are_spoken_to_in_store_only() {
        only("store", "java.sql..", "javax.sql..", "org.sqlite..");
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.memcensus.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void git_is_read_in_source_only() {
        only("source", "org.eclipse.jgit..", "org.apache.sshd..");
    }

    @Test
    void tika_is_asked_in_classify_only() {
        only("classify", "org.apache.tika..");
    }

    @Test
    void picocli_is_used_in_cli_only() {
        only("cli", "picocli..");
    }

    @Test
    void yaml_is_read_in_tables_only() {
        only("tables", "com.fasterxml.jackson.dataformat..", "com.fasterxml.jackson.databind..", "org.yaml..");
    }

    @Test
    void json_is_written_in_report_only_and_parsed_in_tables_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.memcensus.report..", "org.memcensus.tables..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.memcensus.report..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.fasterxml.jackson.core.JsonParser")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.memcensus.tables..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.fasterxml.jackson.core.JsonGenerator")
                .check(CLASSES);
    }

    @Test
    void streams_and_the_end_of_the_process_belong_to_cli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.memcensus.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.memcensus.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void nothing_but_cli_asks_the_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.memcensus.cli..")
                // These are conscious exceptions: JGit asks its SystemReader for the time, and a file that has changed
                // just
                // now is not looked up in the cache. No result depends on either.
                .and()
                .doNotHaveSimpleName("ShutInSystem")
                .and()
                .doNotHaveSimpleName("DiskIdentity")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(CLASSES);
    }

    @Test
    void there_is_no_logging_and_no_unsafe_memory() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "sun.misc..", "jdk.internal..")
                .check(CLASSES);
    }

    private static void only(String home, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.memcensus." + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(CLASSES);
    }
}
