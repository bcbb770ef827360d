package org.vicinal.coordinator.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The flags that are settings: read as text, since their meaning is {@link CoordinatorSettings}'s,
 * which says the same of a flag, a variable and a line of a file.
 */
final class SettingFlags {
  private SettingFlags() {}

  static void addTo(CommandSpec spec) {
    add(spec, "data", "DIR", "Folder of everything it keeps (default: vicinal-data).");
    add(spec, "name", "NAME", "Name of the community.");
    add(spec, "port", "N", "Of the page and the API (default: 8080; 0 takes a free one).");
    add(spec, "listen", "ADDRESS", "Address to bind (default: 127.0.0.1, this machine only).");
    add(
        spec,
        "address",
        "URL",
        "What people and workshops type to get here, when it is not the above.");
    add(
        spec,
        "kafka",
        "HOST:PORT",
        "A Kafka cluster elsewhere, instead of the broker in this process.");
    add(spec, "kafka-properties", "FILE", "Client settings for that cluster.");
    add(spec, "keys", "DIR", "Folder of the keys, shared by all instances on that cluster.");
    add(spec, "files", "DIR", "Folder of the files, shared by all instances on that cluster.");
    add(
        spec,
        "broker-listen",
        "ADDRESS",
        "Where workshops reach the broker in this process (default: 127.0.0.1).");
    add(spec, "broker-advertise", "NAME", "The name of that address that workshops are told.");
    add(spec, "broker-port", "N", "Its port (default: a free one, kept from then on).");
    add(
        spec,
        "durability",
        "WORD",
        "flushed: what was acknowledged survives a power cut (default). relaxed: faster.");
    add(
        spec,
        "min-free",
        "SIZE",
        "Below this much free space no new orders are taken (default: 1GB).");
    add(spec, "file-limit", "SIZE", "The largest file (default: 500MB).");
    add(
        spec,
        "guest-file-limit",
        "SIZE",
        "The largest file of somebody without an account (default: 100MB).");
    spec.addOption(
        flag(
                "board",
                "true|false",
                "Whether visitors see what is being made, without personal things (default:"
                    + " false).")
            .arity("0..1")
            .fallbackValue("true")
            .build());
    spec.addOption(
        flag(
                "scaled-days",
                "true|false",
                "Whether the rules may have days shorter than 24 hours, for demonstrations (default:"
                    + " false).")
            .arity("0..1")
            .fallbackValue("true")
            .build());
    add(
        spec,
        "mail",
        "URL",
        "smtp://HOST:PORT or smtps://HOST:PORT that takes mail to customers (default: no mail).");
    add(spec, "mail-from", "ADDRESS", "The sender of that mail.");
    add(spec, "mail-user", "NAME", "As whom the mail server lets the coordinator in.");
    add(
        spec,
        "mail-password",
        "WORD",
        "Its password; better as VICINAL_COORDINATOR_MAIL_PASSWORD, which no list of processes shows.");
    spec.addOption(
        flag(
                "nearby-webhooks",
                "true|false",
                "Whether webhooks may go to private addresses, and without TLS (default: false).")
            .arity("0..1")
            .fallbackValue("true")
            .build());
    add(
        spec,
        "bidding-window",
        "TIME",
        "How long a ring of workshops may answer a call (default: 2m).");
    add(
        spec,
        "accept-window",
        "TIME",
        "How long a workshop may take to accept an award (default: 1m).");
  }

  private static void add(CommandSpec spec, String key, String label, String what) {
    spec.addOption(flag(key, label, what).build());
  }

  private static OptionSpec.Builder flag(String key, String label, String what) {
    return OptionSpec.builder("--" + key)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(what);
  }
}
