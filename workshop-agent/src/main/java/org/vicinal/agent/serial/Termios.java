package org.vicinal.agent.serial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What jSSC does not reach of a Linux serial port: any rate, what rate the driver has really taken,
 * and whether closing hangs up. A second descriptor of the same port, held only while it is opened.
 *
 * <p>Rates go through {@code TCSETS2} with {@code BOTHER}, the kernel's way for those without a
 * constant (250000); the driver writes back what it can do. The layout is that of {@code struct
 * termios2} in the kernel's generic headers, which x86, ARM and RISC-V share.
 */
@SuppressWarnings("restricted") // native access is granted on the command line
final class Termios implements AutoCloseable {
  private static final Set<String> KNOWN = Set.of("amd64", "aarch64", "arm", "riscv64");
  private static final int OPEN_FLAGS = 0x2 | 0x100 | 0x800; // O_RDWR, O_NOCTTY, O_NONBLOCK
  private static final long TCGETS2 = 0x802C542AL;
  private static final long TCSETS2 = 0x402C542BL;
  private static final int CFLAG_AT = 8;
  private static final int ISPEED_AT = 36;
  private static final int OSPEED_AT = 40;
  private static final int BYTES = 44;
  private static final int CBAUD = 0x100F;
  private static final int INPUT_CBAUD = CBAUD << 16;
  private static final int BOTHER = 0x1000;
  private static final int HUPCL = 0x400;

  /** A receiver follows a rate that is so far off; what drivers round to is nearer or useless. */
  private static final double TRUE_ENOUGH = 0.02;

  private final Arena arena = Arena.ofConfined();
  private final MethodHandle ioctl;
  private final MethodHandle close;
  private final int descriptor;

  private Termios(int descriptor, MethodHandle ioctl, MethodHandle close) {
    this.descriptor = descriptor;
    this.ioctl = ioctl;
    this.close = close;
  }

  /** The port's settings; none where this system has them otherwise or the port does not open. */
  static Optional<Termios> open(Path port) {
    if (!System.getProperty("os.name").equals("Linux")
        || !KNOWN.contains(System.getProperty("os.arch"))) {
      return Optional.empty();
    }
    try (Arena name = Arena.ofConfined()) {
      var open = find("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
      var ioctl = find("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), 2);
      var close = find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), 1);
      int descriptor = (int) open.invoke(name.allocateFrom(port.toString()), OPEN_FLAGS);
      return descriptor < 0 ? Optional.empty() : Optional.of(new Termios(descriptor, ioctl, close));
    } catch (Throwable e) { // a handle may throw anything; without it jSSC says what is wrong
      return Optional.empty();
    }
  }

  private static MethodHandle find(String name, FunctionDescriptor shape, int fixed) {
    Linker linker = Linker.nativeLinker();
    MemorySegment address = linker.defaultLookup().findOrThrow(name);
    return shape.argumentLayouts().size() > fixed || name.equals("open")
        ? linker.downcallHandle(address, shape, Linker.Option.firstVariadicArg(fixed))
        : linker.downcallHandle(address, shape);
  }

  /** Sets this rate; what the driver has made of it, -1 when it says nothing. */
  int rate(int baud) {
    MemorySegment settings = arena.allocate(BYTES, 4);
    if (!control(TCGETS2, settings)) {
      return -1;
    }
    int flags = settings.get(JAVA_INT, CFLAG_AT) & ~(CBAUD | INPUT_CBAUD);
    settings.set(JAVA_INT, CFLAG_AT, flags | BOTHER | BOTHER << 16);
    settings.set(JAVA_INT, ISPEED_AT, baud);
    settings.set(JAVA_INT, OSPEED_AT, baud);
    return control(TCSETS2, settings) ? rate() : -1;
  }

  /** The rate that the driver says it runs at, -1 when it says none. */
  int rate() {
    MemorySegment settings = arena.allocate(BYTES, 4);
    return control(TCGETS2, settings) ? settings.get(JAVA_INT, OSPEED_AT) : -1;
  }

  /** Whether bytes at one rate are understood at the other. */
  static boolean near(int one, int other) {
    return Math.abs(one - other) <= other * TRUE_ENOUGH;
  }

  /**
   * Closing leaves DTR as it is, and so the next opening resets no board. The opening that this
   * follows has already raised it; that is the kernel's doing and cannot be avoided from here.
   */
  boolean keepOnClose() {
    MemorySegment settings = arena.allocate(BYTES, 4);
    if (!control(TCGETS2, settings)) {
      return false;
    }
    settings.set(JAVA_INT, CFLAG_AT, settings.get(JAVA_INT, CFLAG_AT) & ~HUPCL);
    return control(TCSETS2, settings) && !hangsUp();
  }

  /** Whether closing the port drops DTR. */
  boolean hangsUp() {
    MemorySegment settings = arena.allocate(BYTES, 4);
    return control(TCGETS2, settings) && (settings.get(JAVA_INT, CFLAG_AT) & HUPCL) != 0;
  }

  private boolean control(long request, MemorySegment settings) {
    try {
      return (int) ioctl.invoke(descriptor, request, settings) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("The C library's ioctl could not be called", e);
    }
  }

  @Override
  public void close() {
    arena.close();
    try {
      var _ = (int) close.invoke(descriptor);
    } catch (Throwable e) {
      throw new IllegalStateException("The C library's close could not be called", e);
    }
  }
}
