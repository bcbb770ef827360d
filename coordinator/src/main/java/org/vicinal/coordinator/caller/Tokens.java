package org.vicinal.coordinator.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import org.vicinal.coordinator.vault.Key;
import org.vicinal.messages.id.PersonId;
import org.vicinal.messages.id.WorkshopId;

/**
 * Bearer tokens: JWT, HS256, under the coordinator's own key.
 *
 * <p>A person's token names a {@link PersonId} only, made from the name that was typed and the key:
 * the same name is the same person, and nobody without the key can tell which. A workshop's token
 * names the workshop.
 */
public final class Tokens {
  /** How long a token is good for, in days, when nobody says otherwise. */
  public static final int DAYS = 365;

  private static final String ISSUER = "vicinal";
  private final Key key;
  private final byte[] signing;
  private final InstantSource clock;

  /**
   * @param key the coordinator's own
   * @param clock tells which tokens have expired
   */
  public Tokens(Key key, InstantSource clock) {
    this.key = key;
    this.signing = key.hmac("sign tokens");
    this.clock = clock;
  }

  /** The person called {@code name}, upper and lower case alike. */
  public PersonId person(String name) {
    byte[] mac =
        key.hmac("person", name.strip().toLowerCase(java.util.Locale.ROOT).getBytes(UTF_8));
    return new PersonId("p-" + HexFormat.of().formatHex(mac, 0, 8));
  }

  /**
   * A token for {@code name} in {@code role}; for {@link Role#WORKSHOP} the name is the workshop's
   * id.
   *
   * @throws IllegalArgumentException when the name cannot be one
   */
  public String make(Role role, String name, int days) {
    if (name.isBlank() || days < 1) {
      throw new IllegalArgumentException("Expected a name and at least one day.");
    }
    var subject = role == Role.WORKSHOP ? new WorkshopId(name).value() : person(name).value();
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(subject)
            .claim("role", role.word())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(days, ChronoUnit.DAYS)))
            .build();
    try {
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(signing));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("A key of 256 bits signs HS256; this one does not.", e);
    }
  }

  /**
   * Who holds {@code token}, a guest's too.
   *
   * @throws BadToken when nobody can; the message says why and what to do
   */
  public Caller read(String token) throws BadToken {
    if (Guests.isGuest(token)) {
      return Guests.find(token)
          .orElseThrow(
              () ->
                  new BadToken(
                      "Expected guest.ORDER.SECRET with a secret of 43 characters. Open the order by its secret link."));
    }
    try {
      var jwt = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
          || !jwt.verify(new MACVerifier(signing))) {
        throw new BadToken(
            "The token was not signed by this coordinator. Make one with: ./vicinal coordinator token --role ROLE --name NAME");
      }
      return caller(jwt.getJWTClaimsSet());
    } catch (ParseException | JOSEException e) {
      throw new BadToken(
          "Expected a bearer token (JWT), but it cannot be read. Make one with: ./vicinal coordinator token --role ROLE --name NAME");
    }
  }

  private Caller caller(JWTClaimsSet claims) throws BadToken {
    var expires = claims.getExpirationTime();
    Instant until = expires == null ? Instant.MIN : expires.toInstant();
    if (!clock.instant().isBefore(until)) {
      throw new BadToken("The token expired at " + until + ". Make a new one.");
    }
    var role = claims.getClaim("role") instanceof String word ? word : "";
    var subject = claims.getSubject() == null ? "" : claims.getSubject();
    try {
      return switch (Role.of(role)) {
        case CUSTOMER -> new Caller.Customer(new PersonId(subject));
        case DESIGNER -> new Caller.Designer(new PersonId(subject));
        case WORKSHOP -> new Caller.Workshop(new WorkshopId(subject));
        case STEWARD -> new Caller.Steward(new PersonId(subject));
      };
    } catch (IllegalArgumentException e) {
      throw new BadToken("The token is not complete: " + e.getMessage());
    }
  }

  /** A token that proves nothing. */
  public static final class BadToken extends Exception {
    private static final long serialVersionUID = 1;

    BadToken(String message) {
      super(message);
    }
  }
}
