package org.vicinal.agent;

import java.time.Instant;
import org.vicinal.agent.network.Border;
import org.vicinal.agent.workshop.WorkshopInput;
import org.vicinal.messages.net.Call;
import org.vicinal.messages.net.Instruction;

/** Puts what comes over the border before the loop. */
record ToLoop(WorkshopLoop loop) implements Border.Inbox {
  @Override
  public void call(String partition, long offset, Call call) {
    loop.put(new WorkshopInput.CallHeard(loop.now(), partition, offset, call));
  }

  @Override
  public void instruction(String partition, long offset, Instruction instruction) {
    loop.put(new WorkshopInput.InstructionHeard(loop.now(), partition, offset, instruction));
  }

  @Override
  public void delivered(long sequence, Instant appendedAt) {
    loop.put(new WorkshopInput.ReportDelivered(loop.now(), sequence, appendedAt));
  }
}
