package org.vicinal.commons.licence;

import java.util.Optional;
import org.vicinal.commons.licence.ExpressionReader.NotSpdx;

/**
 * What a manifest says about its licence, understood.
 *
 * @param written as it stood there
 * @param spdx the expression, empty if nobody could make one of it
 * @param quirk what was tolerated or is wrong, for a person; empty if nothing
 * @param permission what it allows; nothing if it is not understood
 */
public record Licence(String written, String spdx, String quirk, Permission permission) {
  /** Understands {@code written}, by SPDX or else by what people usually mean. */
  public static Licence of(String written) {
    var text = written.strip();
    try {
      var expression = ExpressionReader.read(text);
      var spdx = expression.text();
      var meant = text.contains("LicenseRef-") ? Aliases.find(text) : Optional.<String>empty();
      if (meant.isPresent()) {
        return alias(written, meant.get());
      }
      if (Spdx.isWithdrawn(spdx)) {
        var quirk =
            "SPDX has withdrawn \"%s\"; say %s-only or %s-or-later."
                .formatted(spdx, spdx.replace("+", ""), spdx.replace("+", ""));
        return new Licence(written, spdx, quirk, Permission.of(expression));
      }
      var quirk = spdx.equals(text) ? "" : "\"%s\" was read as %s.".formatted(text, spdx);
      return new Licence(written, spdx, quirk, Permission.of(expression));
    } catch (NotSpdx e) {
      return Aliases.find(text)
          .map(meant -> alias(written, meant))
          .orElseGet(() -> unknown(written, e.why()));
    }
  }

  private static Licence alias(String written, String meant) {
    try {
      var permission = Permission.of(ExpressionReader.read(meant));
      return new Licence(
          written, meant, "\"%s\" was read as %s.".formatted(written.strip(), meant), permission);
    } catch (NotSpdx e) {
      return unknown(written, e.why());
    }
  }

  private static Licence unknown(String written, String why) {
    var quirk =
        "Expected an SPDX expression such as CERN-OHL-S-2.0, but %s. See https://spdx.org/licenses."
            .formatted(why);
    return new Licence(written, "", quirk, Permission.none(written.strip()));
  }

  public boolean isUnderstood() {
    return !spdx.isEmpty();
  }
}
