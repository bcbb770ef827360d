package org.vicinal.coordinator.folder;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vicinal.commons.Manifests;

/**
 * The files of a design, by what they are for. Links are not followed and hidden files left out.
 *
 * @param files sorted by their path
 * @param leftOut what was not taken and why, for a person
 */
public record ProjectFolder(Path root, List<ProjectFile> files, List<String> leftOut) {
  private static final int MOST_FILES = 200;
  private static final int DEEPEST = 12;
  private static final Set<String> NOT_OURS =
      Set.of("node_modules", "target", "build", "__pycache__");

  public ProjectFolder {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Looks through {@code root}.
   *
   * @throws IOException when it cannot be read
   */
  public static ProjectFolder scan(Path root) throws IOException {
    var files = new ArrayList<ProjectFile>();
    var leftOut = new ArrayList<String>();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
            var name = String.valueOf(folder.getFileName());
            boolean skipped =
                !folder.equals(root) && (name.startsWith(".") || NOT_OURS.contains(name));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            var path = root.relativize(file).toString().replace('\\', '/');
            if (facts.isSymbolicLink()) {
              leftOut.add(path + " is a link and was left out. Put the file itself there.");
            } else if (facts.isRegularFile() && !path.startsWith(".") && facts.size() > 0) {
              files.add(new ProjectFile(path, facts.size(), Use.of(path)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort((one, other) -> one.path().compareTo(other.path()));
    if (files.size() > MOST_FILES) {
      leftOut.add(
          "%d files were found, %d are the most; the others were left out."
              .formatted(files.size(), MOST_FILES));
    }
    return new ProjectFolder(root, files.subList(0, Math.min(files.size(), MOST_FILES)), leftOut);
  }

  /** The manifest: the one nearest to the root. */
  public Optional<Path> findManifest() {
    return files.stream()
        .map(file -> Path.of(file.path()))
        .filter(Manifests::isNamedLikeOne)
        .min((one, other) -> Integer.compare(one.getNameCount(), other.getNameCount()))
        .map(root::resolve);
  }

  public List<ProjectFile> of(Use use) {
    return files.stream().filter(file -> file.use() == use).toList();
  }

  /**
   * One file.
   *
   * @param path from the root, with slashes
   */
  public record ProjectFile(String path, long bytes, Use use) {
    /** Its name without folder and ending, as parts are told apart. */
    public String stem() {
      var name = path.substring(path.lastIndexOf('/') + 1);
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    }
  }

  /** What a file is for, by its name. */
  public enum Use {
    SOURCE,
    MODEL,
    PROGRAM,
    PICTURE,
    README,
    BOM,
    INSTRUCTIONS,
    LICENCE,
    MANIFEST,
    OTHER;

    static Use of(String path) {
      var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      var ending = name.substring(name.lastIndexOf('.') + 1);
      if (Manifests.isNamedLikeOne(Path.of(name))) {
        return MANIFEST;
      }
      if (name.matches("readme(\\..*)?")) {
        return README;
      }
      if (name.matches("(licen[cs]e|copying)(\\..*)?")) {
        return LICENCE;
      }
      if (name.matches("(.*[-_ ])?s?bom([-_ .].*)?|.*bill.of.materials.*")) {
        return BOM;
      }
      if (Set.of("md", "pdf", "txt", "html", "rst").contains(ending)
          && name.matches(".*(assembl|instruction|build|making|manual|guide).*")) {
        return INSTRUCTIONS;
      }
      return switch (ending) {
        case "stl", "3mf", "obj", "amf", "step", "stp" -> MODEL;
        case "gcode", "g", "gco", "gc", "nc", "ngc", "tap", "cnc", "bgcode" -> PROGRAM;
        case "scad",
            "fcstd",
            "f3d",
            "blend",
            "py",
            "svg",
            "dxf",
            "kicad_pcb",
            "kicad_sch",
            "sldprt" ->
            SOURCE;
        case "png", "jpg", "jpeg", "webp", "gif" -> PICTURE;
        default -> OTHER;
      };
    }
  }
}
