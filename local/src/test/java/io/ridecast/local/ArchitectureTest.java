package io.ridecast.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The rules of the house that a compiler does not know. */
@AnalyzeClasses(packages = "io.ridecast", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("io.ridecast.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule servicesMeetOnlyInTopics =
      slices()
          .matching("io.ridecast.(*)..")
          .that(
              not(
                  com.tngtech.archunit.base.DescribedPredicate.describe(
                      "are shared or put the parts together",
                      slice ->
                          java.util.Set.of(
                                  "records",
                                  "schemas",
                                  "runtime",
                                  "forecasting",
                                  "weather",
                                  "local")
                              .contains(slice.getNamePart(1)))))
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule forecastingIsPure =
      noClasses()
          .that()
          .resideInAPackage("io.ridecast.forecasting..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "java.net.http..",
              "io.javalin..",
              "software.amazon..",
              "org.mlflow..",
              "io.ridecast.schemas..",
              "io.ridecast.records..",
              "io.ridecast.runtime..");

  @ArchTest
  static final ArchRule schemasAndRuntimeKnowNobody =
      noClasses()
          .that()
          .resideInAnyPackage("io.ridecast.schemas..", "io.ridecast.runtime..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.ridecast..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "io.ridecast.schemas..",
                              "io.ridecast.runtime..",
                              "io.ridecast.records.."))));

  @ArchTest
  static final ArchRule runtimeDoesNotKnowTheRecords =
      noClasses()
          .that()
          .resideInAPackage("io.ridecast.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.ridecast.schemas..", "io.ridecast.records..");

  @ArchTest
  static final ArchRule mlflowIsKnownInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.ridecast.trainer.mlflow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.mlflow..");

  @ArchTest
  static final ArchRule awsIsKnownInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.ridecast.runtime.artifacts.s3..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  @ArchTest
  static final ArchRule onlyMainsReadTheWallClock =
      noClasses()
          .that(not(simpleNameEndingWith("Main")))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule nothingSleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule dumpingGroundsHaveNoName =
      classes()
          .that()
          .resideInAPackage("io.ridecast..")
          .should()
          .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)")
          .andShould()
          .resideOutsideOfPackages("..common..", "..util..", "..utils..");
}
