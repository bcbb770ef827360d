package org.vicinal.coordinator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vicinal.messages.config.ConfigurationError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What customer and workshop write to each other; a workshop brings its token. */
final class TalkSteps {
  private TalkSteps() {}

  /** {@code order say}. */
  @Command(
      name = "say",
      mixinStandardHelpOptions = true,
      description = "Writes to the workshop; as a workshop (--token) to the customer.")
  static final class Say extends OrderSteps.Step {
    @Parameters(index = "1", paramLabel = "TEXT", description = "Up to 2,000 characters.")
    private String text = "";

    @Option(
        names = "--workshop",
        paramLabel = "ID",
        description = "To whom, when the order has several workshops.")
    private @Nullable String workshop;

    @Option(
        names = "--photo",
        paramLabel = "FILE",
        description = "A JPEG or PNG to go with it, up to eight; place and device are taken out.")
    private List<Path> photos = new ArrayList<>();

    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      var body = new LinkedHashMap<String, Object>();
      body.put("text", text);
      if (workshop != null) {
        body.put("workshop", workshop);
      }
      var brought = new ArrayList<String>();
      for (var photo : photos) {
        brought.add(bring(order, client, photo));
      }
      if (!brought.isEmpty()) {
        body.put("photos", brought);
      }
      print(client.put("orders/%s/messages/%s".formatted(order.order(), UUID.randomUUID()), body));
      return 0;
    }
  }

  /** {@code order talk}. */
  @Command(
      name = "talk",
      mixinStandardHelpOptions = true,
      description = "Shows what was written, oldest first.")
  static final class Talk extends OrderSteps.Step {
    @Option(
        names = "--photos",
        paramLabel = "DIR",
        description = "Writes the photos into this folder.")
    private @Nullable Path photos;

    @Override
    int with(SecretLink order, ApiClient client) throws IOException, InterruptedException {
      long after = 0;
      boolean more = true;
      while (more) {
        var page = client.get("orders/%s/messages?after=%d".formatted(order.order(), after));
        for (var message : page.path("messages")) {
          print(message);
          if (photos != null) {
            fetch(order, client, message, photos);
          }
        }
        after = page.path("next").asLong();
        more = page.path("more").asBoolean();
      }
      return 0;
    }
  }

  /** Brings a photo to the order; its name there. */
  static String bring(SecretLink order, ApiClient client, Path photo)
      throws IOException, InterruptedException {
    if (!Files.isReadable(photo)) {
      throw new ConfigurationError(
          "Expected a photo at %s, but it cannot be read.".formatted(photo));
    }
    return client
        .postFile("orders/%s/photos".formatted(order.order()), photo)
        .path("photo")
        .asString();
  }

  private static void fetch(SecretLink order, ApiClient client, JsonNode message, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (var photo : message.path("photos")) {
      var name = photo.asString();
      var file = folder.resolve(name.substring(0, 12) + ".jpg");
      client.fetchFile("orders/%s/photos/%s".formatted(order.order(), name), file);
      System.out.println("    photo: " + file);
    }
  }

  private static void print(JsonNode message) {
    var workshop = message.path("workshop").asString();
    var who =
        switch (message.path("by").asString()) {
          case "workshop" -> workshop;
          case "steward" -> "steward to the customer and " + workshop;
          default -> "customer to " + workshop;
        };
    int photos = message.path("photos").size();
    System.out.printf(
        "%s  %s: %s%s%n",
        message.path("at").asString(),
        who,
        message.has("text") ? message.path("text").asString() : "(forgotten)",
        photos == 0 ? "" : photos == 1 ? " [a photo]" : " [%d photos]".formatted(photos));
  }
}
