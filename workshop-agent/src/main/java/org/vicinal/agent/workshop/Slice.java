package org.vicinal.agent.workshop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vicinal.messages.id.MachineId;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.work.FileRef;
import org.vicinal.messages.work.Turning;

/**
 * What a program is to be made from here.
 *
 * @param model a mesh
 * @param material which of the machine's materials
 * @param turning how the part may be laid
 * @param layerMm the thickest layer that will do, 0 when the profile's own is
 */
public record Slice(
    FileRef model, MachineId machine, String material, Turning turning, double layerMm) {
  private static final List<String> MODELS = List.of(".stl", ".3mf", ".obj");

  /** What {@code call} asks {@code machine} to make of its model; empty when it has none. */
  static Optional<Slice> find(Call call, MachineOffer machine, String material) {
    var part = call.requirement();
    return call.files().stream()
        .filter(file -> file.role() == FileRef.Role.MODEL && !endingOf(file).isEmpty())
        .findFirst()
        .map(
            model ->
                new Slice(model, machine.id(), material, part.turning(), part.tooling().layerMm()));
  }

  /** Whether {@code call} has no program at all: whoever answers it has to make one. */
  static boolean isNeededFor(Call call) {
    return call.files().stream().noneMatch(file -> file.role() == FileRef.Role.PROGRAM);
  }

  /** How the model's name ends, such as {@code .stl}: slicers go by it. */
  public String ending() {
    return endingOf(model);
  }

  /** The name of its program. */
  String programName() {
    var name = model.name();
    var base = name.substring(0, name.length() - ending().length());
    return base.substring(0, Math.min(base.length(), 100)) + "-" + machine + ".gcode";
  }

  private static String endingOf(FileRef file) {
    var name = file.name().toLowerCase(Locale.ROOT);
    return MODELS.stream().filter(name::endsWith).findFirst().orElse("");
  }
}
