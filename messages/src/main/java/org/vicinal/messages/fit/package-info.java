/**
 * May this machine make this part, and if not, why: the one answer that both ends share.
 *
 * <p>Start at {@link org.vicinal.messages.fit.Fit}. It knows neither prices nor calendars nor
 * distances.
 */
@NullMarked
package org.vicinal.messages.fit;

import org.jspecify.annotations.NullMarked;
