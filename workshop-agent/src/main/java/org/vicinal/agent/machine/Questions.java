package org.vicinal.agent.machine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What has been asked of a machine and not been answered. Any thread. */
final class Questions {
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();

  /** A question's number and what its asker waits for. */
  record Question(long ask, CompletableFuture<Answer> answer) {}

  Question open() {
    var question = new Question(last.incrementAndGet(), new CompletableFuture<>());
    open.put(question.ask(), question.answer());
    return question;
  }

  void answer(long ask, Answer answer) {
    CompletableFuture<Answer> asker = open.remove(ask);
    if (asker != null) {
      asker.complete(answer);
    }
  }

  void refuseAll(String why) {
    open.keySet().forEach(ask -> answer(ask, new Answer.Refused(why)));
  }
}
