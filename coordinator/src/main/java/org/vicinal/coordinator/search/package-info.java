/**
 * Finding a design: by words in several languages and with slips of the finger, by process,
 * material, size and licence, and by what it fits.
 *
 * <p>Start at {@link org.vicinal.coordinator.search.DesignIndex}. The index lives in memory, is
 * made of the designs' views and can be thrown away with them. Only this package knows Lucene; it
 * knows neither workshops nor HTTP.
 */
@NullMarked
package org.vicinal.coordinator.search;

import org.jspecify.annotations.NullMarked;
