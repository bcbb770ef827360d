/**
 * Which process and which material is a kind of which, and what else people call them.
 *
 * <p>Start at {@link org.vicinal.messages.taxonomy.Taxonomy} and the two readable files beside it
 * ({@code processes.txt}, {@code materials.txt}). A machine's PLA satisfies who asks for plastic; a
 * machine's "plastic" does not satisfy who asks for PLA. It does not know parts or machines.
 */
@NullMarked
package org.vicinal.messages.taxonomy;

import org.jspecify.annotations.NullMarked;
