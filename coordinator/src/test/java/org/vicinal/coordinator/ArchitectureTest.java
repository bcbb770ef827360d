package org.vicinal.coordinator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The core is pure, Kafka Streams stays in the engine, Spring at the edge, and nobody here knows
 * the agent.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vicinal.coordinator");
  private static final String[] CORE = {
    "..coordinator.decide..",
    "..coordinator.order..",
    "..coordinator.job..",
    "..coordinator.workshop..",
    "..coordinator.design..",
    "..coordinator.community..",
    "..coordinator.deal..",
    "..coordinator.consent..",
    "..coordinator.talk..",
    "..coordinator.notice..",
    "..coordinator.quarantine..",
    "..coordinator.wiring.."
  };

  @Test
  void theCoreImportsOnlyJavaItselfAndTheMessages() {
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.or(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(CORE),
                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                    "java.lang..",
                    "java.nio.charset..",
                    "java.util..",
                    "java.time..",
                    "org.vicinal.messages..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify..")))
        .check(CLASSES);
  }

  @Test
  void matchingIsPureButForH3() {
    classes()
        .that()
        .resideInAPackage("..coordinator.matching..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.vicinal.coordinator.matching..",
            "java.lang..",
            "java.io..", // what loading H3's native library may throw
            "java.util..",
            "java.time..",
            "org.vicinal.messages..",
            "com.uber.h3core..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void theCoreSeesNeitherClockNorChance() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .check(CLASSES);
  }

  @Test
  void kafkaStreamsStaysInTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..coordinator.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka.streams..")
        .check(CLASSES);
  }

  @Test
  void luceneStaysInTheSearch() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..coordinator.search..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  @Test
  void mailStaysInThePost() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..coordinator.post..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
        .check(CLASSES);
  }

  @Test
  void springStaysAtTheEdge() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..coordinator.http..", "..coordinator.cli..", "org.vicinal.coordinator")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "reactor..", "picocli..")
        .check(CLASSES);
  }

  @Test
  void theCoordinatorDoesNotKnowTheAgent() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.vicinal.agent..", "org.vicinal.demo..")
        .check(CLASSES);
  }
}
