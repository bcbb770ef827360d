package org.vicinal.commons;

import java.io.IOException;
import java.nio.file.Files;

/**
 * How long two thousand manifests take: the real ones, again and again, each read and understood.
 */
final class ManifestBench {
  private static final int MANIFESTS = 2000;

  private ManifestBench() {}

  @SuppressWarnings("SystemOut") // a bench speaks with a person
  public static void main(String[] arguments) throws IOException {
    var files = RealManifests.list("okh");
    if (files.isEmpty()) {
      System.out.println("Expected manifests in ../shared/data/okh, found none.");
      return;
    }
    long start = System.nanoTime();
    int findings = 0;
    for (int at = 0; at < MANIFESTS; at++) {
      var file = files.get(at % files.size());
      findings +=
          Manifests.read(String.valueOf(file.getFileName()), Files.readAllBytes(file))
              .findings()
              .size();
    }
    System.out.printf(
        java.util.Locale.ROOT,
        "%d manifests read in %.2f s, %d findings%n",
        MANIFESTS,
        (System.nanoTime() - start) / 1e9,
        findings);
  }
}
