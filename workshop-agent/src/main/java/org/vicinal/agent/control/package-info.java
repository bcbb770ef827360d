/**
 * What a person in the workshop may ask of the running agent, over loopback HTTP with a token that
 * lies in the data folder.
 *
 * <p>Start at {@link org.vicinal.agent.control.Desk}: what can be asked. {@link
 * org.vicinal.agent.control.ControlServer} offers it, {@link
 * org.vicinal.agent.control.ControlClient} is the command line's way to it, and {@link
 * org.vicinal.agent.control.Page} a person's: a few files that ask the same API.
 */
@NullMarked
package org.vicinal.agent.control;

import org.jspecify.annotations.NullMarked;
