/**
 * How the programs are configured: a file, then the environment, then flags, each over the one
 * before.
 *
 * <p>Start at {@link org.vicinal.messages.config.Configuration}. An unknown key is an error that
 * names the nearest known one.
 */
@NullMarked
package org.vicinal.messages.config;

import org.jspecify.annotations.NullMarked;
