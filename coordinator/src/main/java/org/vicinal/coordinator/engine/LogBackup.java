package org.vicinal.coordinator.engine;

import java.io.IOException;
import java.nio.file.Path;

/** Export and import, one at a time. */
record LogBackup(Exporter exporter, Importer importer) implements Backup {
  @Override
  public synchronized Summary exportTo(Path folder) throws IOException {
    return exporter.to(folder);
  }

  @Override
  public synchronized Summary importFrom(Path folder) throws IOException {
    return importer.from(folder);
  }
}
