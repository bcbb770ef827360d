/**
 * Big things stand still: files by the SHA-256 of their bytes, on local disk.
 *
 * <p>Start at {@link org.vicinal.coordinator.files.FileStore}. What somebody brings is private,
 * encrypted under a key of its own, until a release publishes it. A digest is a name and no
 * permission: {@link org.vicinal.coordinator.files.Grants} says who may read. This package knows
 * nothing of HTTP.
 */
@NullMarked
package org.vicinal.coordinator.files;

import org.jspecify.annotations.NullMarked;
