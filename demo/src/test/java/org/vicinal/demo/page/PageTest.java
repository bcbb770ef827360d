package org.vicinal.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicinal.agent.control.ControlClient;
import org.vicinal.demo.Stage;
import org.vicinal.demo.town.Installation;
import org.vicinal.demo.town.Places;

/**
 * The coordinator's page in a real browser, with a workshop and its printer behind it: a stranger
 * orders without an account and watches the part being made.
 */
class PageTest {
  private static final Path PICTURES =
      Installation.home().resolve("demo").resolve("target").resolve("pictures");

  @TempDir Path data;

  @BeforeEach
  void aBrowser() {
    Browser.missing()
        .ifPresent(
            missing -> {
              System.err.printf("%nNOT TESTED: the page in a browser. %s%n%n", missing);
              Assumptions.abort(missing);
            });
  }

  @Test
  void aStrangerOrdersOnADeskAndOnATelephone() throws Exception {
    Files.createDirectories(PICTURES);
    try (var stage = Stage.open(data, 200)) {
      var page = stage.town().address().toString();
      try (var desk = Browser.open(1280, 900)) {
        orderAndWatch(desk, page, "desk");
      }
      try (var telephone = Browser.open(390, 844)) {
        orderAndWatch(telephone, page, "telephone");
      }
      assertThat(stage.done()).isEqualTo(2);
      var workshop = new ControlClient(stage.town().folder(Stage.WORKSHOP)).page();
      try (var telephone = Browser.open(390, 844)) {
        runTheWorkshop(telephone, workshop);
      }
    }
  }

  /** Two clips are made: one of them goes to the counter, where a wrong code is said. */
  private static void runTheWorkshop(Browser browser, String page) throws Exception {
    browser.go(page.replaceFirst("key=.*", "key=nobody"));
    browser.awaitText("./vicinal agent page");
    browser.go("about:blank");
    browser.go(page);
    browser.awaitText("Cable clip");
    browser.awaitText("occupied");
    assertThat(browser.address()).as("the key is no longer in the address").doesNotContain("key");
    browser.click("#shelf [data-name=checked]");
    browser.click("#shelf [data-name=ready]");
    browser.find("#shelf [data-name=mark]");
    browser.type("#shelf [data-name=mark]", "000000");
    browser.click("#shelf [data-name=handover]");
    browser.awaitText("That is not the pickup code");
    browser.find("#shelf [data-name=handover]"); // the pieces are back on the shelf
    browser.click("#machines [data-name=confirm]");
    browser.find("#machines .tag:not(.wait):not(.bad)");
    browser.click("#machines [data-name=stop]");
    browser.find("#machines .tag.bad");
    browser.find("#machines [data-name=confirm]"); // whoever stopped it looks at it
    browser.picture(PICTURES.resolve("workshop-telephone.png"));
    assertThat(browser.overflow()).as("the workshop's page is wider than the window").isZero();
    assertThat(browser.troubles().stream().filter(line -> !line.contains("401"))).isEmpty();
  }

  private static void orderAndWatch(Browser browser, String page, String name) throws Exception {
    browser.go(page);
    browser.awaitText("Mill Lane");
    assertThat(browser.overflow()).as("%s: wider than the window", name).isZero();
    browser.click("nav a.button");
    browser.awaitText("Cable clip");
    browser.type("#field-pieces", "0");
    browser.type("[name=latitude]", Double.toString(Places.MILL_QUARTER.latitude()));
    browser.type("[name=longitude]", Double.toString(Places.MILL_QUARTER.longitude()));
    browser.type("#field-contact", "ana@example.org");
    browser.click("button[type=submit]");
    browser.find("#field-pieces[aria-invalid=true]");
    assertThat(browser.read("#wrong-pieces")).isNotBlank();
    browser.type("#field-pieces", "1");
    browser.picture(PICTURES.resolve(name + "-form.png"));
    assertThat(browser.overflow()).as("%s: wider than the window", name).isZero();
    browser.click("button[type=submit]");
    browser.awaitText("Keep this link");
    var link = browser.read(".secret");
    browser.awaitText("Confirm the order");
    browser.click(".actions button");
    browser.awaitText("It is made");
    browser.awaitText("A piece is made");
    browser.type(".write textarea", "When can I come by?");
    browser.click(".write button");
    browser.awaitText("You: When can I come by?");
    browser.picture(PICTURES.resolve(name + "-made.png"));
    assertThat(browser.overflow()).as("%s: wider than the window", name).isZero();
    browser.go("about:blank");
    browser.go(link); // the link alone is enough
    browser.awaitText("It is made");
    assertThat(browser.troubles().stream().filter(line -> !line.contains("422"))).isEmpty();
  }
}
