package org.vicinal.coordinator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code coordinator orders}: which there are. */
@Command(
    name = "orders",
    mixinStandardHelpOptions = true,
    description = "Lists orders, the newest first: all, or those of a kind.",
    footer = {
      "",
      "  ./vicinal coordinator orders --state making --workshop mill-lane",
      "  ./vicinal coordinator orders --near 51.4545,-0.9781 --within 3 --most 20"
    })
final class OrdersCommand implements Callable<Integer> {
  private static final int AT_ONCE = 500;
  @Mixin private Reach reach = new Reach();

  @Option(
      names = "--state",
      paramLabel = "WORD",
      description =
          "One of unconfirmed, calling, choosing, awarded, making, made, unmade, cancelled, expired.")
  private @Nullable String state;

  @Option(names = "--workshop", paramLabel = "ID", description = "That has a lot of them.")
  private @Nullable String workshop;

  @Option(names = "--design", paramLabel = "ID", description = "Of which they are.")
  private @Nullable String design;

  @Option(names = "--customer", paramLabel = "ID", description = "Who placed them.")
  private @Nullable String customer;

  @Option(names = "--near", paramLabel = "LAT,LON", description = "Where they are wanted.")
  private @Nullable String near;

  @Option(
      names = "--within",
      paramLabel = "KM",
      description = "How far from there, in kilometres (default: 5).")
  private @Nullable Integer within;

  @Option(names = "--most", paramLabel = "N", description = "How many (default: all).")
  private int most = Integer.MAX_VALUE;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var client = reach.client();
    String after = null;
    int listed = 0;
    do {
      var part = client.get("orders?" + parameters(after, Math.min(AT_ONCE, most - listed)));
      for (var order : part.path("orders")) {
        out.println(words(order));
        listed++;
      }
      after = part.path("next").asString("");
    } while (!after.isEmpty() && listed < most);
    if (listed == 0) {
      out.println("No order is like that.");
    }
    out.flush();
    return 0;
  }

  private static String words(JsonNode order) {
    return "%s  %s  %s  %d of %s"
        .formatted(
            order.path("placedAt").asString(),
            order.path("id").asString(),
            order.path("state").asString().toLowerCase(java.util.Locale.ROOT),
            order.path("pieces").asInt(),
            order.path("title").asString());
  }

  private String parameters(@Nullable String after, int limit) {
    var said = new LinkedHashMap<String, @Nullable Object>();
    said.put("state", state);
    said.put("workshop", workshop);
    said.put("design", design);
    said.put("customer", customer);
    said.put("near", near);
    said.put("within", within);
    said.put("after", after);
    said.put("limit", limit);
    return said.entrySet().stream()
        .filter(it -> it.getValue() != null)
        .map(OrdersCommand::parameter)
        .collect(Collectors.joining("&"));
  }

  private static String parameter(Map.Entry<String, @Nullable Object> it) {
    return it.getKey() + "=" + URLEncoder.encode(String.valueOf(it.getValue()), UTF_8);
  }
}
