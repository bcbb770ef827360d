package org.vicinal.coordinator.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody else says of pairs of parts and machines: can, or cannot and why.
 *
 * <p>Two forms. A table: {@code machines: a b c}, then a line a part, {@code part: . PS M}, where a
 * dot is "can" and letters are {@link Reason}s. Or a line a pair: {@code part,machine,can} or
 * {@code part,machine,cannot,PS}; without letters the reasons are not compared.
 */
public final class Labels {
  private final Map<String, Map<String, Label>> byPart = new LinkedHashMap<>();

  /** One label; {@code reasons} is empty where nobody says. */
  record Label(boolean can, Set<Reason> reasons) {}

  private Labels() {}

  /** Reads {@code file}. */
  public static Labels read(Path file) throws IOException, SheetError {
    var labels = new Labels();
    List<String> machines = List.of();
    int number = 0;
    for (var line : Files.readAllLines(file)) {
      number++;
      var text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      int colon = text.indexOf(':');
      if (text.startsWith("machines:")) {
        machines = words(text.substring(9));
      } else if (!machines.isEmpty() && colon > 0) {
        labels.row(
            file,
            number,
            text.substring(0, colon).strip(),
            words(text.substring(colon + 1)),
            machines);
      } else {
        labels.pair(file, number, text);
      }
    }
    return labels;
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }

  private void row(Path file, int line, String part, List<String> cells, List<String> machines)
      throws SheetError {
    if (cells.size() != machines.size()) {
      throw new SheetError(
          file.toString(),
          line,
          "Expected %d labels, one a machine, but found %d."
              .formatted(machines.size(), cells.size()));
    }
    for (int i = 0; i < cells.size(); i++) {
      boolean can = cells.get(i).equals(".");
      put(part, machines.get(i), new Label(can, Reason.read(can ? "" : cells.get(i))));
    }
  }

  private void pair(Path file, int line, String text) throws SheetError {
    var cells = text.split("\\s*,\\s*", -1);
    if (cells.length < 3 || !cells[2].matches("can|cannot")) {
      throw new SheetError(
          file.toString(),
          line,
          "Expected \"part,machine,can\" or \"part,machine,cannot,LETTERS\", but found \"%s\"."
              .formatted(text.length() > 80 ? text.substring(0, 80) + "..." : text));
    }
    put(
        cells[0],
        cells[1],
        new Label(cells[2].equals("can"), Reason.read(cells.length > 3 ? cells[3] : "")));
  }

  private void put(String part, String machine, Label label) {
    byPart.computeIfAbsent(part, key -> new LinkedHashMap<>()).put(machine, label);
  }

  Map<String, Map<String, Label>> byPart() {
    return byPart;
  }

  /** How answers compare with labels. Owned by one thread. */
  public static final class Score {
    private static final int MOST_LISTED = 1000;
    private long rightYes;
    private long wrongYes;
    private long wrongNo;
    private long rightNo;
    private long reasonsCompared;
    private final List<String> disagreements = new ArrayList<>();

    void add(String part, String machine, Label label, Set<Reason> reasons, String words) {
      boolean can = reasons.isEmpty();
      rightYes += can && label.can() ? 1 : 0;
      wrongYes += can && !label.can() ? 1 : 0;
      wrongNo += !can && label.can() ? 1 : 0;
      rightNo += !can && !label.can() ? 1 : 0;
      boolean compared = !can && !label.can() && !label.reasons().isEmpty();
      reasonsCompared += compared ? 1 : 0;
      if (can != label.can() || (compared && !reasons.equals(label.reasons()))) {
        disagree(
            "%s x %s: labelled %s, answered %s"
                .formatted(
                    part, machine, label.can() ? "can" : "cannot " + label.reasons(), words));
      }
    }

    void disagree(String sentence) {
      if (disagreements.size() < MOST_LISTED) {
        disagreements.add(sentence);
      }
    }

    /** Of the pairs answered "can", the share labelled so. */
    public double precision() {
      return rightYes + wrongYes == 0 ? 1 : (double) rightYes / (rightYes + wrongYes);
    }

    /** Of the pairs labelled "can", the share answered so. */
    public double recall() {
      return rightYes + wrongNo == 0 ? 1 : (double) rightYes / (rightYes + wrongNo);
    }

    /** Every pair of which label and answer differ, in the verdict or in the reasons. */
    public List<String> disagreements() {
      return List.copyOf(disagreements);
    }

    /** How many pairs were compared. */
    public long pairs() {
      return rightYes + wrongYes + wrongNo + rightNo;
    }

    /** How many pairs can, by their label. */
    public long labelledCan() {
      return rightYes + wrongNo;
    }

    /** How many pairs that cannot were compared reason by reason. */
    public long reasonsCompared() {
      return reasonsCompared;
    }
  }
}
