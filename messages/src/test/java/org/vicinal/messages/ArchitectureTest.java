package org.vicinal.messages;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The messages know nobody, and only the wire and the configuration know how bytes look. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vicinal.messages");

  @Test
  void messagesImportOnlyJavaJacksonAndThemselves() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.vicinal.messages..",
            "com.fasterxml.jackson.annotation..",
            "tools.jackson..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void onlyWireAndConfigurationMapBytes() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..wire..", "..config..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "java.nio.file..")
        .check(CLASSES);
  }
}
