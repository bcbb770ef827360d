package org.vicinal.commons;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vicinal.commons.format.Container;

/** The dialects in which designs and workshops are written down. */
public enum Kind {
  OKH_1("okh-v1", Container.YAML, "Open Know-How 1.0"),
  OKH_LOSH("okh-losh", Container.TOML, "Open Know-How LOSH 1.0"),
  OKH_2("okh-2", Container.TOML, "Open Know-How 2"),
  OKH_SNAKE("okh-ohm", Container.JSON, "Open Know-How as Open Hardware Manager has it"),
  OKW_SPECIFIED("okw-spec", Container.JSON, "Open Know-Where 1.0"),
  OKW("okw", Container.JSON, "Open Know-Where as Open Hardware Manager has it"),
  OKW_LINKED("okw-linked", Container.JSON, "Open Know-Where, linked records of 2023"),
  OKW_RELATIONAL("okw-relational", Container.JSON, "Open Know-Where, relations of 2024"),
  OKW_ATOMS("okw-atoms", Container.YAML, "Open Know-Where, Helpful Engineering's atoms"),
  SPACE_API("spaceapi", Container.JSON, "SpaceAPI"),
  UNKNOWN("unknown", Container.YAML, "nothing known");

  private final String id;
  private final Container usual;
  private final String words;

  Kind(String id, Container usual, String words) {
    this.id = id;
    this.usual = usual;
    this.words = words;
  }

  /** As the command line names it. */
  public String id() {
    return id;
  }

  /** The container it is usually written in. */
  public Container usual() {
    return usual;
  }

  /** For a sentence. */
  public String words() {
    return words;
  }

  public boolean isDesign() {
    return this == OKH_1 || this == OKH_LOSH || this == OKH_2 || this == OKH_SNAKE;
  }

  public boolean isWorkshop() {
    return this != UNKNOWN && !isDesign();
  }

  /** The kinds that can be written, besides the one a file came in. */
  public boolean canBeWritten() {
    return List.of(OKH_1, OKH_LOSH, OKH_2, OKW, OKW_SPECIFIED, SPACE_API).contains(this);
  }

  public static Optional<Kind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  /** Those that can be written, for a sentence. */
  public static String writable() {
    return Arrays.stream(values())
        .filter(Kind::canBeWritten)
        .map(Kind::id)
        .collect(Collectors.joining(", "));
  }
}
