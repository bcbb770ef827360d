/**
 * Open Know-Where: what a workshop is, where it is and what stands in it, from the six containers
 * that are about.
 *
 * <p>Start at {@link org.vicinal.commons.okw.Okw}: all of them are read as Open Hardware Manager
 * writes it, the only one with tools and data today.
 */
@NullMarked
package org.vicinal.commons.okw;

import org.jspecify.annotations.NullMarked;
