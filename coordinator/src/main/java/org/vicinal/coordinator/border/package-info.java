/**
 * The border between the coordinator and its workshops: what comes in, what goes out, who may.
 *
 * <p>A bridge copies reports into the commands, an outgoing post follows the events and tells calls
 * and instructions, and a provisioner makes topics, rights and credentials. Each may do its work
 * twice after a crash, and nothing comes of it.
 */
@NullMarked
package org.vicinal.coordinator.border;

import org.jspecify.annotations.NullMarked;
