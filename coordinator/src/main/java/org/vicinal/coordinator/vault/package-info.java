/**
 * Keys, and what is sealed under them, so that forgetting somebody is destroying a key.
 *
 * <p>The log is for ever and a backup may be old; a sealed text in either says nothing once its key
 * is gone. Start at {@link org.vicinal.coordinator.vault.Vault}. This package knows keys and bytes;
 * what they are about is a {@link org.vicinal.coordinator.vault.Subject}.
 */
@NullMarked
package org.vicinal.coordinator.vault;

import org.jspecify.annotations.NullMarked;
