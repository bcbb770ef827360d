/**
 * YAML, TOML and JSON as trees and back.
 *
 * <p>Start at {@link org.vicinal.commons.format.Container}. Reading never throws: what is wrong is
 * a finding with its line. What is written reads back as the same tree, but for what the container
 * cannot say (TOML has no null, JSON no dates).
 */
@NullMarked
package org.vicinal.commons.format;

import org.jspecify.annotations.NullMarked;
