/**
 * Open Know-How: what a design is, who made it and what belongs to it, in the dialects that are
 * about (version 1 of 2019, LOSH, 2.x, and two relatives).
 *
 * <p>Start at {@link org.vicinal.commons.okh.Okh}. Every dialect is first brought to its own
 * standard form, each step of tolerance a finding ({@link org.vicinal.commons.okh.Form}), then to
 * 2.4 and from there to another ({@link org.vicinal.commons.okh.Okh#fromTwo}).
 */
@NullMarked
package org.vicinal.commons.okh;

import org.jspecify.annotations.NullMarked;
