package org.vicinal.coordinator.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.coordinator.vault.Subject;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.messages.id.Digest;
import org.vicinal.messages.id.PersonId;

/** A file is here whole, under the digest of its bytes, readable from any position; or not here. */
class FileStoreTest {
  private static final PersonId ANA = new PersonId("ana");
  private static final PersonId BEN = new PersonId("ben");
  private static final byte[] HOOK = "G28 ; a hook\n".getBytes(UTF_8);
  @TempDir Path data;
  private Vault vault;
  private FileStore store;

  @BeforeEach
  void openTheStore() {
    vault = new Vault(data.resolve("keys"));
    store = new FileStore(data.resolve("files"), vault);
  }

  @Test
  void whatWasPutIsFound() throws IOException {
    var digest = put(ANA, HOOK);
    var file = store.find(digest).orElseThrow();
    assertThat(file.bytes()).isEqualTo(HOOK.length);
    assertThat(read(digest, 0)).isEqualTo(HOOK);
    assertThat(new FileStore(data.resolve("files"), vault).find(digest)).isPresent();
  }

  @Test
  void aWrongDigestIsAnErrorAndNoFile() throws IOException {
    var promised = Digest.of("something else".getBytes(UTF_8));
    try (var upload = store.receive(promised, ANA, 1000)) {
      upload.write(HOOK);
      assertThatThrownBy(upload::finish)
          .isInstanceOf(Upload.WrongDigest.class)
          .hasMessageContaining(promised.value())
          .hasMessageContaining("Nothing was kept");
    }
    assertThat(store.find(promised)).isEmpty();
    assertThat(filesUnder(data.resolve("files"))).isEmpty();
  }

  @Test
  void moreBytesThanTheLimitAreNotTaken() throws IOException {
    try (var upload = store.receive(Digest.of(HOOK), ANA, 5)) {
      assertThatThrownBy(() -> upload.write(HOOK)).isInstanceOf(Upload.TooLarge.class);
    }
    assertThat(filesUnder(data.resolve("files"))).isEmpty();
  }

  @Test
  void onDiskAPrivateFileIsNoise() throws IOException {
    put(ANA, HOOK);
    for (Path path : filesUnder(data)) {
      assertThat(new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("a hook");
    }
  }

  @Test
  void readingBeginsAnywhere() throws IOException {
    long seed = Long.getLong("vicinal.seed", 7);
    var random = new Random(seed);
    for (int length :
        new int[] {
          0, 1, Sealing.BLOCK - 1, Sealing.BLOCK, Sealing.BLOCK + 1, 3 * Sealing.BLOCK, 200_001
        }) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      var digest = put(ANA, bytes);
      for (int i = 0; i < 8; i++) {
        int from = random.nextInt(length + 1);
        assertThat(read(digest, from))
            .as("seed %d, %d bytes from %d", seed, length, from)
            .isEqualTo(Arrays.copyOfRange(bytes, from, length));
      }
    }
  }

  @Test
  void aPrivateFileThatWasChangedOnDiskIsNotRead() throws IOException {
    var digest = put(ANA, HOOK);
    var path =
        filesUnder(data.resolve("files")).stream()
            .filter(file -> file.toString().endsWith(".sealed"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(path);
    bytes[3] ^= 1;
    Files.write(path, bytes);
    assertThatThrownBy(() -> read(digest, 0)).hasMessageContaining("it was changed");
  }

  @Test
  void whoeverBroughtItOwnsItAndKnowingTheDigestIsNotEnough() throws IOException {
    var digest = put(ANA, HOOK);
    assertThat(store.ownedBy(ANA, digest)).isTrue();
    assertThat(store.ownedBy(BEN, digest)).isFalse();
    put(BEN, HOOK);
    assertThat(store.ownedBy(BEN, digest)).isTrue();
    assertThat(read(digest, 0)).isEqualTo(HOOK);
  }

  @Test
  void aPublishedFileIsThereAsItIs() throws IOException {
    var digest = put(ANA, HOOK);
    store.publish(digest);
    store.publish(digest);
    assertThat(store.published(digest)).isTrue();
    assertThat(read(digest, 4)).isEqualTo("; a hook\n".getBytes(UTF_8));
    assertThat(put(BEN, HOOK)).isEqualTo(digest);
    assertThat(filesUnder(data.resolve("files")))
        .noneMatch(path -> path.toString().endsWith(".sealed"));
  }

  @Test
  void aForgottenFileIsGoneAlsoFromOldCopies() throws IOException {
    var digest = put(ANA, HOOK);
    store.forget(digest);
    assertThat(store.find(digest)).isEmpty();
    assertThat(vault.findKey(Subject.of(digest))).isEmpty();
    put(BEN, HOOK);
    assertThat(read(digest, 0)).isEqualTo(HOOK);
    assertThat(store.ownedBy(ANA, digest)).isFalse();
  }

  private Digest put(PersonId owner, byte[] bytes) throws IOException {
    var digest = Digest.of(bytes);
    try (var upload = store.receive(digest, owner, 1_000_000)) {
      int half = bytes.length / 2;
      upload.write(Arrays.copyOfRange(bytes, 0, half));
      upload.write(Arrays.copyOfRange(bytes, half, bytes.length));
      upload.finish();
    }
    return digest;
  }

  private byte[] read(Digest digest, long from) throws IOException {
    try (var in = store.find(digest).orElseThrow().open(from)) {
      return in.readAllBytes();
    }
  }

  private static java.util.List<Path> filesUnder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
