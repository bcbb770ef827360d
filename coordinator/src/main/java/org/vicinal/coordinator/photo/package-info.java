/**
 * Photos that people take of parts: read, turned upright, made small, and written anew, so that
 * nothing of place, time or device is left in them.
 *
 * <p>Start at {@link org.vicinal.coordinator.photo.Photo}.
 */
@NullMarked
package org.vicinal.coordinator.photo;

import org.jspecify.annotations.NullMarked;
