package org.vicinal.coordinator.decide;

/**
 * Its time has come: said to an entity whose state asked for it with {@link Decider#wake}.
 *
 * <p>Every noun's sealed commands include a record of this kind; this interface lets the engine
 * make one.
 */
public interface Wake extends Command {}
