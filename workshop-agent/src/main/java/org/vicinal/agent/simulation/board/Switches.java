package org.vicinal.agent.simulation.board;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * Sets and lists the components of a record by their names, so that a switch is one line in its
 * record and nowhere else. Knows flags, whole numbers and fractions.
 */
public final class Switches {

  private Switches() {}

  /** Whether the record has a switch of this name. */
  public static boolean has(Record record, String name) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .anyMatch(component -> component.getName().equals(name));
  }

  /**
   * The same record with one switch set.
   *
   * @throws IllegalArgumentException that says what was expected, for a person
   */
  @SuppressWarnings("unchecked") // the constructor of a record gives that record
  public static <R extends Record> R with(R record, String name, String value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    boolean found = false;
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      boolean named = components[i].getName().equals(name);
      values[i] = named ? read(name, types[i], value) : value(record, components[i]);
      found |= named;
    }
    if (!found) {
      throw new IllegalArgumentException(
          "Expected one of %s, found \"%s\"."
              .formatted(Arrays.stream(components).map(RecordComponent::getName).toList(), name));
    }
    try {
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (R) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("%s=%s is not possible.".formatted(name, value), e);
    }
  }

  /** A line for each switch: its name, what it is when nobody sets it, what it does. */
  public static List<String> list(Record usual) {
    return Arrays.stream(usual.getClass().getRecordComponents())
        .map(
            component ->
                "%-26s %s"
                    .formatted(
                        component.getName() + "=" + value(usual, component), told(component)))
        .toList();
  }

  private static String told(RecordComponent component) {
    Switch told = component.getAnnotation(Switch.class);
    return told == null ? "" : told.value();
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record hides " + component.getName(), e);
    }
  }

  private static Object read(String name, Class<?> type, String value) {
    try {
      if (type == boolean.class) {
        return flag(value);
      }
      if (type == int.class) {
        return Integer.parseInt(value);
      }
      return type == long.class ? (Object) Long.parseLong(value) : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Expected a %s for %s, found \"%s\"."
              .formatted(type == boolean.class ? "true or false" : type.getName(), name, value),
          e);
    }
  }

  private static boolean flag(String value) {
    return switch (value) {
      case "", "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> throw new NumberFormatException(value);
    };
  }
}
