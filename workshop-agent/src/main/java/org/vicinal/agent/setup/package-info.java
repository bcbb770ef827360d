/**
 * From a machine on a cable to a workshop that takes part: what {@code agent setup} asks and
 * writes.
 *
 * <p>Start at {@link org.vicinal.agent.setup.SettingUp}. An {@link
 * org.vicinal.agent.setup.Interview} asks what nothing here can know; {@code MachineTalk} and
 * {@code WorkshopTalk} know what to ask and turn answers into the lines of a {@code workshop.yaml};
 * {@link org.vicinal.agent.setup.Enrolling} asks the coordinator for a place. Nothing is written
 * before the whole file has been read again and found right.
 */
@NullMarked
package org.vicinal.agent.setup;

import org.jspecify.annotations.NullMarked;
