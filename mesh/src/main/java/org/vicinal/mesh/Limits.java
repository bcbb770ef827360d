package org.vicinal.mesh;

/**
 * How much of a file is read before it is refused.
 *
 * @param bytes of the file
 * @param unpackedBytes of a 3MF when unpacked, and of any one text line 64 kB
 * @param triangles in all, copies in a 3MF counted
 * @param keptVertices that 3MF and OBJ keep in memory (24 bytes each; a 3MF's triangles 12 more)
 * @param openEdges that wait for their neighbour at once (72 bytes each); beyond it nobody knows
 *     whether the mesh is closed
 */
public record Limits(
    long bytes, long unpackedBytes, long triangles, int keptVertices, int openEdges) {
  /** What a small server bears: about 150 MB at worst. */
  public static final Limits USUAL =
      new Limits(512L << 20, 1L << 30, 20_000_000, 2_500_000, 1_000_000);
}
