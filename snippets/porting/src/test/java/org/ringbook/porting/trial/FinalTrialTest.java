package org.ringbook.porting.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringbook.adapters.freebsd.iflib.IflibHost;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.Host;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.PortabilityScore.Outcome;
import org.ringbook.adapters.linux.LinuxExceptions;
import org.ringbook.adapters.linux.LinuxHost;

class FinalTrialTest {

  static List<Tested> all() {
    return Tested.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_row_of_every_adapter_passes_or_is_excepted(Tested tested) {
    FinalTrial trial = new FinalTrial();
    trial.run(tested);
    String os = trial.systems().getFirst();
    assertEquals(Map.of(), trial.failures());
    for (Capability feature : Capability.values()) {
      boolean excepted = tested.exceptions().find(os, feature).isPresent();
      Outcome expected = excepted ? Outcome.EXCEPTION : Outcome.PASSED;
      assertEquals(expected, trial.score().outcome(os, feature), feature.toString());
    }
    assertTrue(trial.calls(os).size() > 5);
  }

  /** The Linux adapter with one method that answers otherwise. */
  private static FinalTrial broken(String name, BiFunction<Host, Object, Object> otherwise) {
    FinalTrial trial = new FinalTrial();
    trial.run(
        Tested.of(
            (machine, card, wanted) -> {
              Host host = LinuxHost.attach(machine, card, wanted);
              return proxy(host, name, otherwise);
            },
            LinuxExceptions.class));
    return trial;
  }

  private static Host proxy(Host host, String name, BiFunction<Host, Object, Object> otherwise) {
    return (Host)
        Proxy.newProxyInstance(
            Host.class.getClassLoader(),
            new Class<?>[] {Host.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(host, arguments);
                return method.getName().equals(name) ? otherwise.apply(host, answer) : answer;
              } catch (InvocationTargetException broken) {
                throw broken.getCause();
              }
            });
  }

  private static Set<Capability> failed(FinalTrial trial) {
    return Set.of(Capability.values()).stream()
        .filter(feature -> trial.score().outcome("Linux", feature) == Outcome.FAILED)
        .collect(Collectors.toSet());
  }

  @Test
  void a_queue_that_the_stack_is_not_told_of_fails_rss_alone() {
    FinalTrial trial =
        broken(
            "received",
            (host, got) ->
                ((List<?>) got)
                    .stream()
                        .map(Incoming.class::cast)
                        .map(in -> new Incoming(in.bytes(), in.vlan(), 0, 0, in.checksumGood(), 1))
                        .toList());
    assertEquals(Set.of(Capability.RSS), failed(trial));
  }

  @Test
  void a_checksum_that_is_always_called_good_fails() {
    FinalTrial trial =
        broken(
            "received",
            (host, got) ->
                ((List<?>) got)
                    .stream()
                        .map(Incoming.class::cast)
                        .map(in -> new Incoming(in.bytes(), in.vlan(), in.queue(), 0, true, 1))
                        .toList());
    assertEquals(Set.of(Capability.RX_CHECKSUM), failed(trial));
  }

  @Test
  void what_is_neither_offered_nor_excepted_fails() {
    FinalTrial trial = broken("features", (host, had) -> Set.of());
    Set<Capability> failed = failed(trial);
    assertTrue(failed.contains(Capability.TSO4), failed::toString);
    assertTrue(failed.contains(Capability.RSS), failed::toString);
    assertEquals(Outcome.PASSED, trial.score().outcome("Linux", Capability.SEND));
  }

  @Test
  void a_link_that_is_down_and_statistics_that_say_nothing_fail() {
    assertEquals(Set.of(Capability.LINK), failed(broken("linkUp", (host, up) -> false)));
    assertEquals(
        Set.of(Capability.STATISTICS), failed(broken("statistics", (host, counters) -> Map.of())));
  }

  @Test
  void only_iflib_s_adapter_names_another_adapter() throws IOException {
    for (Tested tested : Tested.all()) {
      boolean framework = tested.code().equals(IflibHost.class.getPackageName());
      assertEquals(framework ? Set.of("freebsd") : Set.of(), Independence.named(tested));
    }
  }
}
