/** The command {@code mesh inspect}: what the library knows of a file, for people and programs. */
@NullMarked
package org.vicinal.mesh.cli;

import org.jspecify.annotations.NullMarked;
