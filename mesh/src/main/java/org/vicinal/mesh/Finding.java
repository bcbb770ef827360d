package org.vicinal.mesh;

/** Something about a mesh that a person should know before it is made. */
public record Finding(Kind kind, String text) {
  /** What it is about. */
  public enum Kind {
    /** It has holes, or faces that look the wrong way. */
    NOT_WATERTIGHT,
    /** Nobody could tell whether it has holes. */
    WATERTIGHT_UNKNOWN,
    /** All faces look inwards. */
    INSIDE_OUT,
    /** It looks as if it were drawn in another unit. */
    SUSPECT_UNITS,
    /** The file states its unit, and it was converted. */
    UNITS,
    /** What the file says of itself is not what it holds. */
    LYING_HEADER,
    /** Triangles without an area. */
    DEGENERATE,
    /** The file holds several parts. */
    SEVERAL_PARTS
  }
}
