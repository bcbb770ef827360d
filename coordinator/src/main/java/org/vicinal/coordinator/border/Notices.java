package org.vicinal.coordinator.border;

import java.util.Optional;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.decide.Submitted;
import org.vicinal.coordinator.notice.NoticeEvent;

/** What customers are told outside of the page. Called by one thread; must not block. */
public interface Notices {
  /** Nobody is told anything. */
  Notices NONE =
      new Notices() {
        @Override
        public Optional<Submitted<?>> suggest(Occurred<?> event) {
          return Optional.empty();
        }

        @Override
        public void send(NoticeEvent.NoticeDue due) {
          // nobody is here who could; it is tried again, and given up in the end
        }
      };

  /** The command that suggests a notice of {@code event}; empty when nobody asked for one. */
  Optional<Submitted<?>> suggest(Occurred<?> event);

  /** Takes a notice to be sent. What becomes of it is said by a command, now or never. */
  void send(NoticeEvent.NoticeDue due);
}
