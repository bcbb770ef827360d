package org.vicinal.coordinator.broker;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * How often and how long the broker in this process has flushed to the disk, as it tells by JMX.
 */
public final class Flushes {
  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName name;

  /** Looks when asked. */
  public Flushes() {
    try {
      name = new ObjectName("kafka.log:type=LogFlushStats,name=LogFlushRateAndTimeMs");
    } catch (MalformedObjectNameException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Since the start; NaN when no broker is in this process. */
  public double count() {
    return read("Count");
  }

  /** Of the last minutes; NaN when no broker is in this process. */
  public double p99Millis() {
    return read("99thPercentile");
  }

  private double read(String attribute) {
    try {
      return beans.getAttribute(name, attribute) instanceof Number it
          ? it.doubleValue()
          : Double.NaN;
    } catch (JMException e) {
      return Double.NaN; // no broker here, or another version of it
    }
  }
}
