package org.vicinal.messages.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicinal.messages.id.WorkshopId;

/** Who is asked reads the call, and nobody who might be is left out. */
class AddressedTest {
  private static final WorkshopId OAK = new WorkshopId("oak");
  private static final WorkshopId OAK_2 = new WorkshopId("oak-2");

  @Test
  void whoIsNamedIsMeantAndNobodyWhoseNameOnlyBeginsTheSame() {
    byte[] header = Addressed.to(List.of(OAK_2, new WorkshopId("elm")));
    assertThat(Addressed.includes(header, OAK_2)).isTrue();
    assertThat(Addressed.includes(header, new WorkshopId("elm"))).isTrue();
    assertThat(Addressed.includes(header, OAK)).isFalse();
  }

  @Test
  void aCallWithoutTheHeaderIsReadByAll() {
    assertThat(Addressed.includes(null, OAK)).isTrue();
  }

  @Test
  void aCallToNobodyIsReadByNobody() {
    assertThat(Addressed.includes(Addressed.to(List.of()), OAK)).isFalse();
  }
}
