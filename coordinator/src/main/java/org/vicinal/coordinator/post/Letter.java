package org.vicinal.coordinator.post;

import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.notice.NoticeEvent.NoticeDue;
import org.vicinal.messages.id.Digest;

/**
 * A notice in words.
 *
 * @param title of the order
 * @param page where the community's page is
 * @param leaving where its receiver posts to get no more of them; null for a webhook
 */
record Letter(NoticeDue due, String title, URI page, Instant at, @Nullable URI leaving) {
  private static final int LONGEST_TITLE = 60; // characters in a subject

  /** The same at every attempt, and without anything that tells whose it is. */
  String id() {
    return Digest.of(due.notice().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .value()
        .substring(0, 40);
  }

  String subject() {
    var name = title.strip().replaceAll("\\s+", " ");
    return "%s: %s"
        .formatted(
            name.length() <= LONGEST_TITLE ? name : name.substring(0, LONGEST_TITLE) + "…",
            about());
  }

  private String about() {
    return switch (due.matter()) {
      case QUESTION -> "the workshop wrote to you";
      case BID -> "bids to choose from";
      case FIRST_PIECE -> "the first piece waits for your word";
      case LATE -> "late, or not there any more";
      case READY -> "ready";
      case UNCOLLECTED -> "not collected yet";
      case DISPUTE -> "about the pieces you refused";
      case PAYMENT -> "what is owed";
      case END -> "it has ended";
      case TROUBLE -> "you could not be told";
    };
  }

  String text() {
    return due.lines().stream().map(line -> "- " + line + ".\n").collect(Collectors.joining())
        + "\nIt is about the order %s at %s\nOpen it with the secret link that you have, or read it with\n"
            .formatted(due.order(), page)
        + "  ./vicinal order story LINK\n"
        + "\nYou are told because this address was given with the order. To end it, your mail"
        + "\nprogram can unsubscribe you, or:\n"
        + "  ./vicinal order notices LINK --off\n"
        + (leaving == null ? "" : "  curl -X POST " + leaving + "\n");
  }
}
