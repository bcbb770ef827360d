package org.vicinal.agent.simulation.board;

/**
 * A firmware's watch over one heater, with Marlin's usual limits: it must warm while it is heated
 * up, must not fall once it is warm, and its sensor must be believable. Seconds are the machine's.
 */
public final class ThermalGuard {
  private static final double UNBELIEVABLY_COLD = 5;

  private final Heater heater;
  private final double riseSeconds;
  private final double fallKelvin;
  private final double fallSeconds;
  private double watched = -1;
  private double goal;
  private double risingFor;
  private double fallenFor;
  private boolean reached;

  private ThermalGuard(Heater heater, double riseSeconds, double fallKelvin, double fallSeconds) {
    this.heater = heater;
    this.riseSeconds = riseSeconds;
    this.fallKelvin = fallKelvin;
    this.fallSeconds = fallSeconds;
  }

  /** Two degrees in 20 s, not 4 degrees below for 40 s. */
  public static ThermalGuard ofHotend(Heater heater) {
    return new ThermalGuard(heater, 20, 4, 40);
  }

  /** Two degrees in 60 s, not 2 degrees below for 20 s. */
  public static ThermalGuard ofBed(Heater heater) {
    return new ThermalGuard(heater, 60, 2, 20);
  }

  /** Whether it has to look again soon. */
  public boolean alert() {
    return heater.heated();
  }

  /** Looks after these seconds; what is wrong in Marlin's words, empty for nothing. */
  public String look(double seconds) {
    double celsius = heater.celsius();
    if (celsius > heater.most()) {
      return "MAXTEMP triggered";
    }
    if (celsius < UNBELIEVABLY_COLD) {
      return "MINTEMP triggered";
    }
    if (!heater.heated()) {
      watched = -1;
      return "";
    }
    if (heater.target() != watched) {
      watch(celsius);
    }
    return reached ? keeps(celsius, seconds) : rises(celsius, seconds);
  }

  private void watch(double celsius) {
    watched = heater.target();
    reached = celsius >= watched - 1;
    goal = celsius + 2;
    risingFor = 0;
    fallenFor = 0;
  }

  private String rises(double celsius, double seconds) {
    risingFor += seconds;
    reached = celsius >= watched - 1;
    if (celsius >= goal) {
      goal = celsius + 2;
      risingFor = 0;
    }
    return !reached && risingFor > riseSeconds ? "Heating failed" : "";
  }

  private String keeps(double celsius, double seconds) {
    fallenFor = celsius < watched - fallKelvin ? fallenFor + seconds : 0;
    return fallenFor > fallSeconds ? "Thermal Runaway" : "";
  }
}
