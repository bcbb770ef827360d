/**
 * How large a model is: the box, volume and skin of an STL, 3MF or OBJ file, and whether it is
 * closed.
 *
 * <p>Start at {@link org.vicinal.mesh.Meshes}. A file is read as a stream of triangles and measured
 * on the way; only 3MF and OBJ keep their vertices, within {@link org.vicinal.mesh.Limits}. It
 * knows neither parts nor machines, and writes nothing.
 */
@NullMarked
package org.vicinal.mesh;

import org.jspecify.annotations.NullMarked;
