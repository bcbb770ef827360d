package org.vicinal.messages.work;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a brought file comes from, and what its licence allows: said by whoever brings it, passed
 * on to whoever is to make it, judged by neither.
 *
 * @param source the http(s) address at which its author publishes it; null for one's own work
 * @param licence an expression of SPDX identifiers, such as {@code CC-BY-SA-4.0}; {@link
 *     #ALL_RIGHTS} for one's own work that is shared with nobody
 */
public record Origin(@Nullable String source, String licence) {
  /** SPDX's way to say that it knows no such licence, with the name that OKH gives to it. */
  public static final String ALL_RIGHTS = "LicenseRef-AllRightsReserved";

  private static final int LONGEST_SOURCE = 300;
  private static final int LONGEST_LICENCE = 80;

  public Origin {
    if (source != null && !isAddress(source)) {
      throw new IllegalArgumentException(
          "Expected the address (http or https) at which the author publishes it, but found \"%s\"."
              .formatted(source.substring(0, Math.min(source.length(), LONGEST_SOURCE))));
    }
    if (licence.length() > LONGEST_LICENCE
        || !licence.matches("[A-Za-z0-9.+:-]+( (AND|OR|WITH) [A-Za-z0-9.+:-]+)*")) {
      throw new IllegalArgumentException(
          "Expected a licence by its SPDX identifier, such as CC-BY-SA-4.0, but found \"%s\"."
              .formatted(licence.substring(0, Math.min(licence.length(), LONGEST_LICENCE))));
    }
  }

  /** One's own work. */
  @JsonIgnore
  public boolean isOwn() {
    return source == null;
  }

  private static boolean isAddress(String text) {
    if (text.length() > LONGEST_SOURCE) {
      return false;
    }
    try {
      var address = URI.create(text);
      return address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
