package org.vicinal.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** jSSC is behind one class, Kafka in one package, and nobody here knows the coordinator. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vicinal.agent");

  @Test
  void onlyOneClassKnowsJssc() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.serial\\.JsscLine(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jssc..")
        .check(CLASSES);
  }

  @Test
  void kafkaStaysInTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..agent.network..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..")
        .check(CLASSES);
  }

  @Test
  void whatDecidesAboutWorkAndMachinesSeesNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage("..agent.workshop..", "..agent.firmware..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void theMachineHalfKnowsNothingOfTheNetwork() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..agent.serial..", "..agent.firmware..", "..agent.machine..", "..agent.simulation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..agent.network..", "..agent.workshop..", "..agent.journal..", "..agent.control..")
        .check(CLASSES);
  }

  @Test
  void theAgentDoesNotKnowTheCoordinator() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.vicinal.coordinator..", "org.vicinal.demo..", "org.springframework..")
        .check(CLASSES);
  }
}
