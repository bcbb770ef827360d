package org.vicinal.demo.chaos;

import java.time.Duration;

/** Something bad that happens to a town, and ends. */
sealed interface Harm {
  /** From its beginning until things are put right again. */
  Duration lasts();

  /** Whom it happens to; nobody suffers two at once. */
  String victim();

  /** For people. */
  String words();

  /** A process ends as by a power cut, and is started anew afterwards. */
  record Killed(String victim, Duration lasts) implements Harm {
    @Override
    public String words() {
      return victim + " is killed";
    }
  }

  /** A process stands still, sockets open (SIGSTOP), as on a machine that swaps. */
  record Stopped(String victim, Duration lasts) implements Harm {
    @Override
    public String words() {
      return victim + " stands still";
    }
  }

  /**
   * Workshops and customers are cut from the coordinator and its broker.
   *
   * @param silent packets vanish; else connections end and new ones are closed at once
   */
  record Cut(boolean silent, Duration lasts) implements Harm {
    @Override
    public String victim() {
      return "network";
    }

    @Override
    public String words() {
      return silent ? "the network swallows everything" : "the network is cut";
    }
  }

  /**
   * Something else fills the coordinator's disk.
   *
   * @param leftBytes that remain free at first
   */
  record DiskFull(long leftBytes, Duration lasts) implements Harm {
    @Override
    public String victim() {
      return "disk";
    }

    @Override
    public String words() {
      return "the disk is filled up to %,d kB".formatted(leftBytes / 1000);
    }
  }
}
