package org.ringbook.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.ringbook");

  @Test
  void theImportSeesTheModule() {
    assertFalse(CLASSES.isEmpty());
  }

  @Test
  void theIndexKnowsNothingOfTheGenerator() {
    noClasses()
        .that()
        .resideInAPackage("org.ringbook.search..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are Ringbook's but not the index's",
                c ->
                    c.getPackageName().startsWith("org.ringbook.")
                        && !c.getPackageName().startsWith("org.ringbook.search")))
        .check(CLASSES);
  }

  @Test
  void documentsAndTheirKindsKnowNothingOfLucene() {
    noClasses()
        .that()
        .resideInAPackage("org.ringbook.search.document..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  @Test
  void luceneHasItsHomeHere() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.ringbook.search..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.ringbook.search.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingIsPrinted() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }
}
