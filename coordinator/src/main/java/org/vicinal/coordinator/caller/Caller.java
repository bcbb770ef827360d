package org.vicinal.coordinator.caller;

import org.vicinal.coordinator.decide.Asker;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;

/** Who is at the other end of a request. */
public sealed interface Caller {
  /** Nobody we know: reads what is public. */
  record Visitor() implements Caller {}

  /** Somebody who may do things. */
  sealed interface Known extends Caller {
    /** As the rules see them. */
    Asker asker();
  }

  /** A customer without an account, who holds the secret of one order. */
  record Guest(OrderId order, PersonId person) implements Known {
    @Override
    public Asker asker() {
      return new Asker.Customer(person);
    }
  }

  /** A customer with a token. */
  record Customer(PersonId person) implements Known {
    @Override
    public Asker asker() {
      return new Asker.Customer(person);
    }
  }

  /** A designer with a token. */
  record Designer(PersonId person) implements Known {
    @Override
    public Asker asker() {
      return new Asker.Designer(person);
    }
  }

  /** A workshop, by the token of its enrolment. */
  record Workshop(WorkshopId workshop) implements Known {
    @Override
    public Asker asker() {
      return new Asker.Workshop(workshop);
    }
  }

  /** Who runs the coordinator. */
  record Steward(PersonId person) implements Known {
    @Override
    public Asker asker() {
      return new Asker.Steward(person);
    }
  }
}
