package org.vicinal.coordinator.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.vicinal.coordinator.caller.Tokens;
import org.vicinal.coordinator.decide.Occurred;
import org.vicinal.coordinator.engine.Engine;
import org.vicinal.coordinator.engine.EventFeed;
import org.vicinal.coordinator.files.FileStore;
import org.vicinal.coordinator.files.Photos;
import org.vicinal.coordinator.http.Edge;
import org.vicinal.coordinator.http.HttpServer;
import org.vicinal.coordinator.post.Postman;
import org.vicinal.coordinator.vault.Vault;
import org.vicinal.coordinator.view.Views;

/**
 * A whole coordinator in this process: data folder, engine with its broker, views, API and page.
 *
 * <p>Started in that order, and stopped in the other.
 */
public final class Coordinator implements AutoCloseable {
  private final DataFolder folder;
  private final Engine engine;
  private final Postman postman;
  private final HttpServer http;

  private Coordinator(DataFolder folder, Engine engine, Postman postman, HttpServer http) {
    this.folder = folder;
    this.engine = engine;
    this.postman = postman;
    this.http = http;
  }

  /**
   * Returns when orders are taken.
   *
   * @throws org.vicinal.messages.config.ConfigurationError when the data folder is in use
   */
  public static Coordinator start(CoordinatorSettings settings) {
    var data = settings.dataFolder();
    var folder = DataFolder.lock(data);
    try {
      return start(settings, data, folder);
    } catch (RuntimeException | Error failure) {
      folder.close();
      throw failure;
    }
  }

  private static Coordinator start(CoordinatorSettings settings, Path data, DataFolder folder) {
    settings.shared().forEach(folder::share);
    var clock = InstantSource.system();
    var vault = new Vault(data.resolve("keys"));
    var files = new FileStore(data.resolve("files"), vault);
    var views = new Views(settings.rules());
    var postman =
        new Postman(settings.post(), views, vault, settings.http().addressForPeople(), clock);
    var engine = engine(settings, views, postman);
    try {
      postman.start(engine.commands());
      engine.signals().follow(signal -> views.on(signal.sender(), signal.report().seen()));
      var edge =
          new Edge(
              engine.commands(),
              engine.enrolments(),
              engine.backup(),
              engine.vitals(),
              views,
              files,
              new Photos(data.resolve("files").resolve("photos"), vault),
              vault,
              tokens(vault, clock),
              clock,
              postman,
              settings.http());
      var http = HttpServer.start(edge);
      folder.tell(http.address().toString());
      return new Coordinator(folder, engine, postman, http);
    } catch (RuntimeException | Error failure) {
      postman.close();
      engine.close();
      throw failure;
    }
  }

  private static Engine engine(CoordinatorSettings settings, Views views, Postman postman) {
    try {
      return Engine.start(
          settings.engine(), views.neighbourhood(), List.of(new Follower(views)), postman);
    } catch (RuntimeException | Error failure) {
      postman.close();
      throw failure;
    }
  }

  /** Makes and reads the tokens of the coordinator whose keys are in {@code vault}. */
  static Tokens tokens(Vault vault, InstantSource clock) {
    return new Tokens(vault.own("token"), clock);
  }

  /** Where its page and API are. */
  public URI address() {
    return http.address();
  }

  /** Where workshops reach its broker. */
  public String bootstrapServers() {
    return engine.bootstrapServers();
  }

  /** Stops taking requests, then deciding, then the broker; lets go of the folder. */
  @Override
  public void close() {
    try {
      http.close();
    } finally {
      try {
        postman.close();
        engine.close();
      } finally {
        folder.close();
      }
    }
  }

  private record Follower(Views views) implements EventFeed.Follower {
    @Override
    public void on(Occurred<?> event) {
      views.on(event);
    }

    @Override
    public void caughtUp() {
      views.caughtUp();
    }
  }
}
