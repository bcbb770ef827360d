package org.vicinal.messages.work;

/**
 * A way of making. Which is a kind of which, and what else people call it, stands in {@code
 * taxonomy/processes.txt}; a part may ask for a whole family such as {@link #PRINTING}.
 */
public enum Making {
  /** Any process that adds material in layers. */
  PRINTING("3D printing"),
  /** Fused filament fabrication: a 3D printer that melts a plastic thread. */
  FFF("3D printing (filament)"),
  /** Light hardens a liquid layer by layer, whatever the light. */
  RESIN("3D printing (resin)"),
  /** Resin hardened by a laser that draws. */
  SLA("3D printing (resin, laser)"),
  /** Resin hardened by a projected picture or a masked screen. */
  DLP("3D printing (resin, screen or projector)"),
  /** Powder is fused layer by layer. */
  POWDER("3D printing (powder)"),
  /** Plastic powder sintered by a laser. */
  SLS("3D printing (laser-sintered powder)"),
  /** Plastic powder fused by heat under a printed agent. */
  MJF("3D printing (multi jet fusion)"),
  /** Metal powder melted by a laser or an electron beam. */
  METAL_PRINTING("3D printing (metal powder)"),
  /** Any process in which a controlled tool takes chips away. */
  MACHINING("machining"),
  /** A turning cutter takes material away: routers and mills. */
  MILLING("milling"),
  /** A mill that turns part or tool about two more axes while it cuts. */
  MILLING_5_AXIS("milling (5 axes)"),
  /** The part turns against a tool. */
  TURNING("turning"),
  /** Any process that cuts shapes out of a sheet. */
  SHEET_CUTTING("sheet cutting"),
  /** A laser cuts through. */
  LASER_CUTTING("laser cutting"),
  /** A laser marks the surface. */
  LASER_ENGRAVING("laser engraving"),
  /** An arc in gas cuts metal sheet. */
  PLASMA_CUTTING("plasma cutting"),
  /** A jet of water with sand cuts. */
  WATERJET_CUTTING("waterjet cutting"),
  /** A drawn knife cuts film, paper and cloth. */
  KNIFE_CUTTING("knife cutting"),
  /** Joins metal by melting it. */
  WELDING("welding"),
  /** Bends sheet, tube or wire. */
  BENDING("bending"),
  /** Fills a mould. */
  CASTING("casting"),
  /** Presses molten plastic into a mould. */
  INJECTION_MOULDING("injection moulding"),
  /** Makes bare circuit boards. */
  CIRCUIT_BOARDS("circuit boards"),
  /** Puts parts on circuit boards. */
  BOARD_ASSEMBLY("circuit board assembly"),
  /** Sews cloth and leather. */
  SEWING("sewing"),
  /** Puts finished parts together. */
  ASSEMBLY("assembly");

  private final String words;

  Making(String words) {
    this.words = words;
  }

  /** The process as people say it. */
  public String words() {
    return words;
  }
}
