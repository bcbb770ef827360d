package org.vicinal.commons.okh;

/**
 * The keys of Open Know-How 1.0 (okh-v1 schema) and of 2.4 with LOSH (okh.schema.json, and the
 * production keys of the specification's text).
 */
final class Vocabulary {
  static final Keys TWO =
      Keys.of(
          """
          TEXT okhv name version function $schema
          URL repo data-source
          LICENCE license
          PEOPLE licensor organization
          LANGUAGES documentation-language
          PATH contribution-guide release
          PATHS readme bom manufacturing-instructions user-manual source export auxiliary attestation publication
          OTRL technology-readiness-level
          ODRL documentation-readiness-level
          TEXTS standard-compliance joining-process
          CPC cpc-patent-class
          TSDC tsdc
          URL fork-of
          MASS mass
          SIZE outer-dimensions
          PARTS part
          SOFTWARE software
          ANY image rdf timestamp perma-url file-format last-requested last-seen
          """);
  static final Keys PART =
      Keys.of(
          """
          TEXT name material surface-finishing-process printing-process welding-process welder-certification
          TEXT smallest-tolerance-class
          PATHS source export auxiliary manufacturing-instructions
          LANGUAGES documentation-language
          TSDC tsdc
          MASS mass
          SIZE outer-dimensions
          ANY image infill raft-brim supports resolution-mm shell-thickness top-bottom-thickness
          ANY smallest-inner-radius-mm thickness-mm engraving-depth-mm resolution-dpi 2d-size-mm
          ANY board-thickness-mm copper-thickness-mm typical-trace-width-mm smallest-trace-width-mm
          ANY typical-space-copper-copper-mm smallest-space-copper-copper-mm smallest-via-diameter-mm
          ANY component-sides silkscreen-sides solder-mask-sides layer-count multi-copper-thickness-mm
          ANY multi-isolator-thickness-mm
          """);
  static final Keys ONE =
      Keys.of(
          """
          TEXT title description intended-use version development-stage health-safety-notice okh-manifest-version
          TEXTS keywords
          URL project-link documentation-home
          LICENCES license
          PEOPLE licensor manifest-author contact contributors
          DATE date-created date-updated
          TRUTH made made-independently
          LANGUAGES documentation-language manifest-language
          PATH image archive-download
          LINKS design-files schematics making-instructions manufacturing-files risk-assessment tool-settings
          LINKS quality-instructions operating-instructions maintenance-instructions disposal-instructions software
          ANY bom tool-list standards-used derivative-of variant-of sub-parts manifest-is-translation
          ANY documentation-is-translation bom-atoms tool-list-atoms product-atom bom-output-atoms
          """);

  private Vocabulary() {}
}
