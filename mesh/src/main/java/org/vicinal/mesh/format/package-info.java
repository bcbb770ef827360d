/**
 * The formats themselves: each reads a file and pours triangles into a {@link
 * org.vicinal.mesh.format.Measuring}.
 *
 * <p>Start at {@link org.vicinal.mesh.format.Reading}, which knows them all.
 */
@NullMarked
package org.vicinal.mesh.format;

import org.jspecify.annotations.NullMarked;
