package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;
import org.ringbook.adapters.host.Capability;
import org.ringbook.adapters.host.ExceptionRegister;
import org.ringbook.adapters.host.PortabilityScore;
import org.ringbook.adapters.host.PortabilityScore.Outcome;
import org.ringbook.adapters.host.PortabilityScore.Result;
import org.ringbook.dataplane.port.Feature;

/**
 * Decides what a test is to show: that a feature works, or that its exception is
 * registered and its stub says so. Keeps the score, and writes it when all is over.
 */
final class ConformanceRun implements InvocationInterceptor, AfterEachCallback {
  private static final Namespace SPACE = Namespace.create(ConformanceRun.class);

  /** The score of one run, written when the run ends. */
  private record Kept(PortabilityScore score) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Path target = Files.createDirectories(Path.of("target"));
      Files.writeString(target.resolve("portability.json"), score.json());
      Files.writeString(target.resolve("portability.txt"), score.table());
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Capability wanted = wanted(context);
    HostContract test = (HostContract) context.getRequiredTestInstance();
    Optional<ExceptionRegister.Entry> exception =
        test.exceptions().find(test.bench().host().os(), wanted);
    if (exception.isPresent()) {
      invocation.skip();
      showException(exception.get(), test.bench().host().features());
      return;
    }
    assumeTrue(
        test.device().features().containsAll(wanted.needs()), () -> "no device for " + wanted);
    assertTrue(
        test.bench().host().features().containsAll(wanted.needs()),
        () -> wanted + " is neither offered nor excepted");
    invocation.proceed();
  }

  private static void showException(ExceptionRegister.Entry entry, Set<Feature> offered) {
    assertNotEquals(0, entry.answer(), () -> entry + " succeeds");
    Set<Feature> both = EnumSet.noneOf(Feature.class);
    both.addAll(entry.terms().feature().needs());
    both.retainAll(offered);
    assertEquals(Set.of(), both, () -> "offered, but excepted: " + entry);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    HostContract test = (HostContract) context.getRequiredTestInstance();
    String os = test.bench().host().os();
    Capability wanted = wanted(context);
    boolean excepted = test.exceptions().find(os, wanted).isPresent();
    Outcome outcome =
        context
            .getExecutionException()
            .map(ConformanceRun::unsuccessful)
            .orElse(excepted ? Outcome.EXCEPTION : Outcome.PASSED);
    score(context).add(new Result(os, test.device().label(), wanted, outcome));
  }

  private static Outcome unsuccessful(Throwable reason) {
    return reason instanceof TestAbortedException ? Outcome.NOT_RUN : Outcome.FAILED;
  }

  private static Capability wanted(ExtensionContext context) {
    return context.getRequiredTestMethod().getAnnotation(Proves.class).value();
  }

  private static PortabilityScore score(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .computeIfAbsent("score", key -> new Kept(new PortabilityScore()), Kept.class)
        .score();
  }
}
