/**
 * What the documents claim, measured on the machine at hand.
 *
 * <p>Start at {@link org.vicinal.demo.bench.BenchMain}. It asserts nothing: figures are for people.
 */
@NullMarked
package org.vicinal.demo.bench;

import org.jspecify.annotations.NullMarked;
