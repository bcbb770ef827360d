@NullMarked
package org.vicinal.coordinator;

import org.jspecify.annotations.NullMarked;
