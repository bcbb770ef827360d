/**
 * What people have written down about designs and workshops: Open Know-How and Open Know-Where
 * manifests, read tolerantly and written exactly.
 *
 * <p>Start at {@link org.vicinal.commons.Manifests}. A file becomes a {@link
 * org.vicinal.commons.tree.Node tree} that remembers its lines; whatever nobody here understands
 * stays in that tree and is written back. Nothing here knows the network, orders or machines.
 */
@NullMarked
package org.vicinal.commons;

import org.jspecify.annotations.NullMarked;
