/**
 * Licences: SPDX expressions, what people write instead, and whether others may make and sell.
 *
 * <p>Start at {@link org.vicinal.commons.licence.Licence}. This is what software can say about a
 * licence, and no lawyer's word.
 */
@NullMarked
package org.vicinal.commons.licence;

import org.jspecify.annotations.NullMarked;
