package org.vicinal.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vicinal.agent.network.FileShelf;
import org.vicinal.agent.slicing.PrusaSlicer;
import org.vicinal.agent.slicing.SliceLimits;
import org.vicinal.agent.slicing.SliceOrder;
import org.vicinal.agent.slicing.SliceRefused;
import org.vicinal.agent.slicing.SliceShelf;
import org.vicinal.agent.slicing.Slicing;
import org.vicinal.agent.workshop.Slice;
import org.vicinal.messages.config.ConfigurationError;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.MachineId;

/**
 * Makes programs of models with the slicer of this computer and the profiles of {@code
 * workshop.yaml}. What it made is kept twice under one content: among the slices, under what it was
 * made from, and among the files, under its digest, where bids and runs find it.
 */
final class ProgramMaker {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramMaker.class);
  private static final long SLICES_KEPT_BYTES = 2_000_000_000L;
  private static final int TENTH = 10;

  private final Path folder;
  private final FileShelf files;
  private volatile Tools tools = new Tools(null, Map.of());

  /** What it works with, as last read. */
  private record Tools(@Nullable SliceShelf shelf, Map<MachineId, Slicing> profiles) {}

  /** A program that was made. */
  record Made(Digest digest, long bytes) {}

  /**
   * @param folder of the slices
   * @param files where programs are kept for bids and runs
   */
  ProgramMaker(Path folder, FileShelf files) {
    this.folder = folder;
    this.files = files;
  }

  /** Takes the slicer and the profiles of {@code settings}. */
  void equip(AgentSettings settings) {
    var profiles = new HashMap<MachineId, Slicing>();
    for (var entry : settings.listMachines()) {
      if (entry.slicing() != null) {
        profiles.put(entry.id(), entry.slicing());
      }
    }
    var slicer = profiles.isEmpty() ? Optional.<PrusaSlicer>empty() : find(settings);
    if (slicer.isEmpty()) {
      tools = new Tools(null, profiles);
      return;
    }
    try {
      sweepDesks();
      tools = new Tools(new SliceShelf(folder, slicer.get(), 1), profiles);
      LOG.info("{} makes programs of models for {}", slicer.get().version(), profiles.keySet());
    } catch (IOException e) {
      LOG.warn("Only designs with a program can be made: {} cannot be used: {}", folder, e);
      tools = new Tools(null, profiles);
    }
  }

  /** Whether programs can be made here at all. */
  boolean isReady() {
    return tools.shelf() != null;
  }

  private static Optional<PrusaSlicer> find(AgentSettings settings) {
    try {
      var slicer =
          settings.slicer() == null
              ? PrusaSlicer.find(SliceLimits.USUAL)
              : Optional.of(PrusaSlicer.at(Path.of(settings.slicer()), SliceLimits.USUAL));
      if (slicer.isEmpty()) {
        LOG.warn(
            "Machines have slicing profiles, but prusa-slicer is not on the PATH: only designs with"
                + " a program can be made. Install it (Debian: apt install prusa-slicer), or say"
                + " slicer: in workshop.yaml.");
      }
      return slicer;
    } catch (SliceRefused e) {
      LOG.warn("Only designs with a program can be made: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The program for {@code slice}: the one that was made before, or a new one.
   *
   * @param model the file, which is here
   * @throws SliceRefused when none can be made of this model, or none now
   * @throws ConfigurationError when there is no profile for it
   */
  Made make(Slice slice, Path model) throws SliceRefused, IOException, InterruptedException {
    var now = tools;
    var slicing = now.profiles().get(slice.machine());
    if (now.shelf() == null || slicing == null) {
      throw new ConfigurationError("This workshop has no slicer set up for this machine any more.");
    }
    var profile = slicing.profile(slice.material()).withLayersAtMost(slice.layerMm());
    var named = named(slice, model);
    try {
      var order = SliceOrder.laid(named, slice.model().digest(), profile, slice.turning());
      var program = now.shelf().slice(order, percent -> told(slice, percent));
      var digest = digestOf(program);
      files.keep(program, digest);
      now.shelf().sweep(SLICES_KEPT_BYTES);
      return new Made(digest, Files.size(program));
    } finally {
      Files.deleteIfExists(named);
    }
  }

  private static void told(Slice slice, int percent) {
    if (percent % TENTH == 0) {
      LOG.debug("Slicing {} for {}: {} %", slice.model().name(), slice.machine(), percent);
    }
  }

  /** The model under a name that ends as its format does: slicers go by it. */
  private Path named(Slice slice, Path model) throws IOException {
    var name = folder.resolve(slice.model().digest().value() + slice.ending());
    Files.deleteIfExists(name);
    try {
      return Files.createLink(name, model);
    } catch (IOException | UnsupportedOperationException e) {
      return Files.copy(model, name);
    }
  }

  private static Digest digestOf(Path program) throws IOException {
    var sha = Digest.sha256();
    try (InputStream in = Files.newInputStream(program)) {
      byte[] buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha.update(buffer, 0, read);
      }
    }
    try (var channel = FileChannel.open(program, StandardOpenOption.WRITE)) {
      channel.force(true); // a bid will promise these bytes
    }
    return Digest.of(sha);
  }

  /** Desks of slicers that died with an agent before this one. */
  private void sweepDesks() throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      var inDesks =
          all.filter(path -> folder.relativize(path).toString().startsWith("slicing"))
              .sorted(java.util.Comparator.reverseOrder())
              .toList();
      for (var path : inDesks) {
        Files.deleteIfExists(path);
      }
    }
  }
}
