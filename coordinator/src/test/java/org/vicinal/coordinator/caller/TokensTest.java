package org.vicinal.coordinator.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.id.OrderId;
import org.vicinal.messages.id.WorkshopId;

/** A token proves who somebody is to the coordinator that made it, and to no other. */
class TokensTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final String SECRET = "A".repeat(43);
  @TempDir Path folder;
  private Tokens tokens;

  @BeforeEach
  void makeAKey() {
    tokens = tokensAt(NOON);
  }

  @Test
  void aTokenNamesAPersonWithoutTheirName() throws Exception {
    var token = tokens.make(Role.CUSTOMER, "ana", 1);
    assertThat(tokens.read(token)).isEqualTo(new Caller.Customer(tokens.person("ana")));
    assertThat(tokens.person("ana").value()).matches("p-[0-9a-f]{16}").isNotEqualTo("p-ana");
    assertThat(tokens.person(" Ana ")).isEqualTo(tokens.person("ana"));
  }

  @Test
  void aWorkshopsTokenNamesTheWorkshop() throws Exception {
    var token = tokens.make(Role.WORKSHOP, "mill-lane", 1);
    assertThat(tokens.read(token)).isEqualTo(new Caller.Workshop(new WorkshopId("mill-lane")));
  }

  @Test
  void anotherCoordinatorsTokenProvesNothing(@TempDir Path other) {
    var theirs = new Tokens(new Vault(other).own("token"), () -> NOON);
    var token = theirs.make(Role.STEWARD, "ana", 1);
    assertThatThrownBy(() -> tokens.read(token)).hasMessageContaining("not signed by this");
  }

  @Test
  void anUnsignedTokenProvesNothing() {
    var none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwLTEiLCJyb2xlIjoic3Rld2FyZCJ9.";
    assertThatThrownBy(() -> tokens.read(none)).isInstanceOf(Tokens.BadToken.class);
    assertThatThrownBy(() -> tokens.read("nonsense")).hasMessageContaining("cannot be read");
  }

  @Test
  void aTokenExpires() {
    var token = tokens.make(Role.CUSTOMER, "ana", 1);
    assertThatThrownBy(() -> tokensAt(NOON.plusSeconds(86_400)).read(token))
        .hasMessageContaining("expired");
  }

  @Test
  void aGuestIsWhoeverHoldsTheSecretOfAnOrder() throws Exception {
    var order = new OrderId("hook.v2");
    var guest = (Caller.Guest) tokens.read(Guests.token(order, SECRET));
    assertThat(guest.order()).isEqualTo(order);
    assertThat(guest.person().value()).matches("g-[0-9a-f]{24}");
    var other = (Caller.Guest) tokens.read(Guests.token(order, "B".repeat(43)));
    assertThat(other.person()).isNotEqualTo(guest.person());
    assertThatThrownBy(() -> tokens.read("guest.hook.short")).hasMessageContaining("43 characters");
  }

  @Test
  void anUnknownRoleNamesTheNearest() {
    assertThatThrownBy(() -> Role.of("costumer")).hasMessageContaining("Did you mean customer?");
  }

  private Tokens tokensAt(Instant now) {
    return new Tokens(new Vault(folder).own("token"), () -> now);
  }
}
