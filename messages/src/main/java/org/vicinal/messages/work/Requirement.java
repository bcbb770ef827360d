package org.vicinal.messages.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a part asks of a machine, derived from its files and not only from what somebody typed.
 *
 * <p>The first seven components are as old as the wire; the others may be absent in what an older
 * peer wrote, and then ask for nothing.
 *
 * @param size its box, as modelled or as its program lays it (mm); all zero when nobody knows it
 * @param material such as {@code PLA} or {@code plywood}; compared through the taxonomy, without
 *     regard to case
 * @param controllers the families of firmware there is a program for; empty when none is needed
 *     beforehand. A program pins the orientation.
 * @param nozzleCelsius the hottest nozzle the program asks for, 0 when it has none
 * @param bedCelsius the hottest bed the program asks for, 0 when it has none
 * @param spindleRpm the fastest spindle the program asks for, 0 when it has none
 */
public record Requirement(
    Making making,
    String material,
    Size size,
    Set<Controller> controllers,
    int nozzleCelsius,
    int bedCelsius,
    int spindleRpm,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class) Shape shape,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class)
        MaterialNeeds needs,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class) Tooling tooling,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class) Quality quality,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class) Terms terms) {
  static final int LONGEST_MATERIAL = 60;

  public Requirement(
      Making making,
      String material,
      Size size,
      Set<Controller> controllers,
      int nozzleCelsius,
      int bedCelsius,
      int spindleRpm,
      @Nullable Shape shape,
      @Nullable MaterialNeeds needs,
      @Nullable Tooling tooling,
      @Nullable Quality quality,
      @Nullable Terms terms) {
    this.making = making;
    this.material = material.strip();
    this.size = size;
    this.controllers =
        Collections.unmodifiableSortedSet(new TreeSet<>(controllers)); // one order everywhere
    this.nozzleCelsius = nozzleCelsius;
    this.bedCelsius = bedCelsius;
    this.spindleRpm = spindleRpm;
    this.shape = shape != null ? shape : Shape.FREE;
    this.needs = needs != null ? needs : MaterialNeeds.NONE;
    this.tooling = tooling != null ? tooling : Tooling.NONE;
    this.quality = quality != null ? quality : Quality.ANY;
    this.terms = terms != null ? terms : Terms.NONE;
    if (this.material.isEmpty() || material.length() > LONGEST_MATERIAL) {
      throw new IllegalArgumentException("Expected a material of 1 to 60 characters.");
    }
    if (nozzleCelsius < 0 || bedCelsius < 0 || spindleRpm < 0) {
      throw new IllegalArgumentException("Expected temperatures and speeds from 0.");
    }
  }

  /** A part of which nothing more is known; with a program it stays as the program lays it. */
  public Requirement(
      Making making,
      String material,
      Size size,
      Set<Controller> controllers,
      int nozzleCelsius,
      int bedCelsius,
      int spindleRpm) {
    this(
        making,
        material,
        size,
        controllers,
        nozzleCelsius,
        bedCelsius,
        spindleRpm,
        null,
        null,
        null,
        null,
        null);
  }

  /** How it may be turned: a program pins it, whatever else was said. */
  public Turning turning() {
    return controllers.isEmpty() ? shape.turning() : Turning.FIXED;
  }

  /** The same with {@code other} shape. */
  public Requirement with(Shape other) {
    return copy(other, needs, tooling, quality, terms);
  }

  /** The same with {@code other} needs of its material. */
  public Requirement with(MaterialNeeds other) {
    return copy(shape, other, tooling, quality, terms);
  }

  /** The same with {@code other} tooling. */
  public Requirement with(Tooling other) {
    return copy(shape, needs, other, quality, terms);
  }

  /** The same with {@code other} quality. */
  public Requirement with(Quality other) {
    return copy(shape, needs, tooling, other, terms);
  }

  /** The same under {@code other} terms. */
  public Requirement with(Terms other) {
    return copy(shape, needs, tooling, quality, other);
  }

  /** The same, made of {@code other} material. */
  public Requirement of(String other) {
    return new Requirement(
        making,
        other,
        size,
        controllers,
        nozzleCelsius,
        bedCelsius,
        spindleRpm,
        shape,
        needs,
        tooling,
        quality,
        terms);
  }

  private Requirement copy(
      Shape newShape, MaterialNeeds newNeeds, Tooling newTooling, Quality newQuality, Terms next) {
    return new Requirement(
        making,
        material,
        size,
        controllers,
        nozzleCelsius,
        bedCelsius,
        spindleRpm,
        newShape,
        newNeeds,
        newTooling,
        newQuality,
        next);
  }
}
