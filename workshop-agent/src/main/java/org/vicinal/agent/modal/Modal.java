package org.vicinal.agent.modal;

/**
 * A machine as the lines that it has taken have left it. A value; {@link #after} follows one line.
 *
 * <p>Total: a line that is not understood changes nothing.
 */
public sealed interface Modal permits PrinterModal, MillModal {

  /** As it stands when this line has been done. */
  Modal after(String line);

  /** Where the tool stands. */
  Place place();

  /** All of it as one sentence, for a person who is to say whether it is so. */
  String words();

  /** A printer of which nothing is known yet: cold, absolute, in millimetres. */
  static Modal printer() {
    return PrinterModal.BEGIN;
  }

  /** A mill as GRBL starts: G54, millimetres, absolute, spindle off. */
  static Modal mill() {
    return MillModal.BEGIN;
  }
}
