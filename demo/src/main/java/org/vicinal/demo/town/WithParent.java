package org.vicinal.demo.town;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * Runs another program's main, and ends when the process that started it has ended, however that
 * happened.
 */
public final class WithParent {
  private WithParent() {}

  /**
   * Runs {@code arguments[0]}, the name of a class with a {@code main}, with the other arguments.
   *
   * @throws Throwable what that program throws
   */
  public static void main(String[] arguments) throws Throwable {
    ProcessHandle.current().parent().ifPresent(WithParent::follow);
    var program = Class.forName(arguments[0]);
    var main =
        MethodHandles.publicLookup()
            .findStatic(program, "main", MethodType.methodType(void.class, String[].class));
    main.invokeExact(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void follow(ProcessHandle parent) {
    Thread.ofPlatform()
        .daemon()
        .name("with-parent")
        .start(
            () -> {
              parent.onExit().join();
              System.exit(1);
            });
  }
}
