/**
 * A design's folder on somebody's disk: which files are in it, what they tell, and the manifest
 * that could stand beside them.
 *
 * <p>Start at {@link org.vicinal.coordinator.folder.ProjectFolder}. Nothing here asks a
 * coordinator.
 */
@NullMarked
package org.vicinal.coordinator.folder;

import org.jspecify.annotations.NullMarked;
