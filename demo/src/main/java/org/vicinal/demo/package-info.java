@NullMarked
package org.vicinal.demo;

import org.jspecify.annotations.NullMarked;
