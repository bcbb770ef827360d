package org.vicinal.coordinator.program;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vicinal.coordinator.files.StoredFile;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.Finding;
import org.vicinal.mesh.Limits;
import org.vicinal.mesh.Measure;
import org.vicinal.mesh.MeshRefusal;
import org.vicinal.mesh.Meshes;
import org.vicinal.messages.fit.Pose;
import org.vicinal.messages.taxonomy.Taxonomy;
import org.vicinal.messages.work.Making;
import org.vicinal.messages.work.Requirement;
import org.vicinal.messages.work.Shape;
import org.vicinal.messages.work.Size;
import org.vicinal.messages.work.Turning;

/** The models among the files that somebody brings, measured one by one. Owned by one thread. */
final class Models {
  private static final Set<String> MEASURED = Set.of("stl", "3mf", "obj");

  /** A slicer rounds; what differs by less is the same (mm). */
  private static final double SLACK_MM = 1;

  /** More open edges than one in so many, and a slicer would have to guess the shape. */
  private static final long MENDABLE = 100;

  private final List<Size> sizes = new ArrayList<>();
  private double volumeMm3;
  private double areaMm2;
  private boolean closed = true;
  private boolean unsure; // of the unit of one of them
  private @Nullable Unfit wrong; // the last that was found, of the models alone

  /** Whether no model was measured. */
  boolean isEmpty() {
    return sizes.isEmpty();
  }

  /** Measures {@code file}; STEP and others are passed over, since nobody here reads them. */
  void add(int index, Brought file, StoredFile stored) throws Unfit, IOException {
    var ending = file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!MEASURED.contains(ending)) {
      return;
    }
    Measure measure;
    try {
      measure = Meshes.measure(file.name(), bytes(stored), Limits.USUAL);
    } catch (MeshRefusal e) {
      throw new Unfit(index, "%s: %s".formatted(file.name(), e.words()));
    }
    for (var finding : measure.findings()) {
      if (finding.kind() == Finding.Kind.SUSPECT_UNITS) {
        unsure = true;
        wrong =
            new Unfit(
                index,
                "%s: %s Export it in millimetres, or as 3MF, which states its unit."
                    .formatted(file.name(), finding.text()));
      }
    }
    for (var part : measure.parts()) {
      if (wrong == null && part.openEdges() * MENDABLE > part.triangles() * 3 / 2) {
        wrong =
            new Unfit(
                index,
                "%s is not watertight: %,d of its edges have a face on one side only, so nobody can tell what is inside. Close it in the program that made it, or have a slicer repair it, and bring it again."
                    .formatted(file.name(), part.openEdges()));
      }
      sizes.add(new Size(part.box().sizeX(), part.box().sizeY(), part.box().sizeZ()));
    }
    volumeMm3 += measure.volumeMm3();
    areaMm2 += measure.areaMm2();
    closed &= measure.watertight();
  }

  /** What they ask when they are all there is: each must fit by itself, in any pose. */
  Requirement requirement(Making making, String material) throws Unfit {
    if (wrong != null) {
      throw wrong;
    }
    return new Requirement(making, material, largest(), Set.of(), 0, 0, 0)
        .with(shape(Turning.ANY_FACE));
  }

  /** {@code program} with the models' volume; they must not be too large to come from it. */
  Requirement beside(Requirement program) throws Unfit {
    if (isEmpty()) {
      return program;
    }
    var made = program.size();
    var room = new Size(made.x() + SLACK_MM, made.y() + SLACK_MM, made.z() + SLACK_MM);
    boolean printed = Taxonomy.STANDARD.isKindOf(program.making(), Making.PRINTING);
    for (var size : sizes) {
      if (printed && !unsure && !Pose.best(size, Turning.ANY_FACE, room, true).fitsIn(room)) {
        throw new Unfit(
            -1,
            "Expected models that come out of the programs, but the programs fill %s and a model is %s. Bring those that belong together."
                .formatted(made, size));
      }
    }
    return program.with(shape(Turning.ANY_FACE));
  }

  /** A box that holds each of them: of several, each laid down with its longest side along x. */
  private Size largest() {
    if (sizes.size() == 1) {
      return sizes.getFirst();
    }
    double[] largest = new double[3];
    for (var size : sizes) {
      double[] sides = {size.x(), size.y(), size.z()};
      Arrays.sort(sides);
      for (int i = 0; i < 3; i++) {
        largest[i] = Math.max(largest[i], sides[2 - i]);
      }
    }
    return new Size(largest[0], largest[1], largest[2]);
  }

  private Shape shape(Turning turning) {
    return new Shape(turning, 0, 0, closed ? volumeMm3 : 0, areaMm2);
  }

  private static Bytes bytes(StoredFile stored) {
    return new Bytes() {
      @Override
      public long length() {
        return stored.bytes();
      }

      @Override
      public InputStream open() throws IOException {
        return stored.open(0);
      }
    };
  }
}
