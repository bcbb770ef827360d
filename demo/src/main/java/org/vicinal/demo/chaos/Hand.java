package org.vicinal.demo.chaos;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vicinal.demo.town.Town;
import org.vicinal.demo.town.Workshop;

/**
 * Does to a town what the script says, and puts it right again. It is the service manager too: what
 * ended by itself is started again. One thread only.
 */
final class Hand {
  private final Town town;
  private final List<Workshop> workshops;
  private final Street street;
  private final @Nullable SmallDisk disk;
  private final Consumer<String> say;
  private final Set<String> suffering = new HashSet<>();
  private int unasked;

  Hand(
      Town town,
      List<Workshop> workshops,
      Street street,
      @Nullable SmallDisk disk,
      Consumer<String> say) {
    this.town = town;
    this.workshops = workshops;
    this.street = street;
    this.disk = disk;
    this.say = say;
  }

  /** Begins {@code harm}; false when its victim suffers already. */
  boolean begin(Harm harm) throws IOException, InterruptedException {
    if (!suffering.add(harm.victim())) {
      return false;
    }
    say.accept("%s, for %.1f s".formatted(harm.words(), harm.lasts().toMillis() / 1e3));
    switch (harm) {
      case Harm.Killed killed -> town.child(killed.victim()).kill();
      case Harm.Stopped stopped -> town.child(stopped.victim()).pause();
      case Harm.Cut cut -> street.cut(cut.silent());
      case Harm.DiskFull full -> disk().fill(full.leftBytes());
    }
    return true;
  }

  /** Puts right what {@code harm} did. */
  void end(Harm harm) throws IOException, InterruptedException {
    suffering.remove(harm.victim());
    switch (harm) {
      case Harm.Killed killed -> start(killed.victim());
      case Harm.Stopped stopped -> town.child(stopped.victim()).resume();
      case Harm.Cut _ -> street.mend();
      case Harm.DiskFull _ -> disk().clear();
    }
  }

  /** Starts again what has ended by itself, as a service manager does. */
  void watch() throws IOException {
    for (var name : town.names()) {
      if (!suffering.contains(name) && !town.child(name).runs()) {
        unasked++;
        say.accept(
            "%s ended by itself%s; it is started again"
                .formatted(name, suffering.contains("disk") ? " (its disk is full)" : ""));
        start(name);
      }
    }
  }

  /** How often a process ended that nobody had killed. */
  int unasked() {
    return unasked;
  }

  private void start(String name) throws IOException {
    if (name.equals("coordinator")) {
      town.startCoordinator();
      return;
    }
    for (var workshop : workshops) {
      if (workshop.id().equals(name)) {
        town.launchAgent(workshop);
      }
      for (var machine : workshop.machines()) {
        if (Town.nameOf(workshop, machine).equals(name)) {
          town.startMachine(workshop, machine);
        }
      }
    }
  }

  private SmallDisk disk() {
    if (disk == null) {
      throw new IllegalStateException("There is no small disk in this run.");
    }
    return disk;
  }
}
