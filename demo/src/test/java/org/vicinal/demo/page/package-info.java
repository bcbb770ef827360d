/** The coordinator's page, as a browser shows it. */
@NullMarked
package org.vicinal.demo.page;

import org.jspecify.annotations.NullMarked;
