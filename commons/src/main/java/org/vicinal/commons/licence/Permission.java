package org.vicinal.commons.licence;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * What others than its designer may do with a design.
 *
 * @param why for a person: which licence says so
 */
public record Permission(boolean make, boolean sell, boolean change, String why) {
  /** Licences that reserve selling, as SPDX names them and as their families begin. */
  private static final String NOT_FOR_SALE =
      ".*(-nc-|-nc$|noncommercial|non-commercial|polyform-|prosperity|busl-|elastic-|sspl-|aladdin|fair-|academic"
          + " free for).*";

  static Permission of(Expression expression) {
    return new Permission(
        allows(expression, Permission::mayMake),
        allows(expression, one -> mayMake(one) && maySell(one)),
        allows(expression, one -> mayMake(one) && mayChange(one)),
        expression.text());
  }

  /** Nobody knows what it allows, so it allows nothing. */
  static Permission none(String why) {
    return new Permission(false, false, false, why);
  }

  /** Whether a workshop may make it for pay; the sentence says why not. */
  public String refusal(String title) {
    return make
        ? "The licence of %s (%s) lets others make it, but not for sale. Ask its designer, or make it yourself."
            .formatted(title, why)
        : "The licence of %s (%s) does not let others make it. Ask its designer for another licence."
            .formatted(title, why);
  }

  private static boolean allows(Expression expression, Predicate<String> may) {
    return switch (expression) {
      case Expression.One one -> may.test(one.id().toLowerCase(Locale.ROOT));
      case Expression.All all -> all.parts().stream().allMatch(part -> allows(part, may));
      case Expression.Any any -> any.parts().stream().anyMatch(part -> allows(part, may));
    };
  }

  /** What SPDX lists are licences to the public; of one's own text nobody here knows. */
  private static boolean mayMake(String id) {
    return !id.contains("licenseref-") && !id.equals("none") && !id.equals("noassertion");
  }

  private static boolean maySell(String id) {
    return !id.matches(NOT_FOR_SALE);
  }

  private static boolean mayChange(String id) {
    return !id.matches(".*(-nd-|-nd$|noderiv).*");
  }
}
