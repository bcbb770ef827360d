package org.vicinal.coordinator.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.messages.id.OrderId;

/** What is sealed is read with its key, by nobody without, and never again once it is destroyed. */
class VaultTest {
  private static final Subject HOOK = Subject.of(new OrderId("hook"));
  @TempDir Path folder;
  private Vault vault;

  @BeforeEach
  void openTheVault() {
    vault = new Vault(folder);
  }

  @Test
  void whatIsSealedCanBeOpened() {
    var sealed = vault.seal(HOOK, "ana@example.org");
    assertThat(sealed).doesNotContain("ana");
    assertThat(vault.open(HOOK, sealed)).contains("ana@example.org");
  }

  @Test
  void theSameTextSealsToTheSameBytesSoThatAnOrderCanBePlacedTwice() {
    assertThat(vault.seal(HOOK, "ring twice")).isEqualTo(vault.seal(HOOK, "ring twice"));
    assertThat(vault.seal(HOOK, "ring once")).isNotEqualTo(vault.seal(HOOK, "ring twice"));
  }

  @Test
  void anotherProcessWithTheSameFolderOpensIt() {
    var sealed = vault.seal(HOOK, "third floor");
    assertThat(new Vault(folder).open(HOOK, sealed)).contains("third floor");
  }

  @Test
  void theKeyOfAnotherOrderOpensNothing() {
    var sealed = vault.seal(HOOK, "third floor");
    var other = Subject.of(new OrderId("vase"));
    vault.seal(other, "something");
    assertThat(vault.open(other, sealed)).isEmpty();
  }

  @Test
  void aChangedTextDoesNotOpen() {
    var sealed = vault.seal(HOOK, "third floor");
    var changed = (sealed.charAt(0) == 'A' ? 'B' : 'A') + sealed.substring(1);
    assertThat(vault.open(HOOK, changed)).isEmpty();
  }

  @Test
  void whatIsForgottenCannotBeOpenedNorSealedAnew() {
    var sealed = vault.seal(HOOK, "third floor");
    vault.forget(HOOK);
    assertThat(vault.open(HOOK, sealed)).isEmpty();
    assertThat(vault.forgotten(HOOK)).isTrue();
    assertThatThrownBy(() -> vault.seal(HOOK, "again")).hasMessageContaining("Use another id");
  }

  @Test
  void keysAreForTheirOwnerOnly() throws Exception {
    vault.own("token");
    assertThat(Files.getPosixFilePermissions(folder.resolve("token.key"))).hasSize(2);
    assertThat(vault.own("token").hmac("x")).isEqualTo(new Vault(folder).own("token").hmac("x"));
  }
}
