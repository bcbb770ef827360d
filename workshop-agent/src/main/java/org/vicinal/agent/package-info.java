@NullMarked
package org.vicinal.agent;

import org.jspecify.annotations.NullMarked;
