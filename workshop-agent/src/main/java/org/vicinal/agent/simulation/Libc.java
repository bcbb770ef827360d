package org.vicinal.agent.simulation;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The dozen calls of the C library that a pseudo-terminal takes; the only native code of ours. */
@SuppressWarnings("restricted") // native access is granted on the command line
final class Libc {
  private final Linker linker = Linker.nativeLinker();
  private final Map<String, MethodHandle> handles = new HashMap<>();

  /** A call with one int: posix_openpt, grantpt, unlockpt, close. */
  int call(String name, int argument) {
    return (int) invoke(name, ints(JAVA_INT), handle -> handle.invoke(argument));
  }

  int nameOf(int master, MemorySegment into, long size) {
    return (int)
        invoke(
            "ptsname_r",
            ints(JAVA_INT, ADDRESS, JAVA_LONG),
            handle -> handle.invoke(master, into, size));
  }

  int open(MemorySegment name, int flags) {
    var variadic = Linker.Option.firstVariadicArg(2);
    MethodHandle handle =
        handles.computeIfAbsent("open", key -> find(key, ints(ADDRESS, JAVA_INT), variadic));
    return (int) attempt("open", handle, h -> h.invoke(name, flags));
  }

  int termios(String name, int descriptor, MemorySegment settings) {
    return (int)
        invoke(name, ints(JAVA_INT, ADDRESS), handle -> handle.invoke(descriptor, settings));
  }

  int setTermios(int descriptor, int when, MemorySegment settings) {
    return (int)
        invoke(
            "tcsetattr",
            ints(JAVA_INT, JAVA_INT, ADDRESS),
            handle -> handle.invoke(descriptor, when, settings));
  }

  void makeRaw(MemorySegment settings) {
    invoke(
        "cfmakeraw",
        FunctionDescriptor.ofVoid(ADDRESS),
        handle -> {
          handle.invoke(settings);
          return 0;
        });
  }

  int poll(MemorySegment descriptors, long count, int millis) {
    return (int)
        invoke(
            "poll",
            ints(ADDRESS, JAVA_LONG, JAVA_INT),
            handle -> handle.invoke(descriptors, count, millis));
  }

  /** read or write; what it returns. */
  long transfer(String name, int descriptor, MemorySegment bytes, long count) {
    return (long)
        invoke(
            name,
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
            handle -> handle.invoke(descriptor, bytes, count));
  }

  private static FunctionDescriptor ints(ValueLayout... arguments) {
    return FunctionDescriptor.of(JAVA_INT, arguments);
  }

  private interface Call {
    Object with(MethodHandle handle) throws Throwable;
  }

  private Object invoke(String name, FunctionDescriptor shape, Call call) {
    Function<String, MethodHandle> find = key -> find(key, shape);
    return attempt(name, handles.computeIfAbsent(name, find), call);
  }

  private MethodHandle find(String name, FunctionDescriptor shape, Linker.Option... options) {
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // a handle may throw anything; none of ours does
  private static Object attempt(String name, MethodHandle handle, Call call) {
    try {
      return call.with(handle);
    } catch (Throwable e) {
      throw new IllegalStateException("The C library's " + name + " could not be called", e);
    }
  }
}
