/**
 * What a model looks like: a small picture from above its front right corner, drawn without any
 * graphics library.
 *
 * <p>Start at {@link org.vicinal.mesh.picture.Picture}. The file is read twice as a stream, once
 * for its box and once to be drawn; memory is that of the picture.
 */
@NullMarked
package org.vicinal.mesh.picture;

import org.jspecify.annotations.NullMarked;
