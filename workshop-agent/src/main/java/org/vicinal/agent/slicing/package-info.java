/**
 * From a model to a program for one machine.
 *
 * <p>A {@link SliceOrder} names the model, the profile and what to make of it; a {@link Slicer} (a
 * program of its own, in a process of its own, with limits) makes the program or says why it
 * cannot. {@link SliceShelf} keeps what was made under what it was made from, so that the bid and
 * the run use the same bytes. Profiles come from a flat file or out of a vendor's {@link
 * VendorBundle}.
 */
@NullMarked
package org.vicinal.agent.slicing;

import org.jspecify.annotations.NullMarked;
