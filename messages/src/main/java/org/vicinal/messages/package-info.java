@NullMarked
package org.vicinal.messages;

import org.jspecify.annotations.NullMarked;
