/**
 * Parts and machines that people describe in files, for {@code ./vicinal match}.
 *
 * <p>Start at {@link org.vicinal.coordinator.sheet.SheetFiles}. Reading is tolerant in how things
 * are named and written and exact in what it says when it cannot: file, line, expected, found. What
 * a model or program beside a sheet says goes before what the sheet says. It knows nothing of
 * orders; the form is in {@code docs/matching.md}.
 */
@NullMarked
package org.vicinal.coordinator.sheet;

import org.jspecify.annotations.NullMarked;
