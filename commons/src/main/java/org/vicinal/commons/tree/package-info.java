/** What YAML, TOML and JSON have in common: values that know their line. Start at Node. */
@NullMarked
package org.vicinal.commons.tree;

import org.jspecify.annotations.NullMarked;
