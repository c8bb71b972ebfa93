package org.ringbook.site;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser without a window and without a past. Nothing is ever downloaded for it. */
final class Chromium implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The rules of accessibility on the longest page, on a machine with other work. */
  private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(3);

  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final String[] BROWSERS = {
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"
  };
  private static final String[] DRIVERS = {"/usr/bin/chromedriver", "/usr/bin/chromium-driver"};

  /** Whether the one line about skipped tests is out. */
  private static final AtomicBoolean SAID = new AtomicBoolean();

  /** Kept: a logger that nobody holds forgets its level. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Chromium(File browser, File driver) {
    SELENIUM.setLevel(Level.SEVERE);
    var service = new ChromeDriverService.Builder().usingDriverExecutable(driver).build();
    this.driver = new ChromeDriver(service, options(browser));
    this.driver.manage().timeouts().scriptTimeout(LONGEST_SCRIPT);
  }

  /** Starts one, or has the tests of a class skipped, in words, where there is none. */
  static Chromium start() {
    File browser = first("ringbook.chromium", BROWSERS);
    File driver = first("ringbook.chromedriver", DRIVERS);
    boolean found = browser.canExecute() && driver.canExecute();
    String skipped = "browser tests skipped: no Chromium with its driver here, see .ci/run";
    if (!found && SAID.compareAndSet(false, true)) {
      System.out.println(skipped);
    }
    assumeTrue(found, skipped);
    return new Chromium(browser, driver);
  }

  private static File first(String property, String[] usual) {
    String named = System.getProperty(property);
    return Stream.of(named == null ? usual : new String[] {named})
        .map(File::new)
        .filter(File::canExecute)
        .findFirst()
        .orElse(new File("absent"));
  }

  private static ChromeOptions options(File browser) {
    var options = new ChromeOptions();
    options.setBinary(browser);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  WebDriver driver() {
    return driver;
  }

  /** Opens an address anew, although another fragment of the same page may be open. */
  void open(String url) {
    driver.get("about:blank");
    driver.get(url);
  }

  /** A viewport of a width in CSS pixels; below 500 it is a phone's. */
  void width(int pixels) {
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 500));
  }

  /** What the system prefers: {@code light} or {@code dark}. */
  void systemScheme(String scheme) {
    var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    devTools("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  void scripts(boolean allowed) {
    devTools("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  Map<String, Object> devTools(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  /** The value of a JavaScript expression. */
  Object value(String expression, Object... arguments) {
    return driver.executeScript("return " + expression, arguments);
  }

  /** The value that a promise of JavaScript resolves to. */
  Object awaited(String promise, Object... arguments) {
    return driver.executeAsyncScript(
        "const done = arguments[arguments.length - 1];"
            + "Promise.resolve("
            + promise
            + ").then(done, e => done('failed: ' + e))",
        arguments);
  }

  WebElement the(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /**
   * What all elements say, as they are at one moment: of a list that is written anew, elements that
   * are asked one after the other may be gone.
   */
  List<String> texts(String selector) {
    var texts =
        (List<?>)
            value(
                "[...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())",
                selector);
    return texts.stream().map(String::valueOf).toList();
  }

  /**
   * Clicks with the mouse where an element is; the driver's own click knows nothing of menus that
   * styles alone unfold.
   */
  void click(WebElement element) {
    value("(arguments[0].scrollIntoView({block: 'center', behavior: 'instant'}), null)", element);
    new Actions(driver).moveToElement(element).click().perform();
  }

  /** Whether an element is laid out where a reader can see or scroll to it. */
  boolean isSeen(WebElement element) {
    return Boolean.TRUE.equals(
        value(
            "arguments[0].checkVisibility({visibilityProperty: true})"
                + " && arguments[0].getBoundingClientRect().width > 0",
            element));
  }

  String focused() {
    return String.valueOf(value("document.activeElement.outerHTML.slice(0, 200)"));
  }

  /** Types where the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  void press(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  /** Waits until a condition is neither null nor false. */
  <T> T await(String what, Function<WebDriver, T> condition) {
    return new WebDriverWait(driver, PATIENCE, GLANCE)
        .ignoring(JavascriptException.class) // a page that is just being left
        .withMessage(what)
        .until(condition);
  }

  void awaitTrue(String expression, Object... arguments) {
    await(expression, d -> Boolean.TRUE.equals(value(expression, arguments)));
  }

  /** Warnings and errors of the console since the last call. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
