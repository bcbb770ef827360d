package org.vicinal.mesh.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.util.HashSet;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.vicinal.mesh.Bytes;
import org.vicinal.mesh.Limits;
import org.vicinal.mesh.MeshRefusal;

/**
 * The zip package of a 3MF, read from front to back. Nothing is unpacked to disk; what unpacks to
 * too much is refused while it unpacks, whatever its header claims.
 */
final class Package3mf {
  private static final int MOST_ENTRIES = 10_000;
  private static final int LONGEST_NAME = 512;

  /** More than this, when it is much at all, is no mesh: text of numbers packs about 1 to 5. */
  private static final int MOST_RATIO = 100;

  private static final long MUCH = 32L << 20;

  private final Bytes bytes;
  private final Limits limits;

  Package3mf(Bytes bytes, Limits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /** Whoever wants to read an entry. */
  interface Visitor {
    /** The stream ends with the entry; it need not be closed or read to its end. */
    void entry(String name, InputStream in) throws IOException, MeshRefusal;
  }

  /** Shows every entry, in the order of the package. */
  void visit(Visitor visitor) throws IOException, MeshRefusal {
    var names = new HashSet<String>();
    try (var counted = new Counted(bytes.open(), Long.MAX_VALUE);
        var zip = new ZipInputStream(counted)) {
      var unpacked = new Counted(zip, limits.unpackedBytes());
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var name = checked(entry);
        if (!names.add(name.toLowerCase(Locale.ROOT)) || names.size() > MOST_ENTRIES) {
          throw new MeshRefusal(
              "Expected at most %d entries of different names in the 3MF, but found \"%s\" twice or too many.",
              MOST_ENTRIES, name);
        }
        if (!entry.isDirectory()) {
          unpacked.packed = counted;
          visitor.entry(name, unpacked);
          unpacked.transferTo(OutputStream.nullOutputStream()); // so that all of it is counted
        }
      }
    } catch (TooMuch e) {
      throw new MeshRefusal(
          "Expected a 3MF that unpacks to at most %d MB and %d times its size, but this one goes on. It may be a zip bomb; export the model anew.",
          limits.unpackedBytes() >> 20, MOST_RATIO);
    } catch (ZipException | EOFException | StreamCorruptedException | IllegalArgumentException e) {
      throw new MeshRefusal(
          "Expected a 3MF (a zip package), but it is damaged: %s. Send it again.",
          String.valueOf(e.getMessage()));
    }
    if (names.isEmpty()) {
      throw new MeshRefusal("Expected a 3MF (a zip package), but it has no entries.");
    }
  }

  private static String checked(ZipEntry entry) throws MeshRefusal {
    var name = entry.getName();
    var plain = name.startsWith("/") ? name.substring(1) : name;
    if (plain.length() > LONGEST_NAME
        || plain.startsWith("/")
        || plain.contains("\\")
        || plain.contains(":")
        || plain.equals("..")
        || plain.startsWith("../")
        || plain.contains("/../")
        || plain.endsWith("/..")) {
      throw new MeshRefusal(
          "Expected entries of the 3MF with plain paths, but found \"%s\". Export the model anew.",
          name.length() <= 80 ? name : name.substring(0, 80) + "...");
    }
    return "/" + plain;
  }

  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Counts what passes, and stops it when it is more than allowed. */
  private static final class Counted extends FilterInputStream {
    private final long most;
    private long passed;
    private @Nullable Counted packed;

    Counted(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count(Math.max(0, n));
      return n;
    }

    private void count(int n) throws IOException {
      passed += n;
      boolean bomb =
          packed != null && passed > MUCH && passed / MOST_RATIO > Math.max(1, packed.passed);
      if (passed > most || bomb) {
        throw new TooMuch();
      }
    }

    @Override
    public void close() throws IOException {
      if (packed == null) { // an entry's stream belongs to the package
        super.close();
      }
    }
  }
}
