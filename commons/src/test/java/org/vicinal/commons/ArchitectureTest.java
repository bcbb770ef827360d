package org.vicinal.commons;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Manifests need the JDK and three parsers, and only one package knows the parsers. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vicinal.commons");

  @Test
  void onlyParsersAreImported() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.vicinal.commons..",
            "org.jspecify..",
            "org.snakeyaml.engine..",
            "org.tomlj..",
            "tools.jackson.core..")
        .check(OURS);
  }

  @Test
  void onlyFormatsKnowTheParsers() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..commons.format..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..", "org.tomlj..", "tools.jackson..")
        .check(OURS);
  }
}
