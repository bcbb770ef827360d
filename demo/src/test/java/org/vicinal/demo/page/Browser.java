package org.vicinal.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser, without a window, of a given size. */
final class Browser implements AutoCloseable {
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  // it warns that it does not know the newest browsers' debugging protocol, which is not used here
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
  private static final int NARROWEST_WINDOW = 500; // pixels; what is smaller is a telephone
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether there is one on this machine; otherwise what is missing. */
  static Optional<String> missing() {
    return BROWSERS.stream().anyMatch(Files::isExecutable) && Files.isExecutable(DRIVER)
        ? Optional.empty()
        : Optional.of(
            "Expected one of %s and %s, but they are not here (Debian: apt install chromium chromium-driver)."
                .formatted(BROWSERS, DRIVER));
  }

  static Browser open(int width, int height) {
    SELENIUM.setLevel(Level.SEVERE);
    var options = new ChromeOptions();
    options.setBinary(
        BROWSERS.stream().filter(Files::isExecutable).findFirst().orElseThrow().toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=%d,%d".formatted(width, height));
    if (width < NARROWEST_WINDOW) {
      options.setExperimentalOption(
          "mobileEmulation",
          Map.of("deviceMetrics", Map.of("width", width, "height", height, "pixelRatio", 2)));
    }
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  void go(String address) {
    driver.get(address);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /**
   * The first element that {@code css} selects, once it is there; the page may draw it anew at any
   * moment.
   */
  WebElement find(String css) {
    return until("an element " + css, () -> element(css));
  }

  /** Waits until the page says {@code words} somewhere. */
  void awaitText(String words) {
    var _ =
        until(
            "the words \"" + words + "\"",
            () -> {
              var text = text();
              return text.contains(words) ? text : null;
            });
  }

  String text() {
    return driver.findElement(By.tagName("main")).getText();
  }

  /** The text of the first element that {@code css} selects, once it is there. */
  String read(String css) {
    return until("an element " + css, () -> element(css).getText());
  }

  void click(String css) {
    var _ =
        until(
            "an element to click " + css,
            () -> {
              var element = element(css);
              driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
              element.click();
              return element;
            });
  }

  void type(String css, String text) {
    var _ =
        until(
            "a field " + css,
            () -> {
              var element = element(css);
              element.clear();
              element.sendKeys(text);
              return element;
            });
  }

  private WebElement element(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** What went wrong in the page's scripts or could not be loaded. */
  List<String> troubles() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
        .map(Object::toString)
        .toList();
  }

  /** By how many pixels the page is wider than the window; 0 when it fits. */
  long overflow() {
    return (Long)
        driver.executeScript(
            "return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
  }

  void picture(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  private interface Look<T> {
    @Nullable T at();
  }

  private <T> T until(String what, Look<T> look) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        var seen = look.at();
        if (seen != null) {
          return seen;
        }
      } catch (NoSuchElementException | StaleElementReferenceException notYet) {
        assertThat(notYet).isNotNull(); // the page is drawn anew at every change
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError(
        "Waited in vain for %s. The page says:%n%s%n%s".formatted(what, text(), troubles()));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
