package org.ringbook.prove.worker;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;

/** The JVM-wide settings that an example can change, as they were before it ran. */
final class JvmState {

  private final Properties properties = copy(System.getProperties());
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private final Set<Thread> threads = live();

  /** Sends all printing to this stream, and gives nothing to read. */
  void begin(PrintStream out) {
    System.setOut(out);
    System.setErr(out);
    System.setIn(InputStream.nullInputStream());
  }

  /** Puts everything back. */
  void restore() {
    begin(new PrintStream(PrintStream.nullOutputStream()));
    System.setProperties(copy(properties));
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
    Thread.setDefaultUncaughtExceptionHandler(null);
  }

  /**
   * Whether a thread is still there that wasn't before. Virtual threads can't be listed, but those
   * that carry them can.
   */
  boolean hasNewThreads() {
    return !threads.containsAll(live());
  }

  private static Set<Thread> live() {
    return Set.copyOf(Thread.getAllStackTraces().keySet());
  }

  private static Properties copy(Properties from) {
    Properties copy = new Properties();
    copy.putAll(from);
    return copy;
  }
}
