package org.vicinal.mesh;

/** A file that cannot be measured; the message says what was expected, what was found and where. */
public final class MeshRefusal extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is a library's
  public MeshRefusal(String words, Object... values) {
    super(words.formatted(values));
  }

  /** What is wrong, for a person. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
