package org.vicinal.agent.machine;

/**
 * A run that has been begun.
 *
 * @param acknowledged the last line of the file that the firmware has taken, 0 for none
 * @param toldAt when its progress was last told
 */
record Run(RunRequest request, Feed feed, long acknowledged, long toldAt) {

  static Run of(RunRequest request) {
    return new Run(request, Feed.EMPTY, 0, 0);
  }

  String id() {
    return request.runId();
  }

  Run with(Feed next) {
    return new Run(request, next, acknowledged, toldAt);
  }

  Run acknowledged(long line) {
    return new Run(request, feed, Math.max(line, acknowledged), toldAt);
  }

  Run told(long at) {
    return new Run(request, feed, acknowledged, at);
  }
}
