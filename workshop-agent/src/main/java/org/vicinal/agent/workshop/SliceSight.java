package org.vicinal.agent.workshop;

import org.vicinal.messages.work.FileRef;

/** What is known of a program that is to be made here. */
sealed interface SliceSight {
  /** Its turn has not come, or its model is on its way. */
  record Waiting() implements SliceSight {}

  /** The slicer is at it. */
  record Making() implements SliceSight {}

  /** It is here; it has not been checked by that. */
  record Made(FileRef program) implements SliceSight {}

  /** None comes of it. {@code again}: another time one might. */
  record Failed(String reason, boolean again) implements SliceSight {}
}
