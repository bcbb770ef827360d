/**
 * A workshop as a member of the community: how it comes, what it has, how it goes.
 *
 * <p>Start at {@link org.vicinal.coordinator.workshop.WorkshopDecider}. Enrolment is a small saga:
 * it is asked for, the engine makes topics, rights and a credential, and says so. Only what was
 * provisioned is ever addressed. What the workshop's machines are doing is not known here.
 */
@NullMarked
package org.vicinal.coordinator.workshop;

import org.jspecify.annotations.NullMarked;
