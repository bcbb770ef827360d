package org.vicinal.agent.workshop;

import java.time.Instant;

/** What is known of a file that is needed here. */
sealed interface FileSight {
  /** It is on its way. */
  record Fetching(int tries) implements FileSight {}

  /** It is here and its content is what its name says. */
  record Here() implements FileSight {}

  /** It did not come; another try is due. */
  record Again(int tries, Instant at, String reason) implements FileSight {}

  /** It will not come. */
  record Failed(String reason) implements FileSight {}
}
