package org.vicinal.messages.work;

/**
 * How a price is paid.
 *
 * @param taxMinorUnits what of the sum is tax; 0 when none of it is
 * @param depositMinorUnits what of the sum is paid before the work begins; 0 when all is paid
 *     afterwards
 * @param how such as {@code in cash at the counter}; empty when nobody has said
 */
public record Payment(long taxMinorUnits, long depositMinorUnits, String how) {}
