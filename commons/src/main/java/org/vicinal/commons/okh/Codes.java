package org.vicinal.commons.okh;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A word of a closed list, as that list spells it.
 *
 * @param known false when the list does not have it
 * @param expected what the list has, for a sentence
 */
record Codes(String value, boolean known, String expected) {
  /** Technology-specific documentation criteria of OSEG's ontology. */
  private static final Set<String> TSDCS =
      Set.of("ASM", "MEC", "CIR", "PCB", "WEL", "3DP", "LAS", "CNC");

  /** Open technology readiness levels by their names. */
  private static final Map<String, String> STAGES =
      Map.of(
          "IDEATION", "OTRL-1",
          "CONCEPTION", "OTRL-2",
          "DEVELOPMENT", "OTRL-3",
          "PROTOTYPING AND TESTING", "OTRL-4",
          "MANUFACTURING DEVELOPMENT", "OTRL-5",
          "PRODUCT QUALIFICATION", "OTRL-6");

  static Codes of(Shape shape, String words) {
    var upper = words.toUpperCase(Locale.ROOT).strip();
    return switch (shape) {
      case OTRL ->
          level(
              STAGES.getOrDefault(upper, upper.replace("OTLR", "OTRL")),
              "OTRL-[1-6]",
              words,
              "Expected OTRL-1 to OTRL-6.");
      case ODRL ->
          level(
              upper.replace("ODLR", "ODRL"),
              "ODRL-([1-4]|3\\*)",
              words,
              "Expected ODRL-1 to ODRL-4.");
      case CPC ->
          level(
              upper,
              "[A-HY][0-9]{2}[A-HJ-NP-Z]( ?[12]?[0-9]{1,3}/[0-9]{2,6})?",
              words,
              "Expected a class such as A47C 16/04.");
      default -> tsdc(upper.replaceFirst(".*/TSDC[-_]?|^TSDC[-_:]?", ""), words);
    };
  }

  private static Codes level(String found, String pattern, String words, String expected) {
    return found.matches(pattern)
        ? new Codes(found, true, expected)
        : new Codes(words, false, expected);
  }

  private static Codes tsdc(String found, String words) {
    return TSDCS.contains(found)
        ? new Codes(found, true, "")
        : new Codes(words, false, "Known are ASM, MEC, CIR, PCB, WEL, 3DP, LAS and CNC.");
  }
}
