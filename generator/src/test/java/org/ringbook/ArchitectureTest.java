package org.ringbook;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One library has one home, stages know the model and never each other, and nothing goes round. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.ringbook");

  /** A library and the only package that may use it. */
  private record Home(String library, String home) {}

  @TestFactory
  Stream<DynamicTest> eachLibraryHasOneHome() {
    return Stream.of(
            new Home("org.asciidoctor..", "org.ringbook.parse"),
            new Home("org.jruby..", "org.ringbook.parse"),
            new Home("freemarker..", "org.ringbook.render.page"),
            new Home("io.modelcontextprotocol..", "org.ringbook.mcp"),
            new Home("net.sourceforge.plantuml..", "org.ringbook.render.diagram"),
            new Home("org.stathissideris..", "org.ringbook.render.diagram"),
            new Home("org.apache.lucene..", "org.ringbook.search.."),
            new Home("picocli..", "org.ringbook.command"),
            new Home("javax.tools..", "org.ringbook.prove"),
            new Home("com.sun.net.httpserver..", "org.ringbook.serve"))
        .map(
            home ->
                DynamicTest.dynamicTest(
                    home.library() + " only in " + home.home(), () -> check(home)));
  }

  private static void check(Home home) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home.home())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(home.library())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> stagesKnowTheModelButNotEachOther() {
    return Stream.of("parse", "prove", "render", "check", "publish", "serve")
        .map(stage -> DynamicTest.dynamicTest(stage, () -> checkStage(stage)));
  }

  private static void checkStage(String stage) {
    String own = "org.ringbook." + stage + "..";
    DescribedPredicate<JavaClass> foreign =
        resideInAPackage("org.ringbook..")
            .and(DescribedPredicate.not(resideInAPackage(own)))
            .and(DescribedPredicate.not(resideInAPackage("org.ringbook.model")))
            .and(DescribedPredicate.not(resideInAPackage("org.ringbook.source")));
    noClasses().that().resideInAPackage(own).should().dependOnClassesThat(foreign).check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.ringbook.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theSearchIndexKnowsNothingOfTheGenerator() {
    noClasses()
        .that()
        .resideInAPackage("org.ringbook.search..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.ringbook..")
                .and(DescribedPredicate.not(resideInAPackage("org.ringbook.search.."))))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ringbook.command", "org.ringbook.prove.worker")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ringbook.command", "org.ringbook.prove.worker")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }
}
