package org.vicinal.mesh.format;

import java.util.Arrays;

/**
 * The edges that still wait for the triangle on their other side. Owned by one thread.
 *
 * <p>In a closed skin every edge is walked as often one way as the other. An edge is kept by a hash
 * of its two ends (64 bits: one wrong meeting in ten million for a million edges) with the balance
 * of its walks, and leaves when that is even; so what is kept is the rim of what was read, not the
 * mesh.
 */
final class OpenEdges {
  private static final int FIRST_CAPACITY = 1 << 10;
  private final int most;
  private long[] keys = new long[FIRST_CAPACITY];
  private int[] balances = new int[FIRST_CAPACITY];
  private float[] places = new float[3 * FIRST_CAPACITY];
  private int size;
  private boolean overflown;

  /**
   * @param most how many may wait at once
   */
  OpenEdges(int most) {
    this.most = most;
  }

  /** The way from one end to the other was walked. Ends are given by their hash. */
  void walk(long from, long to, double x, double y, double z) {
    if (overflown || from == to) {
      return;
    }
    long key = mixed(Math.min(from, to) * 0x9E3779B97F4A7C15L + mixed(Math.max(from, to)));
    add(key == 0 ? 1 : key, from < to ? 1 : -1, x, y, z);
  }

  private void add(long key, int direction, double x, double y, double z) {
    int mask = keys.length - 1;
    int at = (int) (key & mask);
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    if (keys[at] == 0) {
      if (size >= most) {
        overflown = true;
        return;
      }
      keys[at] = key;
      balances[at] = direction;
      places[3 * at] = (float) x;
      places[3 * at + 1] = (float) y;
      places[3 * at + 2] = (float) z;
      size++;
      if (size * 2 > keys.length) {
        grow();
      }
      return;
    }
    balances[at] += direction;
    if (balances[at] == 0) {
      remove(at);
    }
  }

  /** Takes an entry out and moves those behind it up, so that no search stops too early. */
  private void remove(int at) {
    int mask = keys.length - 1;
    int hole = at;
    for (int next = (hole + 1) & mask; keys[next] != 0; next = (next + 1) & mask) {
      int home = (int) (keys[next] & mask);
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        keys[hole] = keys[next];
        balances[hole] = balances[next];
        System.arraycopy(places, 3 * next, places, 3 * hole, 3);
        hole = next;
      }
    }
    keys[hole] = 0;
    size--;
  }

  private void grow() {
    var oldKeys = keys;
    var oldBalances = balances;
    var oldPlaces = places;
    keys = new long[2 * oldKeys.length];
    balances = new int[keys.length];
    places = new float[3 * keys.length];
    int mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = (int) (oldKeys[i] & mask);
        while (keys[at] != 0) {
          at = (at + 1) & mask;
        }
        keys[at] = oldKeys[i];
        balances[at] = oldBalances[i];
        System.arraycopy(oldPlaces, 3 * i, places, 3 * at, 3);
      }
    }
  }

  /** How many wait; -1 when too many waited at once to know. */
  long count() {
    return overflown ? -1 : size;
  }

  /** Where the one lies that is first along x, then y, then z (mm); call only when some wait. */
  float[] first() {
    float[] first = new float[0];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        var place = Arrays.copyOfRange(places, 3 * i, 3 * i + 3);
        first = first.length == 0 || Arrays.compare(place, first) < 0 ? place : first;
      }
    }
    return first;
  }

  /** A hash of a point; equal coordinates give equal hashes, and -0 is 0. */
  static long hash(double x, double y, double z) {
    long a = mixed(Double.doubleToLongBits(x + 0.0));
    long b = mixed(Double.doubleToLongBits(y + 0.0) + 0x9E3779B97F4A7C15L);
    long c = mixed(Double.doubleToLongBits(z + 0.0) + 0x3C6EF372FE94F82AL);
    return mixed(a + 3 * b + 5 * c);
  }

  private static long mixed(long value) {
    long v = value;
    v = (v ^ (v >>> 30)) * 0xBF58476D1CE4E5B9L;
    v = (v ^ (v >>> 27)) * 0x94D049BB133111EBL;
    return v ^ (v >>> 31);
  }
}
