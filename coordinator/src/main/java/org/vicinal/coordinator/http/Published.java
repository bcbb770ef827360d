package org.vicinal.coordinator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.coordinator.design.Release;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.view.DesignView;
import org.vicinal.coordinator.view.Views;

/**
 * Makes the files of releases readable for everybody, after the log has the release: at once, and
 * again at the next start for what a crash left undone.
 */
final class Published {
  private static final Logger LOG = LoggerFactory.getLogger(Published.class);

  private Published() {}

  static void publish(FileStore files, Release release) {
    for (var file : release.files()) {
      try {
        files.publish(file.digest());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Everything that the views know of; what is not here any more is logged and left. */
  static void publishAll(FileStore files, Views views) {
    for (DesignView design : views.designs()) {
      for (var published : design.releases()) {
        if (published.release().files().stream()
            .anyMatch(file -> views.quarantines().findHold(file.digest()).isPresent())) {
          continue; // some of it is gone by a steward's word
        }
        try {
          publish(files, published.release());
        } catch (UncheckedIOException e) {
          LOG.warn(
              "A file of {} is missing: {}",
              published.release().ref(),
              String.valueOf(e.getCause()));
        }
      }
    }
  }
}
