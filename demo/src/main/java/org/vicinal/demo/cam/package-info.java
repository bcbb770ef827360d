/**
 * A very small CAM: grooves and outlines of hexagons, enough for the coaster that ships with
 * Vicinal.
 *
 * <p>Start at {@link org.vicinal.demo.cam.HexCoaster}. It knows one cutter and no machine.
 */
@NullMarked
package org.vicinal.demo.cam;

import org.jspecify.annotations.NullMarked;
