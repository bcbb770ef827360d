package org.vicinal.commons.okh;

/** What the value of a key should look like. */
enum Shape {
  TEXT,
  TEXTS,
  URL,
  /** One file of the project, or a web address. */
  PATH,
  PATHS,
  /** A path in a table with a title, or a list of them (version 1). */
  LINKS,
  LANGUAGES,
  LICENCE,
  /** Licences for hardware, documentation and software (version 1). */
  LICENCES,
  PEOPLE,
  DATE,
  TRUTH,
  /** Width, depth and height in mm. */
  SIZE,
  /** Grams. */
  MASS,
  PARTS,
  SOFTWARE,
  /** Technology readiness, OTRL-1 to OTRL-6. */
  OTRL,
  /** Documentation readiness, ODRL-1 to ODRL-4, perhaps audited. */
  ODRL,
  /** What kind of part it is: 3DP, CNC, PCB and so on. */
  TSDC,
  /** A class of the Cooperative Patent Classification. */
  CPC,
  /** Whatever it is, it stays as it is. */
  ANY
}
