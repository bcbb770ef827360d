/**
 * The agent as a service of systemd: the text of its unit, and where it goes.
 *
 * <p>Start at {@link org.vicinal.agent.unit.Unit}. When the agent dies a heater may stay on; so the
 * unit brings it back after a second, and the agent begins with making every machine safe that was
 * at work. {@link org.vicinal.agent.unit.Installation} only writes a file and calls {@code
 * systemctl}.
 */
@NullMarked
package org.vicinal.agent.unit;

import org.jspecify.annotations.NullMarked;
