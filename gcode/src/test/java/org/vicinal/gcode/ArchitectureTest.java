package org.vicinal.gcode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The library needs nothing but the JDK, and each of its packages knows only what stands beneath
 * it.
 */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vicinal.gcode");

  @Test
  void nothingButTheJdkIsImported() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.vicinal.gcode..", "org.jspecify..")
        .check(OURS);
  }

  @Test
  void wordsKnowNothingOfMeaningOrTime() {
    noClasses()
        .that()
        .resideInAPackage("..text..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..meaning..", "..time..", "..cli..")
        .check(OURS);
  }

  @Test
  void plannersKnowNothingOfWordsOrMeaning() {
    noClasses()
        .that()
        .resideInAPackage("..time..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..meaning..", "..text..", "..cli..")
        .check(OURS);
  }

  @Test
  void nothingKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..cli..")
        .check(OURS);
  }
}
